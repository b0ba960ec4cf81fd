import { Sensitivity } from '../../src/model/sensitivity';
import { SensitivityRequirement } from '../../src/model/sensitivity-requirements';

const demands = (sensitivity: Sensitivity) => SensitivityRequirement.of(sensitivity).map(String);
const confidential = ['trusted-nodes', 'encrypted-storage', 'backup', 'minimal-image', 'forensic-capture'];

test('PUBLIC and INTERNAL demand nothing more', () => {
  expect([...demands(Sensitivity.PUBLIC), ...demands(Sensitivity.INTERNAL)]).toEqual([]);
});

test('CONFIDENTIAL demands protection, RESTRICTED that and more', () => {
  expect(demands(Sensitivity.CONFIDENTIAL)).toEqual(confidential);
  expect(demands(Sensitivity.RESTRICTED)).toEqual([...confidential, 'sandboxed-runtime', 'encrypted-application']);
});

test('a value of one\'s own demands what is below it', () => {
  expect(demands(Sensitivity.custom('health', { after: Sensitivity.CONFIDENTIAL }))).toEqual(confidential);
  expect(demands(Sensitivity.custom('partners', { before: Sensitivity.CONFIDENTIAL }))).toEqual([]);
});

test('every requirement is in the list, and serves a part', () => {
  const statics = Object.values(SensitivityRequirement);
  expect(SensitivityRequirement.all()).toEqual(statics);
  expect(SensitivityRequirement.all().map(({ part }) => part.id)).toEqual(['8.5', '17.2', '15.1', '6.3', '7.5', '8.5', '17.3']);
});
