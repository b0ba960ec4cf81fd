import { askedBy, crossingText, crosswalk, peerOf, peerRule } from './crosswalk';
import { Catalogue } from '../controls/catalogue';
import { Control } from '../controls/control';
import { KubernetesVersion } from '../model/kubernetes-version';
import { comparePartIds } from '../model/part-order';
import { Packs } from '../packs';

/** The controls, one a line: part of the recommendations, id, severity, title. */
export function controlsTable(): string {
  const rows = Catalogue.all().sort((a, b) => comparePartIds(a.recommendation, b.recommendation) || (a.id < b.id ? -1 : 1));
  const width = Math.max(...rows.map(({ id }) => id.length));
  return rows.map(({ recommendation, id, severity, title }) => `${recommendation.padEnd(5)} ${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}\n`).join('');
}

/** The rules of another project and what each is here, one a line. */
export function peerTable(name: string): string {
  const rules = Object.entries(crosswalk()[peerOf(name)]);
  const width = Math.max(...rules.map(([rule]) => rule.length));
  return rules.map(([rule, crossing]) => `${rule.padEnd(width)}  ${crossingText(crossing)}\n`).join('');
}

/** Everything about one control, or about those that do what a rule of another project does: `trivy:KSV-0012`. */
export function explanation(name: string, target?: string): string {
  const found = Catalogue.all().some(({ id }) => id === name) ? undefined : peerRule(name);
  if (found === undefined) {
    return explained(name, target);
  }
  const { peer, rule, crossing } = found;
  const ids = [...new Set(askedBy(crossing).flat())];
  return ids.length > 0
    ? `${rule} of ${peer} is ${crossingText(crossing)} here.\n\n${ids.map(id => explained(id, target)).join('\n')}`
    : `${rule} of ${peer} has no control here. It is ${crossingText(crossing)}.\n`;
}

function explained(id: string, target = KubernetesVersion.DEFAULT.toString()): string {
  const control = Catalogue.get(id);
  const rows: [string, string | undefined][] = [
    ['serves', `CSA ${control.recommendation}`],
    ['severity', `${control.severity}${control.strict ? ', strict: it cannot be acknowledged' : ''}`],
    ['judges', control.kinds.length > 0 ? control.kinds.join(', ') : 'every kind that has what it looks at'],
    ['finding', control.message],
    ['to mend it', control.remediation],
    ['in packs', Packs.names().filter(pack => Packs.ids(pack).includes(id)).join(', ')],
    ['parameters', Object.keys(control.parameters).length === 0 ? undefined : JSON.stringify(control.parameters)],
    ['asked for by', control.references.join(', ') || undefined],
    ['in CEL', control instanceof Control ? control.expressionFor(target) : 'across objects: it reads the other manifests'],
    ['only where', control instanceof Control ? control.when : undefined],
    ['remedy', control instanceof Control && control.remedy !== undefined
      ? `${control.remedy.remedyClass ?? 'safe'}: ${control.remedy.fields.map(({ path, value }) => `${path}: ${JSON.stringify(value)}`).join(', ')}` : undefined],
  ];
  return `${control.id}: ${control.title}\n\n${rows.filter(([, text]) => text !== undefined).map(([name, text]) => `  ${name.padEnd(12)} ${text}\n`).join('')}`;
}
