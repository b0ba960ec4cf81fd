import { Pss } from '../../../src/model/standards/pss';

test('the profiles are named as Kubernetes names them', () => {
  expect([`${Pss.BASELINE}`, `${Pss.RESTRICTED}`]).toEqual(['PSS baseline', 'PSS restricted']);
});
