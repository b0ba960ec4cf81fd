import { ApiObjectMetadataDefinition } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Endpoint, ENDPOINT, TENANT_ENDPOINT } from './endpoint';
import { makeObjects } from './endpoint-objects';
import { hold } from './groups';
import { Pods } from './pods';
import { whenPortAdded } from './port';
import { problemsOf } from './problems';
import { WorkloadPods } from './workload-pods';
import { validatedOnce } from '../hardening/synthesis';

/** Brings pods into the network, closed. What is wrong with what they are allowed later, is an error at synthesis. */
export function join(pods: Pods): Endpoint {
  const { construct } = pods;
  const endpoint = new Endpoint(pods);
  ENDPOINT.set(construct, endpoint);
  const tenant = TENANT_ENDPOINT.nearest(construct);
  if (tenant !== undefined) {
    hold(tenant, endpoint);
  }
  construct.node.addValidation(validatedOnce(construct, () => problemsOf(endpoint)));
  refresh(endpoint);
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
  whenPortAdded(workload, () => refresh(endpoint));
  return endpoint;
}

/** What its tenant was allowed counts for it, and what it serves for its tenant. */
function refresh(endpoint: Endpoint): void {
  makeObjects(endpoint);
  if (endpoint.group !== undefined) {
    makeObjects(endpoint.group);
  }
}

/** What an author has annotated is kept. */
function annotate(metadata: ApiObjectMetadataDefinition, wanted: { readonly [annotation: string]: string }): void {
  const written = Object.keys(wanted).length === 0 ? {} : metadata.toJson()?.annotations ?? {};
  Object.entries(wanted).filter(([annotation]) => written[annotation] === undefined)
    .forEach(([annotation, value]) => metadata.addAnnotation(annotation, value));
}
