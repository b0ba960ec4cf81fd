const cluster = require('../cluster/jest.config.cjs');

/** The tests that need a real node: one is joined to a control plane of their own, one test file after the other. */
module.exports = {
  ...cluster,
  testMatch: ['<rootDir>/test/node/**/*.test.ts'],
  globalSetup: '<rootDir>/test/node/global-setup.ts',
  globalTeardown: '<rootDir>/test/node/global-teardown.ts',
  maxWorkers: 2,
  testTimeout: 240_000,
};
