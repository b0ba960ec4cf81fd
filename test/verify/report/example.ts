import { Finding, Report, Severity } from '../../../src';
import { Source } from '../../../src/verify/input';
import { Verification } from '../../../src/verify/verifier';
import { VerifierOptions } from '../../../src/verify/verifier-options';

/** What others may write into a manifest, to break out of what we write. */
export const HOSTILE: readonly string[] = [
  '<script>window.broken = 1</script>', '"><img src=x onerror=window.broken=1>', '</script><script>window.broken=1</script>', "' onmouseover='window.broken=1", '--><svg onload=window.broken=1>',
  '</textarea></title></style><b>bold</b>', ']]><b/>', '&lt;&amp;&#39;', '`code` ``two`` ```', '| cell | [link](http://example.com) ![image](x)', '**bold** _it_ ~~no~~ # title', '@everyone #1 www.example.com me@example.com https://example.com',
  '::error::injected', '%0A::error::injected', 'a\n::error::injected', '\u001b[31mred', 'right\u202eleft', '\u0000nul', '\ud800 alone', '{{ template }} ${js} $math$', 'ünï 漢字 🚢', '  two  blanks  ', '---\nkind: Report',
];

/** A Pod that falls short, with a name, a container and an acknowledgement of somebody's choosing. */
export function pod(name: string, container = 'main', accepted?: { readonly reason: string; readonly owner: string; readonly until?: string }): string {
  const annotations = accepted === undefined ? {} : { 'cdk8s-bulwark/acknowledge': JSON.stringify([{ id: 'host-pid', ...accepted }]) };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', annotations },
    spec: { hostPID: accepted !== undefined, containers: [{ name: container, image: 'web', securityContext: { privileged: true } }] },
  });
}

/** Judges documents as a file. */
export function verified(documents: readonly string[], options: VerifierOptions = {}, file = 'web.yaml'): Report {
  return new Verification({ now: '2026-11-24', ...options }).verifySources([new Source(file, documents.join('\n---\n'), true)], [], []);
}

/** A report with everything in it that a report can have: each text that others may write is hostile. */
export function hostileReport(): Report {
  const documents = HOSTILE.map(text => pod(text, text, { reason: `because ${text}`, owner: `jane ${text}`, until: '2027-01-01' }));
  const real = verified(documents, { packs: ['pss-baseline'], controls: ['dangling-service'] }, 'dir "a&b"/web <1>.yaml');
  const own = (text: string): Finding => ({
    ...real.findings[0],
    control: `own ${text}`,
    recommendation: '',
    severity: Severity.HIGH,
    message: `says ${text}`,
    remediation: `do ${text}`,
    references: [`policy ${text}`],
    fingerprint: 'f'.repeat(16),
    file: undefined,
    line: undefined,
    column: undefined,
    document: undefined,
    constructPath: `app/${text}`,
  });
  const findings = [...real.findings, ...HOSTILE.map(own)];
  return {
    ...real,
    summary: { ...real.summary, findings: findings.length, errors: HOSTILE.length, baseline: 1, gone: 1 },
    findings,
    baseline: [own('known')],
    gone: [own('gone')],
    errors: HOSTILE.map(text => ({ file: text, line: 3, message: `error ${text}` })),
    notices: HOSTILE.map(text => `notice ${text}`),
  };
}
