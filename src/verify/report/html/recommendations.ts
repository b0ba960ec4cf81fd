import { lensOf } from './lens';
import { Catalogue } from '../../../controls/catalogue';
import { markup, Markup } from '../markup';
import { Evidence } from '../report';
import { PartStanding, Standing, State } from '../standing';
import { count } from '../wording';

/** One recommendation, folded, with its parts: so all of them are seen at once. */
export function recommendationSection({ recommendation: { number, title, references }, state, parts }: Standing): Markup {
  const judged = parts.filter(part => part.state !== State.NOTHING_JUDGED).length;
  return markup`<details class="recommendation" id="recommendation-${number}">
<summary><h3><span class="number">${number}</span> ${title}</h3> <span class="judged">${judged} of ${count(parts.length, 'part')} judged</span> ${badge(state)}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Parts of recommendation ${number}"><table>
<colgroup><col><col><col><col><col></colgroup>
<thead><tr><th scope="col">Part</th><th scope="col">It asks for</th><th scope="col">Lens</th><th scope="col">State</th><th scope="col">Evidence</th></tr></thead>
<tbody>${parts.map(partRow)}</tbody>
</table></div>
${references.length === 0 ? '' : markup`<p class="references">The same is asked for by ${references.map(String).join(', ')}.</p>`}
</details>
`;
}

/** A state in words and colour: the words carry it. */
export function badge(state: State): Markup {
  return markup`<span class="state" data-state="${state}">${state}</span>`;
}

function partRow({ part: { id, asks }, state, findings, acknowledged, evidence }: PartStanding): Markup {
  return markup`
<tr data-lens="${lensOf(id)}"><th scope="row">${id}</th><td>${asks}</td><td class="lens">${lensOf(id)}</td><td>${badge(state)}</td><td>${
  [...findings.length > 0 ? [count(findings.length, 'finding')] : [], ...acknowledged.length > 0 ? [`${acknowledged.length} acknowledged`] : []].join(', ')}${evidenceOf(evidence)}</td></tr>`;
}

/** What was looked at, control by control. */
function evidenceOf(evidence: readonly Evidence[]): Markup | string {
  const looked = evidence.filter(({ evaluated }) => evaluated > 0);
  if (evidence.length === 0) {
    return 'no control that judged serves it';
  }
  if (looked.length === 0) {
    return `${count(evidence.length, 'control')}, nothing they apply to`;
  }
  const titles = new Map(Catalogue.all().map(({ id, title }) => [id, title]));
  return markup`<details><summary>${looked.length} of ${count(evidence.length, 'control')} had something to judge</summary><ul class="evidence">${
    looked.map(({ control, passed, failed, acknowledged, undetermined }) => markup`<li><code>${control}</code> ${titles.get(control) ?? ''}: ${
      ([[passed, 'hold'], [failed, 'fall short'], [acknowledged, 'acknowledged'], [undetermined, 'open']] as const).filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(', ')}</li>`)}</ul></details>`;
}
