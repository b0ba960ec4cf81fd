import { Catalogue, Packs } from '../src';

const all = Catalogue.all();

test('there is a pack for every standard of the design', () => {
  expect(Packs.names()).toEqual(['csa', 'pss-baseline', 'pss-restricted', 'nsa', 'cis', 'owasp', 'developer', 'operator', 'conventions']);
});

test('the pack csa is everything but what teams differ in', () => {
  const conventions = Packs.ids('conventions');
  expect(Packs.ids('csa')).toEqual(all.map(({ id }) => id).filter(id => !conventions.includes(id)));
});

test('no convention is among what a profile of Pod Security, a developer or an operator is asked for', () => {
  const others = ['pss-baseline', 'pss-restricted', 'developer', 'operator'].flatMap(pack => Packs.ids(pack));
  expect(Packs.ids('conventions').filter(id => others.includes(id))).toEqual([]);
});

test('a convention that is told what to ask for is asked for, beside packs', () => {
  const parameters = { 'required-labels': { labels: { team: '.' } } };
  expect(Packs._asked({ packs: ['csa'], parameters }).has('required-labels')).toBe(true);
  expect(Packs._asked({ packs: ['csa'] }).has('required-labels')).toBe(false);
  expect(Packs._asked({ controls: ['image-tag'], parameters }).has('required-labels')).toBe(false);
});

test.each(Packs.names())('the pack %s names controls that are there, each once', pack => {
  const ids = Packs.ids(pack);
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.filter(id => !all.some(control => control.id === id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['pss-baseline', 'PSS', 'baseline'],
  ['pss-restricted', 'PSS', 'restricted'],
])('every control of %s refers to the profile, or to the one that it contains', (pack, standard) => {
  const wrong = Packs.ids(pack).filter(id => !Catalogue.get(id).references.some(reference => reference.standard === standard));
  expect(wrong).toEqual([]);
});

test.each([
  ['nsa', 'NSA/CISA 1.2'],
  ['cis', 'CIS Kubernetes 1.12'],
  ['owasp', 'OWASP K8s 2025'],
])('the pack %s is the controls that refer to %s', (pack, standard) => {
  expect(Packs.ids(pack)).toEqual(all.filter(({ references }) => references.some(reference => reference.standard === standard)).map(({ id }) => id));
});

test('every control is for developers or operators, and some are for one of them alone', () => {
  const [developer, operator] = [new Set(Packs.ids('developer')), new Set(Packs.ids('operator'))];
  expect(Packs.ids('csa').filter(id => !developer.has(id) && !operator.has(id))).toEqual([]);
  expect([developer, operator].every(ids => ids.size < all.length)).toBe(true);
});

/** Recommendations that a manifest cannot show, or shows only to a person. */
const NOT_IN_MANIFESTS: Readonly<Record<string, string>> = {
  '2.7': 'which authority signed for etcd stands in the certificates',
  '4.2.8': 'which rate of events is enough is for a person to decide',
  '5.3.1': 'whether the network plugin supports policies is a fact of the cluster',
  '5.6.1': 'what belongs into a namespace of its own is for a person to decide',
};

test('the pack cis covers what command lines, configuration files and policies show, but for what no manifest does', () => {
  const sections: Readonly<Record<string, number>> = {
    1.2: 30, 1.3: 7, 1.4: 2, 2: 7, 4.2: 14, 5.1: 13, 5.2: 12, 5.3: 2, 5.4: 2, 5.5: 1, 5.6: 4,
  };
  const ids = Object.entries(sections).flatMap(([section, count]) => Array.from({ length: count }, (_, index) => `${section}.${index + 1}`));
  const covered = new Set(all.flatMap(({ references }) => references.filter(({ standard }) => standard.startsWith('CIS')).map(({ id }) => id)));
  expect(ids.filter(id => !covered.has(id)).sort()).toEqual(Object.keys(NOT_IN_MANIFESTS).sort());
});

test('a pack that is not there is refused by name, with those that are', () => {
  expect(() => Packs.ids('pci')).toThrow('there is no pack "pci": give one of csa, pss-baseline, pss-restricted, nsa, cis, owasp, developer, operator, conventions');
});
