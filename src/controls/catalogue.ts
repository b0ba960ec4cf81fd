import { addedCapabilities } from './host/added-capabilities';
import { addedCapabilitiesRestricted } from './host/added-capabilities-restricted';
import { apparmorProfile } from './host/apparmor-profile';
import { containerRuntimeSocket } from './host/container-runtime-socket';
import { dropAllCapabilities } from './host/drop-all-capabilities';
import { hostIpc } from './host/host-ipc';
import { hostNetwork } from './host/host-network';
import { hostPath } from './host/host-path';
import { hostPathSensitive } from './host/host-path-sensitive';
import { hostPathWritable } from './host/host-path-writable';
import { hostPid } from './host/host-pid';
import { hostProbeHost } from './host/host-probe-host';
import { hostProcess } from './host/host-process';
import { privilegeEscalation } from './host/privilege-escalation';
import { privilegedContainer } from './host/privileged-container';
import { procMount } from './host/proc-mount';
import { procMountRestricted } from './host/proc-mount-restricted';
import { readOnlyRootFilesystem } from './host/read-only-root-filesystem';
import { restrictedVolumeTypes } from './host/restricted-volume-types';
import { runAsNonRoot } from './host/run-as-non-root';
import { runAsRootUser } from './host/run-as-root-user';
import { seccompProfile } from './host/seccomp-profile';
import { seccompUnconfined } from './host/seccomp-unconfined';
import { selinuxOptions } from './host/selinux-options';
import { sysctls } from './host/sysctls';
import { hostPort } from './host-network/host-port';
import { Requirement } from './requirement';

const ALL: readonly Requirement[] = [
  addedCapabilitiesRestricted,
  addedCapabilities,
  apparmorProfile,
  containerRuntimeSocket,
  dropAllCapabilities,
  hostIpc,
  hostNetwork,
  hostPathSensitive,
  hostPathWritable,
  hostPath,
  hostPid,
  hostProbeHost,
  hostProcess,
  privilegeEscalation,
  privilegedContainer,
  procMountRestricted,
  procMount,
  readOnlyRootFilesystem,
  restrictedVolumeTypes,
  runAsNonRoot,
  runAsRootUser,
  seccompProfile,
  seccompUnconfined,
  selinuxOptions,
  sysctls,
  hostPort,
];

/** Every control of the library. */
export class Catalogue {
  /** Every control, by recommendation. */
  public static all(): Requirement[] {
    return [...ALL];
  }

  /**
   * A control by its id.
   *
   * @throws if there is none
   */
  public static get(id: string): Requirement {
    const found = ALL.find(control => control.id === id);
    if (found === undefined) {
      throw new Error(`there is no control "${id}": \`bulwark controls\` lists them`);
    }
    return found;
  }

  private constructor() {}
}
