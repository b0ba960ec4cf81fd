import { agrees, FEATURES, judged, objectsOf, outcomeOf, policyFile } from './features';

describe.each(FEATURES)('%s', feature => {
  test.each(objectsOf(feature).map(object => [`${object.kind} ${object.metadata.name} in ${object.metadata.namespace}: ${object.metadata.annotations.expect}`, object] as const))('%s', (_, object) => {
    const report = judged(policyFile(feature), object);
    expect(report.errors).toEqual([]);
    const { expect: expected } = object.metadata.annotations;
    const outcome = outcomeOf(report);
    expect(agrees(expected, outcome) ? expected : outcome).toBe(expected);
  });
});
