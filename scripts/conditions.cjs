// Puts the conditions of all controls beside the command and the library, parsed and checked: nobody waits for that at a start.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Catalogue } = require('../lib/controls/catalogue');
const { keptConditionsOf } = require('../lib/controls/kept-conditions');

writeFileSync(join(__dirname, '..', 'lib', 'conditions.json'), JSON.stringify(keptConditionsOf(Catalogue.all())));
