import { testRanked } from './ranked';
import { Sensitivity } from '../../src/model/sensitivity';

testRanked('Sensitivity', Sensitivity, [Sensitivity.PUBLIC, Sensitivity.INTERNAL, Sensitivity.CONFIDENTIAL, Sensitivity.RESTRICTED]);

test('their names are those that labels carry', () => {
  expect(Sensitivity.all().map(String)).toEqual(['public', 'internal', 'confidential', 'restricted']);
});
