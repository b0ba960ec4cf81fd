import { Source } from '../../../src/verify/input';
import { Verification } from '../../../src/verify/verifier';

const verify = (subjects: string, ...controls: string[]) => new Verification({ packs: [], controls }).verifySources([new Source('binding.yaml', `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: own, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: ${subjects}
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
`, true)], [], []);

test.each([['a text', 'jane'], ['a mapping', '{ kind: User, name: jane }'], ['a number', '7']])('subjects that are %s are an error with place and what to do', (_what, subjects) => {
  const { errors, findings } = verify(subjects, 'dangling-binding-subject', 'identity-takes-over-cluster', 'escalating-binding');
  expect(findings).toEqual([]);
  expect(errors).toEqual([{
    file: 'binding.yaml', line: 1, message: 'dangling-binding-subject on RoleBinding/shop/own: subjects is no list, which the API server refuses: write one entry for each',
  }]);
});

test('no subjects at all are nothing wrong', () => {
  expect(verify('null', 'dangling-binding-subject', 'identity-takes-over-cluster').errors).toEqual([]);
});
