import { AdmissionSubject } from './admission-subject';
import { METADATA_NAME } from './namespace';
import { MatchResources, ResourceRule } from './policy-kinds';
import { Resource } from './resource';
import { Unknown } from './unknown';
import { LabelSelector, matchesLabels } from '../../inventory/label-selector';

/** The API server lets no policy judge these. */
const EXEMPT = /^admissionregistration\.k8s\.io\/(validating|mutating)admissionpolic(ies|ybindings)$|^authentication\.k8s\.io\/|^authorization\.k8s\.io\//;

/** How a request matches: with the version that the policy sees. What stays open is a doubt. */
export interface Match {
  readonly version: string;
  readonly doubt?: Unknown;

  /** Whether the policy sees another object than the one that is written: what it says of that one decides nothing. */
  readonly converted?: boolean;
}

/** Whether the creation of an object matches; nothing where it does not. */
export function match(criteria: MatchResources, subject: AdmissionSubject): Match | undefined {
  const { resource, labels } = subject;
  if (EXEMPT.test(`${resource.group}/${resource.resource}`) || !matchesLabels(criteria.objectSelector ?? {}, labels)) {
    return undefined;
  }
  if (criteria.excludeResourceRules !== undefined && matchRules(criteria.excludeResourceRules, criteria, subject) !== undefined) {
    return undefined;
  }
  const rules = criteria.resourceRules ?? [];
  const matched = rules.length === 0 ? { version: resource.version } : matchRules(rules, criteria, subject);
  if (matched === undefined) {
    return undefined;
  }
  const namespace = selectsNamespace(criteria.namespaceSelector ?? {}, subject);
  return namespace === false ? undefined : namespace === true ? matched : { ...matched, doubt: namespace };
}

/** Whether rules are about a resource when it is created, whatever its name. */
export function rulesReach(rules: readonly ResourceRule[], resource: Pick<Resource, 'group' | 'resource'>): boolean {
  return rules.some(rule => about(rule, resource) && creates(rule));
}

function matchRules(rules: readonly ResourceRule[], { matchPolicy = 'Equivalent' }: MatchResources, subject: AdmissionSubject): Match | undefined {
  const { resource, name, namespaced } = subject;
  const candidates = rules.filter(rule => about(rule, resource) && creates(rule) && (rule.resourceNames ?? [name]).includes(name)
    && (rule.scope === undefined || rule.scope === '*' || (rule.scope === 'Namespaced') === namespaced));
  const inVersion = (version: string) => candidates.some(({ apiVersions }) => has(apiVersions, version));
  if (inVersion(resource.version)) {
    return { version: resource.version };
  }
  if (matchPolicy === 'Exact' || candidates.length === 0) {
    return undefined;
  }
  const version = Object.keys(resource.equivalents).find(inVersion);
  if (version !== undefined) {
    return resource.equivalents[version] === 'same' ? { version } : { version, converted: true, doubt: new Unknown(`the object in version ${version}`) };
  }
  return !resource.open ? undefined
    : { version: resource.version, converted: true, doubt: new Unknown(`whether ${resource.resource} are served in version ${candidates[0].apiVersions.join(' or ')}`) };
}

function about({ apiGroups, resources }: ResourceRule, { group, resource }: Pick<Resource, 'group' | 'resource'>): boolean {
  return has(apiGroups, group) && resources.some(each => {
    const [name, subresource = ''] = each.split('/', 2);
    return (name === '*' || name === resource) && (subresource === '' || subresource === '*');
  });
}

const creates = ({ operations }: ResourceRule) => has(operations, 'CREATE');
const has = (items: readonly string[], item: string) => items.includes('*') || items.includes(item);

/** True or false, or what would have to be known. Objects of the cluster's own scope are never left out, but for namespaces by their labels. */
function selectsNamespace(selector: LabelSelector, { namespaced, resource, labels, namespace, namespaceLabels }: AdmissionSubject): boolean | Unknown {
  if (!namespaced) {
    return resource.group !== '' || resource.resource !== 'namespaces' || matchesLabels(selector, labels);
  }
  if (namespaceLabels !== undefined) {
    return matchesLabels(selector, namespaceLabels);
  }
  const byName = namespace === '' ? undefined : { [METADATA_NAME]: namespace };
  return decidedByName(selector, byName);
}

/** Of a namespace that is not in the input, the API server's own label is known where its name is. */
function decidedByName({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: { readonly [label: string]: string } | undefined): boolean | Unknown {
  const parts: LabelSelector[] = [
    ...Object.entries(matchLabels).map(([label, value]) => ({ matchLabels: { [label]: value } })), ...matchExpressions.map(expression => ({ matchExpressions: [expression] })),
  ];
  const known = (part: LabelSelector) => labels !== undefined && (Object.keys(part.matchLabels ?? {})[0] ?? part.matchExpressions![0].key) === METADATA_NAME;
  if (parts.filter(known).some(part => !matchesLabels(part, labels!))) {
    return false;
  }
  const open = parts.find(part => !known(part));
  return open === undefined ? true : new Unknown('the labels of the namespace');
}
