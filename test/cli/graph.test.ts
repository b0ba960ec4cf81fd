import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bulwark, describeCommand, folder, pod } from './run';

describeCommand('bulwark graph', () => {
  const deny = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny}\nspec: {podSelector: {}, policyTypes: [Ingress, Egress]}\n';

  test('writes a line an edge, and exits with 0', () => {
    const { status, stdout, stderr } = bulwark(folder({ 'app.yaml': `${pod('web')}---\n${pod('cart')}` }), ['graph', 'app.yaml']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('default/web[Pod] => default/cart[Pod] : All Connections [plain text]\n');
    expect(stdout.trimEnd().split('\n')).toHaveLength(6);
  });

  test('draws one SVG, in a file where it is asked for one', () => {
    const cwd = folder({ 'app.yaml': `${pod('web')}---\n${pod('cart')}` });
    expect(bulwark(cwd, ['graph', 'app.yaml', '--format', 'svg', '--output', 'app.svg'])).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'app.svg'), 'utf8')).toMatch(/^<svg [^]*>web<\/text>[^]*<\/svg>\n$/);
  });

  test('what is given as context counts, and is not drawn among itself', () => {
    const cwd = folder({ 'app.yaml': pod('web'), 'others.yaml': `${pod('cart')}---\n${pod('bank')}---\n${deny.replace('Ingress, Egress', 'Ingress').replace('{}', '{matchLabels: {app: none}}')}` });
    const lines = bulwark(cwd, ['graph', 'app.yaml', '--context', 'others.yaml']).stdout.split('\n');
    expect(lines.filter(line => line.includes('web[Pod]'))).toHaveLength(6);
    expect(lines.filter(line => line !== '' && !line.includes('web[Pod]'))).toEqual([]);
  });

  test('names steer no terminal', () => {
    const { stdout } = bulwark(folder({ 'app.yaml': `${pod('"web\\e[31m\\nforged"')}---\n${pod('cart')}` }), ['graph', 'app.yaml']);
    expect(stdout).toContain('default/web\\u001b[31m\\u000aforged[Pod] => default/cart[Pod]');
  });

  test('draws nothing between workloads that are denied everything', () => {
    const { status, stdout } = bulwark(folder({ 'app.yaml': `${pod('web')}---\n${pod('cart')}---\n${deny}` }), ['graph', '.', '--format', 'json', '--layer', 'network']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ schemaVersion: '1', layer: 'network', edges: [] });
  });

  test('names what it could not read, draws the rest, and exits with 2', () => {
    const { status, stdout, stderr } = bulwark(folder({ 'app.yaml': `${pod('web')}---\nkind: [\n` }), ['graph', 'app.yaml', '--format', 'mermaid']);
    expect(status).toBe(2);
    expect(stdout).toContain('flowchart LR');
    expect(stderr).toMatch(/^bulwark: app[.]yaml:\d+: not YAML/);
  });

  test('says why nothing was read', () => {
    const { status, stderr } = bulwark(folder(), ['graph', 'none.yaml']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^bulwark: none[.]yaml:1: .*\nbulwark: none[.]yaml: there is no workload to draw\n$/);
  });

  test('names a policy that cannot be one, with its place, and draws the rest', () => {
    const wrong = deny.replace('policyTypes: [Ingress, Egress]', 'egress: {to: []}');
    const { status, stdout, stderr } = bulwark(folder({ 'app.yaml': `${pod('web')}---\n${wrong}` }), ['graph', 'app.yaml']);
    expect([status, stdout.split('\n').length]).toEqual([2, 3]);
    expect(stderr).toBe('bulwark: app.yaml:14: NetworkPolicy/deny: spec.egress is not a list: the API server refuses it, and it is not drawn\n');
  });

  test('says that there is nothing to draw', () => {
    const { status, stdout, stderr } = bulwark(folder({ 'policy.yaml': deny }), ['graph', 'policy.yaml']);
    expect([status, stdout, stderr]).toEqual([2, '', 'bulwark: policy.yaml: there is no workload to draw\n']);
  });
});
