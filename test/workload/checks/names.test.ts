import * as fc from 'fast-check';
import { DNS_LABEL, DNS_SUBDOMAIN, ENVIRONMENT_VARIABLE, nameFault, PORT_NAME, QUALIFIED_NAME } from '../../../src/workload/checks/names';

/** A form of name with names that have it and names that do not. */
const FORMS = [
  ['DNS label', DNS_LABEL, ['a', '0', 'a-b', 'a'.repeat(63)], ['', 'A', 'a.b', '-a', 'a-', 'a_b', 'a'.repeat(64), 'a\n']],
  ['DNS subdomain', DNS_SUBDOMAIN, ['a', 'a.b', 'a-b.c-d', 'a'.repeat(253)], ['', 'A', 'a..b', '.a', 'a.', 'a.-b', 'a'.repeat(254)]],
  ['port', PORT_NAME, ['http', 'a', '8080-tcp', 'a'.repeat(15)], ['', '80', 'a--b', 'HTTP', 'a_b', '-a', 'a'.repeat(16)]],
  ['environment variable', ENVIRONMENT_VARIABLE, ['A', '_a', 'a.b', '.a', '-a', 'A1'], ['', '1A', 'A=B', 'A B', '.', '..', '..a', 'É']],
  ['label or annotation', QUALIFIED_NAME, ['a', 'A_b.c-d', 'example.com/a', 'a'.repeat(63)], ['', '/a', 'a/', 'a/b/c', 'A.com/a', '-a', 'a'.repeat(64)]],
] as const;

test.each(FORMS)('the name of a %s', (_what, form, good, bad) => {
  expect(good.filter(name => !form.fits(name))).toEqual([]);
  expect(bad.filter(name => form.fits(name))).toEqual([]);
});

test('a port is a DNS label, which is a DNS subdomain and the key of a label', () => {
  const narrower = [[PORT_NAME, DNS_LABEL], [DNS_LABEL, DNS_SUBDOMAIN], [DNS_LABEL, QUALIFIED_NAME]] as const;
  const name = fc.array(fc.constantFrom('a', 'b', '0', '9', '-', '.', '_', 'A', '/'), { maxLength: 20 }).map(letters => letters.join(''));
  fc.assert(fc.property(name, text => {
    expect(narrower.every(([narrow, wide]) => !narrow.fits(text) || wide.fits(text))).toBe(true);
  }));
});

test('a name that is not given is not wrong', () => {
  expect(nameFault('the hostname', undefined, DNS_LABEL)).toEqual([]);
  expect(nameFault('the hostname', 'A', DNS_LABEL)).toEqual([`the hostname "A" is not a name for it: ${DNS_LABEL.form}`]);
});
