const base = require('/work/wt/policy/test/cluster/jest.config.cjs');
module.exports = { ...base, rootDir: '/work/wt/policy', globalSetup: undefined, globalTeardown: undefined };
