import { ApiObjectMetadataDefinition } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Endpoint, ENDPOINT } from './endpoint';
import { makeObjects } from './endpoint-objects';
import { Pods } from './pods';
import { whenPortAdded } from './port';
import { problemsOf } from './problems';
import { WorkloadPods } from './workload-pods';
import { validatedOnce } from '../hardening/synthesis';

/** Brings pods into the network, closed. What is wrong with what they are allowed later, is an error at synthesis. */
export function join(pods: Pods): Endpoint {
  const endpoint = new Endpoint(pods);
  ENDPOINT.set(pods.construct, endpoint);
  pods.construct.node.addValidation(validatedOnce(pods.construct, () => problemsOf(endpoint)));
  makeObjects(endpoint);
  return endpoint;
}

/** The endpoint of a workload, which joins the network when it is first asked for. */
export function joined(workload: kplus.Workload): Endpoint {
  const known = ENDPOINT.own(workload);
  if (known !== undefined) {
    return known;
  }
  const endpoint = join(new WorkloadPods(workload));
  annotate(workload.podMetadata, endpoint.mesh.podAnnotations);
  whenPortAdded(workload, () => makeObjects(endpoint));
  return endpoint;
}

/** What an author has annotated is kept. */
function annotate(metadata: ApiObjectMetadataDefinition, wanted: { readonly [annotation: string]: string }): void {
  const written = Object.keys(wanted).length === 0 ? {} : metadata.toJson()?.annotations ?? {};
  Object.entries(wanted).filter(([annotation]) => written[annotation] === undefined)
    .forEach(([annotation, value]) => metadata.addAnnotation(annotation, value));
}
