// What hardening left for a person to decide: by control, on what, what follows from it, why it was left, and what to do.
const { Catalogue } = require('../../lib');
const grouped = require('./grouped.cjs');

const NAMED = 3;

function why(control) {
  const { remedy } = Catalogue.get(control);
  if (remedy === undefined) {
    return 'only its team knows what is right here';
  }
  return remedy.remedyClass === 'behavioural'
    ? 'a program that works today could stop: Hardening.of(app).apply({ behavioural: true }) fills it in for who asks'
    : 'its author wrote otherwise, and what is written is kept';
}

const nameOf = ({ object, container }) => `${object.kind}/${object.name}${container === undefined ? '' : ` (${container})`}`;

module.exports = (findings) => [...grouped(findings, ({ control }) => control)].map(([control, own]) => {
  const names = [...new Set(own.map(nameOf))];
  const rest = names.length > NAMED ? `, and ${names.length - NAMED} more` : '';
  return [
    `  ${control} (CSA ${own[0].recommendation}, ${own[0].severity}): ${names.slice(0, NAMED).join(', ')}${rest}`,
    `      what follows  ${own[0].message}`,
    `      why it is left  ${why(control)}`,
    `      to do  ${own[0].remediation}`,
  ].join('\n');
}).join('\n\n');
