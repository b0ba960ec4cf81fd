import { bulwark, describeCommand, folder, ONLY, pod } from './run';

const files = folder({ 'pod.yaml': pod('web'), 'clean.yaml': pod('web', false), 'ref.yaml': 'acknowledgements: {}\n', 'typo.yaml': 'parameter: {}\n' });

describeCommand('bad usage exits 2 with one clear line', () => {
  test.each([
    [['verify'], 'there is nothing to judge: name files or folders, or say paths in bulwark.yaml'],
    [['verify', 'pod.yaml', '--bogus'], "unknown option '--bogus'"],
    [['verify', 'pod.yaml', '--format', 'xml'], 'Allowed choices are text, json'],
    [['verify', 'pod.yaml', '--fail-on', 'huge'], 'Allowed choices are low, medium, high, critical'],
    [['verify', 'pod.yaml', '--pack', 'nope'], 'there is no pack "nope": give one of csa, pss-baseline, pss-restricted'],
    [['verify', 'pod.yaml', '--control', 'nope'], 'there is no control "nope"'],
    [['verify', 'pod.yaml', '--target', '1.99'], '"1.99" is not a supported Kubernetes version: give one from 1.28 to 1.'],
    [['verify', 'pod.yaml', '--now', 'never'], '"never" is not a day: write it as 2026-12-31'],
    [['verify', 'pod.yaml', '--config', 'gone.yaml'], 'gone.yaml: there is no such file'],
    [['verify', 'pod.yaml', '--config', 'ref.yaml'], 'ref.yaml:1: acknowledgements must be array'],
    [['verify', 'pod.yaml', '--config', 'typo.yaml'], 'typo.yaml:1: "parameter" is not known in the configuration'],
    [['explain', 'nope'], 'there is no control "nope"'],
    [['explain', 'privileged-container', '--target', 'x'], '"x" is not a supported Kubernetes version'],
    [['explain', 'trivy:KSV-9999'], 'trivy-checks has no rule "KSV-9999" that is known here: `bulwark controls --peer trivy-checks` lists them'],
    [['explain', 'nobody:rule'], 'there is no project "nobody" in the crosswalk: give one of kube-linter, kube-score'],
    [['controls', '--peer', 'nobody'], 'there is no project "nobody"'],
    [['bogus'], "unknown command 'bogus'"],
  ])('bulwark %j', (args, message) => {
    const { status, stdout, stderr } = bulwark(files, args);
    expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(/^bulwark: /);
    expect(stderr).toContain(message);
  });
});

describeCommand('the exit code', () => {
  test.each([
    ['0 where nothing is found', ['clean.yaml', ...ONLY], 0],
    ['1 where something is found', ['pod.yaml', ...ONLY], 1],
    ['1 from the severity on that was asked for', ['pod.yaml', ...ONLY, '--fail-on', 'critical'], 1],
    ['0 below it', ['pod.yaml', '--control', 'host-probe-host', '--control', 'version-label', '--fail-on', 'medium'], 0],
    ['2 where something cannot be read, although there are findings', ['pod.yaml', 'gone.yaml', ...ONLY], 2],
  ])('is %s', (_name, args, status) => {
    expect(bulwark(files, ['verify', ...args]).status).toBe(status);
  });

  test.each([[['--version']], [['--help']], [['verify', '--help']], [['controls']], [['explain', 'privileged-container']]])('is 0 for bulwark %j', args => {
    const { status, stdout, stderr } = bulwark(files, args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  });
});

describeCommand('packs, controls and targets', () => {
  test('are what is judged, and nothing else', () => {
    const controls = (...args: string[]) => JSON.parse(bulwark(files, ['verify', 'clean.yaml', '--format', 'json', ...args]).stdout)
      .evidence.map(({ control }: any) => control);
    expect(controls(...ONLY, '--control', 'host-pid')).toEqual(['privileged-container', 'host-pid']);
    const both = controls('--pack', 'pss-baseline', '--pack', 'pss-restricted', '--control', 'image-digest');
    expect(both).toEqual(expect.arrayContaining(['privileged-container', 'seccomp-profile', 'image-digest']));
    expect(new Set(both).size).toBe(both.length);
    expect(controls().length).toBeGreaterThan(both.length);
  });

  test('a target decides what holds: hostProbe is judged from 1.34 on', () => {
    const probing = folder({ 'pod.yaml': pod('web', false).replace('securityContext', 'livenessProbe: {httpGet: {port: 80, host: 10.0.0.1}}\n    securityContext') });
    const at = (target: string) => bulwark(probing, ['verify', 'pod.yaml', '--pack', 'pss-baseline', '--target', target]).status;
    expect([at('1.33'), at('1.34')]).toEqual([0, 1]);
  });

  test('explain tells everything of a control, and controls lists it', () => {
    const { stdout } = bulwark(files, ['explain', 'drop-all-capabilities']);
    ['CSA 2.5', 'severity', 'in CEL', 'remedy', 'capabilities.drop', 'to mend it'].forEach(text => expect(stdout).toContain(text));
    expect(bulwark(files, ['controls']).stdout).toMatch(/^2\.5 +drop-all-capabilities +/m);
  });
});
