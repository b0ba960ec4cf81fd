/** Stops what the set-up started. */
export default async function teardown(): Promise<void> {
  globalThis.realNode?.stop();
  await globalThis.controlPlane?.stop();
}
