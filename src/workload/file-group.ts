import { IConstruct } from 'constructs';
import { TENANT } from '../tenancy/tenant-facts';

/** A group that no image gives a meaning, so that whatever user runs there has the files of its volumes. */
export const FILE_GROUP = 65532;

/** OpenShift gives every namespace a group of its own, and refuses others. */
export function choosesFileGroup(construct: IConstruct): boolean {
  return TENANT.nearest(construct)?.platform.name !== 'openshift';
}

/** Gives the volumes of a rendered pod to a group that its processes are in, unless its author or its platform chooses one. */
export function giveFileGroup(pod: any, construct: IConstruct): void {
  if (choosesFileGroup(construct)) {
    pod.securityContext = { fsGroup: FILE_GROUP, fsGroupChangePolicy: 'OnRootMismatch', ...pod.securityContext };
  }
}
