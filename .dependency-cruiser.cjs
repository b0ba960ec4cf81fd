/** Imports go one way: model, cel <- inventory <- connectivity <- controls <- { verify, hardening, guard } <- app <- constructs; fix <- verify; cli uses verify, guard and fix only. */
const below = {
  model: [],
  cel: [],
  inventory: ['model'],
  connectivity: ['model', 'inventory'],
  controls: ['model', 'cel', 'inventory', 'connectivity'],
  verify: ['model', 'cel', 'inventory', 'controls', 'connectivity'],
  hardening: ['model', 'cel', 'inventory', 'controls'],
  guard: ['model', 'cel', 'inventory', 'controls'],
  app: ['model', 'inventory', 'controls', 'verify', 'hardening'],
  'supply-chain': ['model', 'verify'],
  fix: ['model', 'inventory', 'controls', 'verify'],
  cli: ['model', 'verify', 'guard', 'controls', 'fix', 'connectivity'],
};
const arrow = Object.entries(below).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-what-is-below`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/|^src/packs\\.ts$` },
}));
const plain = {
  name: 'the-verifier-knows-no-cdk8s',
  comment: 'the command starts fast and serves every cdk8s-plus line; type-only imports are erased',
  severity: 'error',
  from: { path: '^src/(model|cel|inventory|connectivity|controls|verify|app|supply-chain|fix|cli)/' },
  to: { path: '^(node_modules/)?(cdk8s|cdk8s-plus-28|constructs)(/|$)', dependencyTypesNot: ['type-only'] },
};
const synthesis = {
  name: 'of-hardening-app-uses-rendering-alone',
  severity: 'error',
  from: { path: '^src/app/' },
  to: { path: '^src/hardening/', pathNot: '^src/hardening/(render|pass|synthesis|watch|made-at)\\.ts$' },
};
const hardening = {
  name: 'hardening-and-guard-know-cdk8s-but-not-cdk8s-plus',
  severity: 'error',
  from: { path: '^src/(model|cel|inventory|controls|verify|app|hardening|guard)/' },
  to: { path: 'cdk8s-plus' },
};
const circular = { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } };

module.exports = {
  forbidden: [...arrow, plain, synthesis, hardening, circular],
  options: { tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: false, doNotFollow: { path: 'node_modules' } },
};
