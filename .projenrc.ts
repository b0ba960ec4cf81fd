import { cdk, javascript } from 'projen';

const repository = 'https://github.com/cdk8s-bulwark/cdk8s-bulwark';

const project = new cdk.JsiiProject({
  name: 'cdk8s-bulwark',
  author: 'The cdk8s-bulwark authors',
  authorAddress: 'maintainers@cdk8s-bulwark.dev',
  authorOrganization: true,
  repositoryUrl: `${repository}.git`,
  description: 'Kubernetes workloads that are secure by default, and a verifier that proves it, after the 17 recommendations of the Cloud Security Alliance.',
  keywords: ['cdk8s', 'kubernetes', 'security', 'pod-security', 'cel', 'verifier'],
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk8s-bulwark authors',
  defaultReleaseBranch: 'main',

  projenrcTs: true,
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.19.0',
  workflowNodeVersion: '20',
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.3',
  projenVersion: '0.103.25',
  // projen's release tools want Node 22, above our floor.
  release: false,

  publishToPypi: { distName: 'cdk8s-bulwark', module: 'cdk8s_bulwark' },
  publishToMaven: { javaPackage: 'org.cdk8s.bulwark', mavenGroupId: 'org.cdk8s.bulwark', mavenArtifactId: 'cdk8s-bulwark' },
  publishToGo: { moduleName: 'github.com/cdk8s-bulwark/cdk8s-bulwark-go', packageName: 'bulwark' },

  peerDeps: ['constructs@^10.4.2', 'cdk8s@^2.70.2', 'cdk8s-plus-28@^2.5.6'],
  // What is not jsii cannot be installed by the other languages: it travels inside the package.
  bundledDeps: ['js-yaml@^5.5.0', 're2js@^2.10.0', 'commander@^14.0.3', 'fast-json-patch@^3.1.1', 'yaml@^2.9.1', 'diff@^9.0.0', 'ajv@^8.17.1', 'picocolors@^1.1.1', 'tinyglobby@^0.2.17',
    '@hpcc-js/wasm-graphviz@^1.29.2'],
  devDeps: [
    '@bufbuild/cel-spec@^0.6.1', '@bufbuild/protobuf@^2', '@kubernetes/client-node@~1.4.0', 'cdk8s-cli@2.207.60', 'dependency-cruiser@^17',
    'esbuild@^0.25', 'fast-check@^4',
    // What reports are held against: the schema of SARIF, a reader of XML schemas, of Markdown, and of pages.
    '@microsoft/jest-sarif@1.0.0-beta.0', 'ajv-formats@^3', 'axe-core@^4', 'markdown-it@^15', 'playwright-core@^1', 'xmllint-wasm@^5',
  ],
  bin: { bulwark: 'lib/bulwark.cjs' },
  docgen: true,

  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      collectCoverage: false,
      // jest leaves one processor to itself: of two, half would stand still.
      maxWorkers: '100%',
      // It ends what hangs, on a busy machine too: how fast something is, the benchmarks say.
      testTimeout: 240_000,
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      // These need a cluster, a node, or the cases of others: each folder has its own jest.config.cjs.
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/cluster/', '<rootDir>/test/node/', '<rootDir>/test/peers/'],
      moduleNameMapper: { '^cdk8s-bulwark$': '<rootDir>/src/index.ts' },
      // These are published as ECMAScript modules only, which jest cannot require.
      transformIgnorePatterns: ['/node_modules/(?!(@bufbuild|@hpcc-js)/)'],
    },
  },
  // Examples import the package by its name: tests and checks of types read its sources, so that nothing stale is judged.
  tsconfigDev: { compilerOptions: { rootDir: '..', paths: { 'cdk8s-bulwark': ['../src/index.ts'] } }, include: ['../examples/**/*.ts', '../src/**/*.ts'] },
  eslintOptions: { dirs: ['src'], devdirs: ['test', 'examples'] },
  depsUpgradeOptions: { workflow: true },
  gitignore: ['/.cache/', '/examples/*/dist/', '.DS_Store'],
});

// Only now: what is said above is undone by the line that keeps /test/.
project.gitignore.addPatterns('/test/cluster/.proof/', '/test/peers/.measured/');
project.npmignore!.addPatterns(...['/examples/', '/docs/', '/.ci/', '/scripts/', '/.cache/', '/.npmrc', '/bench/', '/.dependency-cruiser.cjs', '/CONTRIBUTING.md', '/SECURITY.md']);
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
// npm ci misses a platform package of newer versions: see https://github.com/unrs/unrs-resolver
// Lets examples import the package by its name, and closes what is not the API. jsii reads the rest.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './package.json': './package.json',
  './schemas/*': './schemas/*',
  './.jsii': './.jsii',
  './.warnings.jsii.js': './.warnings.jsii.js',
});
project.package.addField('overrides', { 'unrs-resolver': '1.12.2' });

project.jest!.config.reporters = ['default', '<rootDir>/test/not-run-reporter.cjs'];
// Types are checked once, by the `types` task: checking them in every worker triples the time of a run.
// The JavaScript half of the transform serves the ECMAScript modules above.
project.jest!.config.transform = {
  '^.+\\.[t]sx?$': ['ts-jest', { tsconfig: 'test/tsconfig.json', isolatedModules: true, diagnostics: false }],
  '^.+\\.js$': ['ts-jest', { tsconfig: { allowJs: true, module: 'commonjs', target: 'es2022', moduleResolution: 'node10', ignoreDeprecations: '6.0' }, isolatedModules: true, diagnostics: false }],
};

// An editor and the linter look for the nearest tsconfig.json.
new javascript.TypescriptConfig(project, {
  fileName: 'examples/tsconfig.json',
  extends: javascript.TypescriptConfigExtends.fromPaths(['../test/tsconfig.json']),
  include: ['**/*.ts'],
  compilerOptions: { rootDir: '..' },
});

// The command, and the library, in one file each: they load in half the time. What few runs need stays apart.
const bundle = 'esbuild --bundle --platform=node --target=node20.19 --external:re2js --external:yaml --external:diff --external:ajv --external:@hpcc-js/wasm-graphviz --log-level=warning';
project.compileTask.exec(`${bundle} lib/cli/bulwark.js --outfile=lib/bulwark.cjs`);
project.compileTask.exec(`${bundle} lib/index.js --external:cdk8s --external:cdk8s-plus-28 --external:constructs --allow-overwrite --outfile=lib/index.js`);
// What the rules of other projects are here, for the command.
project.compileTask.exec('node scripts/crosswalk.cjs');
// What the controls' conditions are, parsed and checked, so that neither is done at each start.
project.compileTask.exec('node scripts/conditions.cjs');
// What is in them is not published twice.
project.npmignore!.addPatterns('/lib/*/**/*.js', '/lib/packs.js');
project.tasks.tryFind('post-compile')!.exec('jsii-rosetta extract --compile --fail .jsii');
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
project.tasks.addEnvironment('CDK8S_CHECK_UPGRADE', 'false');

// `npm test`, `npm run test:cluster`, `npm run test:node`, `npm run test:peers` and `npm run demo` must work on a clone without node_modules, so what starts them is plain Node.
project.package.setScript('test', 'node scripts/bootstrap.cjs test');
project.package.setScript('test:cluster', 'node scripts/bootstrap.cjs test:cluster');
project.package.setScript('test:node', 'node scripts/bootstrap.cjs test:node');
project.package.setScript('test:peers', 'node scripts/bootstrap.cjs test:peers');
project.package.setScript('demo', 'node scripts/bootstrap.cjs demo');
project.addTask('picture', { description: 'The picture in the README, drawn from the example, on a built tree', exec: 'node scripts/picture.cjs' });
project.addTask('demo:run', { description: 'The demo, on a built tree', exec: 'node scripts/demo.cjs' });
project.addTask('test:run', { description: 'The tests alone', exec: 'jest --ci --passWithNoTests=false', receiveArgs: true });
project.addTask('test:cluster:run', { description: 'The tests that need a cluster', exec: 'jest -c test/cluster/jest.config.cjs --ci --passWithNoTests=false', receiveArgs: true });
project.addTask('test:node:run', { description: 'The tests that run processes on a real node', exec: 'jest -c test/node/jest.config.cjs --ci --passWithNoTests=false', receiveArgs: true });
project.addTask('test:peers:run', { description: 'The tests against the cases of other projects', exec: 'jest -c test/peers/jest.config.cjs --ci --passWithNoTests=false', receiveArgs: true });
project.addTask('types', { description: 'Type-checks sources, tests and examples', exec: 'tsc --noEmit -p test/tsconfig.json' });
project.addTask('imports', { description: 'Imports go one way', exec: 'depcruise --config .dependency-cruiser.cjs src' });

project.synth();
