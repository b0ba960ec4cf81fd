// Loads an example's TypeScript as it stands; its types are checked by `projen types`, not here.
const { join } = require('node:path');
require('ts-node').register({ transpileOnly: true, skipProject: true, compilerOptions: { module: 'node16', moduleResolution: 'node16', target: 'es2022' } });

module.exports = (name, file) => require(join(__dirname, '..', '..', 'examples', name, file));
