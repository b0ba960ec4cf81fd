import { ControlPlane } from './control-plane';
import { KUBERNETES } from './programs';

declare global {
  // eslint-disable-next-line no-var
  var controlPlane: ControlPlane | undefined;
}

/** Starts one cluster for all tests of a run. Workers find it by `BULWARK_KUBECONFIG`. */
export default async function setup(): Promise<void> {
  const start = Date.now();
  try {
    globalThis.controlPlane = await ControlPlane.start();
  } catch (error) {
    // Nothing of what follows could run: what to do is said in one sentence, without a stack of calls.
    console.error((error as Error).message);
    process.exit(1);
  }
  process.env.BULWARK_KUBECONFIG = globalThis.controlPlane.kubeconfig;
  console.log(`Kubernetes ${KUBERNETES} is up after ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
