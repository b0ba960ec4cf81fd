const { jest } = require('../../package.json');

/** The cases of other projects: apart, for they are many, and stand outside this project. */
module.exports = {
  ...jest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/peers/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
