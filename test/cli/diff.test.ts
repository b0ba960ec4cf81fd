import MarkdownIt from 'markdown-it';
import { bulwark, describeCommand, folder, ONLY, pod } from './run';

const map = (name: string, value: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {key: ${value}}\n`;
const accepted = (name: string) => pod(name).replace(`name: ${name}`, `name: ${name}\n  annotations: {cdk8s-bulwark/acknowledge: '[{"id":"privileged-container","reason":"it must","owner":"jane"}]'}`);
const files = folder({
  'old/all.yaml': [pod('stays'), pod('mended'), pod('gone'), pod('accepted'), map('same', '1'), map('other', '1')].join('---\n'),
  // In other files, another order and another style: what counts is what they say.
  'new/pods.yaml': [pod('new'), accepted('accepted'), pod('mended', false), pod('stays')].join('---\n'),
  'new/maps.yaml': [map('other', '2'), '{"kind": "ConfigMap", "apiVersion": "v1", "data": {"key": 1}, "metadata": {"name": "same"}}\n'].join('---\n'),
  'clean.yaml': pod('stays', false),
  'bad.yaml': 'a: [',
});
const diff = (...args: string[]) => bulwark(files, ['diff', ...args, ...ONLY]);

describeCommand('bulwark diff', () => {
  test('says what appeared, what went, what was acknowledged, and which objects are others', () => {
    const { status, stdout, stderr } = diff('old', 'new');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout.slice(stdout.indexOf('+ '))).toBe(`+ privileged-container (critical) Pod/new container main: it runs privileged: it owns its node [new/pods.yaml:9:7]
    to mend it: remove securityContext.privileged; add the single capability that the program needs instead
~ privileged-container (critical) Pod/accepted container main: it runs privileged: it owns its node [new/pods.yaml:20:7]: acknowledged by jane: it must
- privileged-container (critical) Pod/mended container main: it runs privileged: it owns its node [old/all.yaml:19:7]
- privileged-container (critical) Pod/gone container main: it runs privileged: it owns its node [old/all.yaml:29:7]

added   Pod/new (v1)
removed Pod/gone (v1)
changed ConfigMap/other (v1)
changed Pod/accepted (v1)
changed Pod/mended (v1)

1 finding appeared, 2 went, 1 acknowledged since, 1 remain; 1 object added, 1 removed, 3 changed; 8 connections opened, 8 closed, 0 encrypted otherwise; 0 errors
`);
  });

  test('says first which connections it opens, and then which it closes', () => {
    const policy = (spec: string) => `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec: ${spec}\n`;
    const clean = `${pod('web', false)}---\n${pod('cart', false)}`;
    const changed = folder({
      'old.yaml': `${clean}${policy('{podSelector: {}, policyTypes: [Ingress, Egress], egress: [{ports: [{port: 53, protocol: UDP}, {port: 80}]}]}')}`,
      'new.yaml': `${clean}${policy('{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 80, endPort: 90}]}, {to: [{podSelector: {}}]}]}')}`,
    });
    const { status, stdout } = bulwark(changed, ['diff', 'old.yaml', 'new.yaml', ...ONLY]);
    expect(status).toBe(0);
    expect(stdout).toBe(`opened  0.0.0.0-255.255.255.255[External] => default/cart[Pod] : All Connections [encryption not known]
opened  0.0.0.0-255.255.255.255[External] => default/web[Pod] : All Connections [encryption not known]
opened  default/cart[Pod] => 10.0.0.0-10.255.255.255[External] : TCP 81-90 [encryption not known]
opened  default/cart[Pod] => default/web[Pod] : All Connections [plain text]
opened  default/web[Pod] => 10.0.0.0-10.255.255.255[External] : TCP 81-90 [encryption not known]
opened  default/web[Pod] => default/cart[Pod] : All Connections [plain text]
closed  default/cart[Pod] => 0.0.0.0-9.255.255.255[External] : TCP 80,UDP 53 [encryption not known]
closed  default/cart[Pod] => 10.0.0.0-10.255.255.255[External] : UDP 53 [encryption not known]
closed  default/cart[Pod] => 11.0.0.0-255.255.255.255[External] : TCP 80,UDP 53 [encryption not known]
closed  default/web[Pod] => 0.0.0.0-9.255.255.255[External] : TCP 80,UDP 53 [encryption not known]
closed  default/web[Pod] => 10.0.0.0-10.255.255.255[External] : UDP 53 [encryption not known]
closed  default/web[Pod] => 11.0.0.0-255.255.255.255[External] : TCP 80,UDP 53 [encryption not known]

changed NetworkPolicy/p (networking.k8s.io/v1)

0 findings appeared, 0 went, 0 acknowledged since, 0 remain; 0 objects added, 0 removed, 1 changed; 6 connections opened, 6 closed, 0 encrypted otherwise; 0 errors
`);
  });

  test('says which connections travel otherwise since', () => {
    const shop = (labels: string) => `apiVersion: v1\nkind: Namespace\nmetadata: {name: default, labels: {${labels}}}\n---\n${pod('web', false)}---\n${pod('cart', false)}`;
    const changed = folder({ 'plain.yaml': shop(''), 'mesh.yaml': shop('istio-injection: enabled') });
    const lines = (before: string, after: string) => bulwark(changed, ['diff', before, after, ...ONLY]).stdout.split('\n').filter(line => line.includes('cart[Pod] => default/web'));
    expect(lines('plain.yaml', 'mesh.yaml')).toEqual(['secured default/cart[Pod] => default/web[Pod] : TCP 1-65535 [encrypted], before plain text']);
    expect(lines('mesh.yaml', 'plain.yaml')).toEqual(['exposed default/cart[Pod] => default/web[Pod] : TCP 1-65535 [plain text], before encrypted']);
  });

  test('as JSON', () => {
    const json = JSON.parse(diff('old', 'new', '--format', 'json').stdout);
    expect(json.summary).toEqual({
      appeared: 1, went: 2, acknowledged: 1, remaining: 1, added: 1, removed: 1, changed: 3, opened: 8, closed: 8, reencrypted: 0, errors: 0,
    });
    expect(json.appeared).toEqual([expect.objectContaining({ control: 'privileged-container', file: 'new/pods.yaml', line: 9 })]);
    expect(json.acknowledged).toEqual([expect.objectContaining({ reason: 'it must', owner: 'jane', until: null })]);
    expect(json.objects.added).toEqual([{ apiVersion: 'v1', kind: 'Pod', namespace: '', name: 'new' }]);
  });

  test('as Markdown, into which no name injects markup', () => {
    const evil = folder({ 'old.yaml': pod('"<b>`x`@all"', false), 'new.yaml': pod('"<script>`|[a](b)@all"') });
    const { status, stdout } = bulwark(evil, ['diff', 'old.yaml', 'new.yaml', '--format', 'markdown', ...ONLY]);
    expect(status).toBe(1);
    const html = new MarkdownIt({ html: true, linkify: true }).render(stdout);
    expect(html).toContain('<h3>Bulwark: 1 new finding</h3>');
    expect([...new Set([...html.matchAll(/<([a-z]\w*)/g)].map(([, tag]) => tag))].sort()).toEqual(['code', 'details', 'h3', 'li', 'p', 'summary', 'ul']);
    expect(html).toContain('<code>Pod/&lt;script&gt;`|[a](b)@all container main</code>');
    expect(html).toContain('<summary>Objects removed: 1</summary>');
  });

  test('the exit code is 0 where nothing appeared, also where much went', () => {
    expect(diff('old', 'old')).toMatchObject({
      status: 0,
      stdout: '0 findings appeared, 0 went, 0 acknowledged since, 4 remain; 0 objects added, 0 removed, 0 changed; 0 connections opened, 0 closed, 0 encrypted otherwise; 0 errors\n',
    });
    expect(diff('old', 'clean.yaml').status).toBe(0);
    expect(diff('clean.yaml', 'old').status).toBe(1);
  });

  test('standard input may be one of them', () => {
    const { status, stdout } = bulwark(files, ['diff', 'clean.yaml', '-', ...ONLY], pod('stays'));
    expect([status, stdout]).toEqual([1, expect.stringContaining('[-:9:7]')]);
  });

  test.each([['bad.yaml', 'clean.yaml'], ['clean.yaml', 'bad.yaml'], ['clean.yaml', 'nowhere'], ['nowhere', 'clean.yaml']])('what cannot be read is an error: %s, %s', (old, now) => {
    const { status, stdout } = diff(old, now);
    expect(status).toBe(2);
    expect(stdout).toMatch(/^error (bad\.yaml:1: not YAML|nowhere: there is no such file)/m);
  });

  test('an acknowledgement of bulwark.yaml that only one side needs is no fault', () => {
    const row = 'acknowledgements:\n- {id: privileged-container, reason: r, owner: o, match: {name: new}}\n';
    const cwd = folder({ 'old.yaml': pod('old', false), 'new.yaml': pod('new'), 'bulwark.yaml': row });
    expect(bulwark(cwd, ['diff', 'old.yaml', 'new.yaml', ...ONLY])).toMatchObject({ status: 0, stdout: expect.stringContaining('~ privileged-container') });
  });

  test.each([[['old']], [['old', 'new', 'more']], [['old', 'new', '--format', 'html']], [['old', 'new', '--target', '1.99']]])('bad usage exits 2: %j', args => {
    const { status, stdout, stderr } = bulwark(files, ['diff', ...args]);
    expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
  });
});
