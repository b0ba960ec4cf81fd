import { testRanked } from './ranked';
import { Environment } from '../../src/model/environment';

testRanked('Environment', Environment, [Environment.DEV, Environment.TEST, Environment.STAGING, Environment.PROD]);

test('their names are those that labels carry', () => {
  expect(Environment.all().map(String)).toEqual(['dev', 'test', 'staging', 'prod']);
});
