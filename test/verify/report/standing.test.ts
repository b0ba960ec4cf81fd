import { pod, verified } from './example';
import { RecommendationPart, Report } from '../../../src';
import { againstBaseline } from '../../../src/verify/report/baseline';
import { standingOf, State } from '../../../src/verify/report/standing';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}';
const packs = ['pss-baseline'];
const states = (report: Report) => new Map(standingOf(report).flatMap(({ parts }) => parts).map(({ part, state }) => [part.id, state]));

test('every part stands somehow, in the order of the document', () => {
  expect([...states(verified([SERVICE])).keys()]).toEqual(RecommendationPart.all().map(({ id }) => id));
});

test('findings, then acknowledged, then open, then holds; what nothing exercised has nothing judged, and no tick', () => {
  const web = pod('web', 'main', { reason: 'r', owner: 'o' }).replace('"privileged":true', '"privileged":false');
  const accepted = verified([web, SERVICE], { packs, controls: ['dangling-service'] });
  const parts = states(accepted);
  expect(['2.3', '5.4', '2.4', '16.1'].map(part => parts.get(part))).toEqual([State.ACKNOWLEDGED, State.OPEN, State.HOLDS, State.NOTHING_JUDGED]);
  expect(states(verified([pod('web')], { packs })).get('2.3')).toBe(State.FINDINGS);
});

test('a recommendation stands as the gravest of its parts', () => {
  const [, second, third] = standingOf(verified([pod('web')], { packs }));
  expect([second.state, third.state]).toEqual([State.FINDINGS, State.NOTHING_JUDGED]);
});

test('what only the baseline accepts still falls short', () => {
  const report = verified([pod('web')], { packs });
  expect(states(againstBaseline(report, report.findings)).get('2.3')).toBe(State.FINDINGS);
});
