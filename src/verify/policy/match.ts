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
  const asked = candidates[0].apiVersions.join(' or ');
  return !resource.open ? undefined
    : { version: resource.version, converted: true, doubt: new Unknown(`whether ${resource.resource} are served in version ${asked}`) };
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
function selectsNamespace(selector: LabelSelector, subject: AdmissionSubject): boolean | Unknown {
  const { namespaced, resource, labels, namespace, namespaceLabels } = subject;
  if (!namespaced) {
    return resource.group !== '' || resource.resource !== 'namespaces' || matchesLabels(selector, labels);
  }
  if (namespaceLabels !== undefined) {
    return matchesLabels(selector, namespaceLabels);
  }
  return decidedByName(selector, namespace === '' ? undefined : { [METADATA_NAME]: namespace });
}

/** Of a namespace that is not in the input, the API server's own label is known where its name is. */
function decidedByName(selector: LabelSelector, labels: { readonly [label: string]: string } | undefined): boolean | Unknown {
  const parts = requirements(selector);
  const known = parts.filter(([label]) => labels !== undefined && label === METADATA_NAME);
  if (known.some(([, part]) => !matchesLabels(part, labels!))) {
    return false;
  }
  return known.length === parts.length ? true : new Unknown('the labels of the namespace');
}

/** What a selector asks, label by label. */
function requirements({ matchLabels = {}, matchExpressions = [] }: LabelSelector): (readonly [label: string, part: LabelSelector])[] {
  return [
    ...Object.entries(matchLabels).map(([label, value]) => [label, { matchLabels: { [label]: value } }] as const),
    ...matchExpressions.map(expression => [expression.key, { matchExpressions: [expression] }] as const),
  ];
}
