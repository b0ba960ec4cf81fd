import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const GROUP = 'admissionregistration.k8s.io';

test.each(['v1beta1', 'v1alpha1'])('policies and bindings of %s say the same as those of v1', version => {
  const file = join(mkdtempSync(join(tmpdir(), 'bulwark-older-')), 'policy.yaml');
  const said = (policies: string, feature: string) => objectsOf(feature).map(object => judged(policies, object))
    .map(report => [outcomeOf(report), report.errors]);
  for (const feature of FEATURES) {
    const text = readFileSync(policyFile(feature), 'utf8');
    const older = text.replaceAll(new RegExp(`${GROUP}/v1(beta1)?$`, 'gm'), `${GROUP}/${version}`);
    expect(older).toMatch(new RegExp(`${GROUP}/${version}\nkind: ValidatingAdmissionPolicyBinding`));
    writeFileSync(file, older);
    expect({ feature, said: said(file, feature) }).toEqual({ feature, said: said(policyFile(feature), feature) });
  }
});
