import { reportProven } from './proven';

/** Stops what the set-up started. */
export default async function teardown(): Promise<void> {
  reportProven();
  globalThis.realNode?.stop();
  await globalThis.controlPlane?.stop();
}
