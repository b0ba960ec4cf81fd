import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences } from '../reference-judgement';
import { Subject } from '../subject';
import { DataKind, dataReferences } from './data-references';

/** Made in every namespace, by Kubernetes, OpenShift and Istio. */
const WELL_KNOWN = ['kube-root-ca.crt', 'openshift-service-ca.crt', 'istio-ca-root-cert'];

const CONFIG_MAP: DataKind = {
  kind: 'ConfigMap',
  environment: 'configMapKeyRef',
  allOfIt: 'configMapRef',
  volume: 'configMap',
  volumeName: 'name',
  // A Bundle of trust-manager puts a ConfigMap of its own name into namespaces.
  provided: (inventory, _where, name) => WELL_KNOWN.includes(name) || inventory.find('trust.cert-manager.io/Bundle', '', name) !== undefined,
};

/** A container whose ConfigMap or key is missing does not start. */
export const danglingConfigMap = new InventoryControl({
  id: 'dangling-config-map',
  title: 'ConfigMaps of pods exist and have the keys',
  recommendation: '8.8',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec',
  judge: (manifest, inventory) => judgeReferences(dataReferences(manifest, inventory, CONFIG_MAP), inventory),
  message: 'a ConfigMap that it refers to is not there: it does not start',
  remediation: 'make the ConfigMap, correct the name or key, or set optional where it may be missing',
  references: [],
});
