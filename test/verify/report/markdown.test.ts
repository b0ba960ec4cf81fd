import MarkdownIt from 'markdown-it';
import { HOSTILE, hostileReport, pod, verified } from './example';
import { againstBaseline } from '../../../src/verify/report/baseline';
import { markdownReport } from '../../../src/verify/report/markdown';
import { printable } from '../../../src/verify/report/printable';

// With tags and bare addresses, as GitHub reads it.
const reader = new MarkdownIt({ html: true, linkify: true });
const OURS = ['h3', 'p', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary', 'ul', 'li', 'code', 'strong'];
const tags = (html: string) => [...new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag.toLowerCase()))];
const shown = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');

const report = verified([pod('web', 'main', { reason: 'it must', owner: 'jane', until: '2027-01-01' }), pod('other')], { packs: ['pss-baseline'] });

test('is a short table, with the rest folded', () => {
  expect(markdownReport(report)).toBe(`### Bulwark: 2 findings

2 objects judged for Kubernetes 1.34; 1 acknowledged, 0 errors

| Recommendation | critical |
| --- | --: |
| CSA 2.3: Containers are not privileged. | 2 |

<details><summary>privileged-container: 2 findings (critical)</summary>

${['web', 'other'].map((name, index) => `- \`Pod/shop/${name} container main\`: it runs privileged\\: it owns its node (\`web.yaml:${2 * index + 1}:${report.findings[index].column}\` \`spec.containers[0].securityContext.privileged\`)`).join('\n')}

To mend it: remove securityContext.privileged; add the single capability that the program needs instead

</details>

<details><summary>Acknowledged: 1</summary>

- \`Pod/shop/web\`: it sees every process of its node and can signal them (\`web.yaml:1:${report.acknowledged[0].column}\` \`spec.hostPID\`)
  - by jane: it must (until 2027-01-01)

</details>
`);
});

test('says what is new since a baseline', () => {
  const text = markdownReport(againstBaseline(report, [report.findings[0], { ...report.findings[0], fingerprint: '0' }]));
  expect(text).toContain('### Bulwark: 1 new finding\n');
  expect(text).toContain('1 known from the baseline, 1 of it gone');
  expect(markdownReport(againstBaseline(report, report.findings))).toContain('### Bulwark: nothing falls short\n');
});

describe('nobody injects markup', () => {
  const hostile = hostileReport();
  const html = reader.render(markdownReport(hostile));

  test('there are no tags but ours, and as many folds as were written', () => {
    expect(tags(html).filter(tag => !OURS.includes(tag))).toEqual([]);
    expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)!.length);
    const { findings, acknowledged, baseline, gone, errors, notices } = hostile;
    const rows = [findings, acknowledged, acknowledged, baseline!, gone!, errors, notices!];
    expect(html.match(/<li>/g)).toHaveLength(rows.reduce((sum, { length }) => sum + length, 0));
  });

  test('nobody is mentioned, and no issue named', () => {
    expect(html.replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/@\w|(?<!&)#\d/);
  });

  test.each(HOSTILE.map(text => [text]))('nothing of %j is lost', text => {
    const read = shown(html);
    const blanks = (each: string) => each.replace(/\s+/g, ' ');
    [`says ${text}`, `jane ${text}: because ${text}`, `error ${text}`, `notice ${text}`].forEach(each => expect(blanks(read)).toContain(blanks(printable(each)).trimEnd()));
    expect(blanks(read)).toContain(blanks(printable(`Pod/shop/${text} container ${text}`)));
  });
});
