import { lensOf } from './lens';
import { SeverityOrder } from '../../../model/severity';
import { markup, Markup } from '../markup';
import { AcknowledgedFinding, Finding, Report } from '../report';
import { count, objectName, patchLines, placeOf } from '../wording';

const SEVERITIES = ['critical', 'high', 'medium', 'low'];

/** Everything that was found, by object, with what filters it; and below it what is accepted. */
export function objectSection({ findings, acknowledged, baseline = [], gone = [] }: Report): Markup {
  const objects = grouped([...findings.map(finding => [finding, false] as const), ...baseline.map(finding => [finding, true] as const)]);
  return markup`<section id="objects" aria-labelledby="objects-title">
<h2 id="objects-title">Findings by object</h2>
${findings.length + baseline.length === 0 ? markup`<p class="empty">There are none.</p>` : markup`${filters()}
<p id="shown" role="status" aria-live="polite"></p>
${[...objects].map(([name, rows]) => objectArticle(name, rows))}`}
</section>
<section id="acknowledged" aria-labelledby="acknowledged-title">
<h2 id="acknowledged-title">Acknowledged</h2>
${acknowledged.length === 0 ? markup`<p class="empty">Nothing was acknowledged.</p>` : acknowledgedTable(acknowledged)}
</section>
${gone.length === 0 ? '' : markup`<section id="gone" aria-labelledby="gone-title"><h2 id="gone-title">Gone since the baseline</h2><ul>${
  gone.map(finding => markup`<li><code>${objectName(finding.object)}</code> ${finding.control}: ${finding.message}</li>`)}</ul></section>`}`;
}

function filters(): Markup {
  return markup`<form class="filters" role="search" aria-label="Filter the findings" hidden>
<label>Search <input type="search" id="search" placeholder="object, control, file, text" autocomplete="off"></label>
<fieldset><legend>Severity</legend>${SEVERITIES.map(severity => markup`<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity}</label> `)}</fieldset>
<label>Lens <select id="lens"><option value="">everybody</option><option>developer</option><option>operator</option></select></label>
<button type="reset">Show all</button>
</form>`;
}

type Row = readonly [finding: Finding, isKnown: boolean];

/** The gravest findings first, and so the objects that have them. */
function grouped(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of [...rows].sort(([a], [b]) => SeverityOrder.compare(b.severity, a.severity))) {
    const name = objectName(row[0].object);
    const group = groups.get(name) ?? [];
    group.push(row);
    groups.set(name, group);
  }
  return groups;
}

function objectArticle(name: string, rows: readonly Row[]): Markup {
  return markup`<article class="object"><h3>${name} <span class="judged">${rows[0][0].object.apiVersion}, ${count(rows.length, 'finding')}</span></h3><ul class="findings">${
    rows.map(([finding, isKnown]) => findingItem(finding, isKnown))}</ul></article>
`;
}

function findingItem(finding: Finding, isKnown: boolean): Markup {
  const { control, recommendation, severity, container, path, message, remediation, references, fingerprint } = finding;
  const place = placeOf(finding);
  return markup`
<li class="finding" data-severity="${severity}" data-lens="${lensOf(recommendation)}" id="finding-${fingerprint}">
<p class="what"><span class="severity" data-severity="${severity}">${severity}</span> ${container === undefined ? '' : markup`<span class="container">container <code>${container}</code>:</span> `}${message}</p>
<p class="where">${place === '' ? '' : markup`<code>${place}</code> `}${path === '' ? '' : markup`<code>${path}</code>`}</p>
<p class="how">${remediation}</p>${patchLines(finding).map(line => markup`
<p class="patch"><code>${line}</code></p>`)}
<p class="why"><code>${control}</code>${recommendation === '' ? ' · a policy of your own' : markup` · <a href="#recommendation-${recommendation.split('.')[0]}">CSA ${recommendation}</a>`}${
  references.length === 0 ? '' : ` · ${references.join(', ')}`}${isKnown ? ' · known from the baseline' : ''}</p>
</li>`;
}

function acknowledgedTable(acknowledged: readonly AcknowledgedFinding[]): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Acknowledged findings"><table>
<thead><tr><th scope="col">Object</th><th scope="col">Finding</th><th scope="col">Reason</th><th scope="col">Owner</th><th scope="col">Until</th></tr></thead>
<tbody>${acknowledged.map(({ object, container, control, severity, message, reason, owner, until }) => markup`
<tr class="accepted"><th scope="row">${objectName(object)}${container === undefined ? '' : ` container ${container}`}</th><td><span class="severity" data-severity="${severity}">${severity}</span> <code>${control}</code> ${message}</td><td>${reason}</td><td>${owner}</td><td>${until ?? 'it does not expire'}</td></tr>`)}</tbody>
</table></div>`;
}
