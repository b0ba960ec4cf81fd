const { jest } = require('../../package.json');

// The client of Kubernetes is published as ECMAScript modules only, and so is some of what it needs.
const MODULES = ['@bufbuild', '@kubernetes', 'jose', 'jsonpath-plus', 'oauth4webapi', 'openid-client'];

/** The tests that need a cluster: one is started before them, and stopped after. */
module.exports = {
  ...jest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/cluster/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES.join('|')})/)`],
  globalSetup: '<rootDir>/test/cluster/global-setup.ts',
  globalTeardown: '<rootDir>/test/cluster/global-teardown.ts',
  testTimeout: 120_000,
  // There is one cluster, a guard is for all of it, and tests use the same names of namespaces.
  maxWorkers: 1,
};
