import { ApiObject } from 'cdk8s';
import { addLastStep } from '../hardening/render';

/** cdk8s-plus writes an empty list of external addresses, which nobody asked for. */
export function withoutEmptyAddresses(service: ApiObject): void {
  addLastStep(service, rendered => {
    if (rendered.spec.externalIPs?.length === 0) {
      delete rendered.spec.externalIPs;
    }
    return rendered;
  });
}
