import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from './client';
import { isDefined } from './crds';
import { inParallel } from './in-parallel';
import { program } from './programs';
import { proof } from './proof';
import { applyAll, tenantWith } from './tenants';
import { Environment, Member } from '../../src';

const WORDS: { readonly [word: string]: readonly string[] } = { read: ['get', 'list', 'watch'], write: ['create', 'update', 'patch', 'delete'] };
const VERBS = [...WORDS.read, ...WORDS.write, 'deletecollection', 'bind', 'escalate', 'impersonate'];
const ROLES = ['viewer', 'developer', 'operator', 'auditor'] as const;
const client = Client.connect();

/** The matrix as people read it: by resource and role, which verbs there are always, and which more below PROD. */
const MATRIX = readFileSync(join(__dirname, '../../docs/roles.md'), 'utf8').split('\n').filter(line => line.startsWith('| `')).flatMap(line => {
  const [resources, ...cells] = line.slice(2, -1).split('|').map(cell => cell.trim());
  const verbs = (text = '') => text.replace('below PROD', '').split(',').map(word => word.trim()).filter(word => word !== '').flatMap(word => WORDS[word] ?? [word]);
  return [...resources.matchAll(/`([^`]+)`/g)].flatMap(([, resource]) => cells.map((cell, index) => {
    const [always, belowProd] = cell.split(';');
    return { resource, role: ROLES[index], always: verbs(always), belowProd: verbs(belowProd) };
  }));
});

/** `deployments/scale.apps` as the API server names it. */
function attributes(resource: string) {
  const [path, ...group] = resource.split('.');
  const [name, subresource] = path.split('/');
  return { resource: name, subresource, group: group.join('.') };
}

const groupOf = (role: string) => `team-${role}`;
const asMember = (role: string) => client.as('jane', groupOf(role));

async function mayDo(role: string, namespace: string, verb: string, resource: string): Promise<boolean> {
  const { status } = await asMember(role).create({
    apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', metadata: { name: '' }, spec: { resourceAttributes: { namespace, verb, ...attributes(resource) } },
  });
  return status.allowed;
}

/** What `kubectl auth can-i --list` lists: `verb resource` each. */
async function listed(who: Client, namespace: string): Promise<string[]> {
  const { status } = await who.create({ apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', metadata: { name: '' }, spec: { namespace } });
  return status.resourceRules.flatMap(({ verbs, apiGroups, resources }: any) => verbs.flatMap((verb: string) =>
    apiGroups.flatMap((group: string) => resources.map((resource: string) => `${verb} ${resource}${group === '' ? '' : `.${group}`}`))));
}

let asked = 0;
afterAll(() => proof('roles', { 'questions of who may do what are answered as documented': asked }));

describe.each([Environment.DEV, Environment.PROD])('in %s', environment => {
  const namespace = `roles-${environment.name}`;
  const objects = tenantWith(namespace, { environment, members: Object.fromEntries(ROLES.map(role => [role, [Member.group(groupOf(role))]])) });
  const wanted = ({ always, belowProd }: typeof MATRIX[number]) => environment === Environment.PROD ? always : [...always, ...belowProd];

  beforeAll(() => applyAll(client, objects));
  afterAll(() => client.vanish(objects.find(({ kind }) => kind === 'Namespace')!));

  test.each(ROLES)('the API server answers a member with the role %s as documented, for every verb', async role => {
    const rows = MATRIX.filter(row => row.role === role);
    expect(rows.length).toBeGreaterThan(30);
    const answers = await inParallel(rows, async row => {
      const allowed = await inParallel(VERBS, async verb => await mayDo(role, namespace, verb, row.resource) ? [verb] : []);
      asked += VERBS.length;
      return `${row.resource}: ${allowed.flat().sort()}`;
    }, 4);
    expect(answers).toEqual(rows.map(row => `${row.resource}: ${[...wanted(row)].sort()}`));
  });

  test.each(ROLES)('kubectl itself says the same of a member with the role %s: of every tenth resource, for three verbs', role => {
    // Of a resource that the API server was not told of, kubectl says no without asking.
    const rows = MATRIX.filter(row => row.role === role && isDefined({ apiVersion: `${attributes(row.resource).group}/v1` }))
      .filter((_row, index) => index % 10 === 0);
    const questions = rows.flatMap(row => ['get', 'create', 'delete'].map(verb => ({ verb, row })));
    const answers = questions.map(({ verb, row: { resource } }) => {
      const { resource: name, subresource = '', group } = attributes(resource);
      const { stdout } = spawnSync(program('kubectl'), ['--kubeconfig', process.env.BULWARK_KUBECONFIG!, 'auth', 'can-i', verb, group === '' ? name : `${name}.${group}`,
        `--subresource=${subresource}`, '--namespace', namespace, '--as', 'jane', '--as-group', groupOf(role)], { encoding: 'utf8' });
      return `${verb} ${resource} ${stdout.trim()}`;
    });
    expect(answers).toEqual(questions.map(({ verb, row }) => `${verb} ${row.resource} ${wanted(row).includes(verb) ? 'yes' : 'no'}`));
  });

  test.each(ROLES)('a member with the role %s may do nothing that is not documented', async role => {
    const everybody = new Set(await listed(client.as('joe'), namespace));
    const own = (await listed(asMember(role), namespace)).filter(right => !everybody.has(right));
    const documented = MATRIX.filter(row => row.role === role).flatMap(row => wanted(row).map(verb => `${verb} ${row.resource}`));
    expect([...new Set(own)].sort()).toEqual([...new Set(documented)].sort());
  });
});
