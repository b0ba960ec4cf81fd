import { shareImages } from './images';
import { missing } from './machine';
import { RealNode } from './real-node';
import { addStorage } from './storage';
import { Client } from '../cluster/client';
import { ControlPlane } from '../cluster/control-plane';
import { KUBERNETES } from '../cluster/programs';

declare global {
  // eslint-disable-next-line no-var
  var realNode: RealNode | undefined;
}

/** Starts a control plane, and joins this machine to it as a node. */
export default async function setup(): Promise<void> {
  const start = Date.now();
  try {
    const reason = missing();
    if (reason !== undefined) {
      throw new Error(`a real node cannot run here: ${reason}`);
    }
    globalThis.controlPlane = await ControlPlane.start();
    process.env.BULWARK_KUBECONFIG = globalThis.controlPlane.kubeconfig;
    const client = Client.connect();
    globalThis.realNode = await RealNode.start(globalThis.controlPlane.kubeconfig, client);
    shareImages();
    await addStorage(client);
    console.log(`Kubernetes ${KUBERNETES} with a real node is up after ${((Date.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    // Nothing of what follows could run: what to do is said in one sentence, without a stack of calls.
    console.error(error instanceof Error ? error.message : error);
    globalThis.realNode?.stop();
    await globalThis.controlPlane?.stop();
    process.exit(1);
  }
}
