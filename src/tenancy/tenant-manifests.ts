import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { madeFor } from './controller-made';
import { onceAPass, renderingOf } from '../hardening/pass';
import { DemandManifest } from '../inventory/demand';
import { isScaler, makesPods } from '../inventory/demand-replicas';
import { JsonObject } from '../inventory/manifest';
import { podTemplateOf } from '../model/pod-template';
import { groupKindOf } from '../model/scope-of-kinds';
import { objectsOf } from '../verify/manifests';

const LOOKED_AT: ReadonlySet<string> = new Set(['Service', 'PersistentVolumeClaim']);
const CLUSTER: ReadonlySet<string> = new Set(['node.k8s.io/RuntimeClass']);

/** The rendered objects below a tenant that take something of its quota, those that say how much, and those that controllers make for others. */
export function countedBelow(tenant: IConstruct): DemandManifest[] {
  return [
    ...rendered(tenant, groupKind => LOOKED_AT.has(groupKind) || makesPods(groupKind) || isScaler(groupKind)),
    ...madeFor(tenant.node.findAll()).map(({ object, constructPath }) => demandManifest(object, constructPath)),
  ];
}

/** The rendered objects of the whole app that say what pods take beside their containers. */
export function clusterObjects(construct: IConstruct): DemandManifest[] {
  return onceAPass(construct, clusterObjects, () => rendered(construct.node.root, groupKind => CLUSTER.has(groupKind)));
}

/** Only what is wanted is rendered; a List must be, to know what it holds. */
function rendered(scope: IConstruct, wanted: (groupKind: string) => boolean): DemandManifest[] {
  return scope.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct)
    && (wanted(groupKindOf(construct.apiVersion, construct.kind)) || construct.kind.endsWith('List')))
    .flatMap(apiObject => objectsOf(renderingOf(apiObject)).map(({ object }) => demandManifest(object, apiObject.node.path))
      .filter(({ groupKind }) => wanted(groupKind)));
}

function demandManifest(object: JsonObject, constructPath: string): DemandManifest {
  return { object, groupKind: groupKindOf(object.apiVersion, object.kind), pod: podTemplateOf(object), origin: { constructPath } };
}
