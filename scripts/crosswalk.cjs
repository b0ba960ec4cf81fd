// Puts the crosswalk beside the command: `bulwark explain trivy:KSV-0012` works where the tests are not, in the published package.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { load } = require('js-yaml');

const ROOT = join(__dirname, '..');
mkdirSync(join(ROOT, 'lib'), { recursive: true });
writeFileSync(join(ROOT, 'lib', 'crosswalk.json'), JSON.stringify(load(readFileSync(join(ROOT, 'test', 'peers', 'crosswalk.yaml'), 'utf8'))));
