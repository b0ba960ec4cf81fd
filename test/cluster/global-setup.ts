import { Client } from './client';
import { ControlPlane } from './control-plane';
import { install } from './crds';
import { addNodes } from './nodes';
import { KUBERNETES } from './programs';

declare global {
  // eslint-disable-next-line no-var
  var controlPlane: ControlPlane | undefined;
}

/** Starts one cluster for all tests of a run. Workers find it by `BULWARK_KUBECONFIG`; where that is set already, its cluster is used, and not stopped. */
export default async function setup(): Promise<void> {
  if (process.env.BULWARK_KUBECONFIG !== undefined) {
    return;
  }
  const start = Date.now();
  try {
    globalThis.controlPlane = await ControlPlane.start();
    process.env.BULWARK_KUBECONFIG = globalThis.controlPlane.kubeconfig;
    const client = Client.connect();
    await addNodes(client);
    const definitions = await install(client);
    console.log(`Kubernetes ${KUBERNETES} with ${definitions} custom resources is up after ${((Date.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    // Nothing of what follows could run: what to do is said in one sentence, without a stack of calls.
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
