// What hardening filled in: by control, the count of fields and one of them.
const { Catalogue } = require('../../lib');
const grouped = require('./grouped.cjs');

module.exports = (fields) => [...grouped(fields, ({ control }) => control)].map(([control, own]) =>
  `  ${String(own.length).padStart(3)} fields  ${control}: ${Catalogue.get(control).title}\n               ${own[0].path} of ${own[0].constructPath}${own.length > 1 ? ', …' : ''}`).join('\n');
