import { createHash } from 'node:crypto';
import { objectSection } from './objects';
import { recommendationSection } from './recommendations';
import { SCRIPT } from './script';
import { STYLE } from './style';
import { markup, Markup } from '../markup';
import { Report } from '../report';
import { standingOf, State } from '../standing';
import { count, placeOfError } from '../wording';

const TOLD: { readonly [state in State]: string } = {
  [State.FINDINGS]: 'with findings', [State.ACKNOWLEDGED]: 'acknowledged', [State.OPEN]: 'open', [State.HOLDS]: 'hold', [State.NOTHING_JUDGED]: 'with nothing judged',
};

/**
 * The report as one page that needs nothing else: no network, no file beside it. Everything is in the page without its script, which only filters. The
 * browser is told to run that script and nothing else, whatever a manifest holds.
 */
export function htmlReport(report: Report): string {
  const { tool, summary: { objects, target }, findings, acknowledged, baseline, gone = [], errors, notices = [] } = report;
  const standing = standingOf(report);
  const states = Object.values(State).map(state => [state, standing.filter(each => each.state === state).length] as const);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; base-uri 'none'; form-action 'none'">
<title>${findings.length === 0 ? 'Nothing falls short' : count(findings.length, 'finding')} in ${count(objects, 'object')} · bulwark</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#objects">Skip to the findings</a>
<header class="top">
<p class="tool">${tool.name} ${tool.version}</p>
<h1>${verdict(findings.length, errors.length, baseline !== undefined)}</h1>
<p>${count(objects, 'object')} judged for Kubernetes ${target} against the 17 recommendations of the Cloud Security Alliance.</p>
<dl class="sum">
${Object.entries(report.summary.bySeverity).map(([severity, number]) => figure(severity, number, number === 0 ? 'none' : severity))}
${figure('acknowledged', acknowledged.length, 'none')}${baseline === undefined ? '' : markup`${figure('in the baseline', baseline.length, 'none')}${figure('gone', gone.length, 'none')}`}
${figure('open', report.summary.undetermined, 'none')}${figure('errors', errors.length, errors.length === 0 ? 'none' : 'critical')}
</dl>
</header>
<nav aria-label="Sections"><a href="#recommendations">Recommendations</a><a href="#objects">Findings by object</a><a href="#acknowledged">Acknowledged</a>${
  errors.length > 0 ? markup`<a href="#errors">Errors</a>` : ''}${notices.length > 0 ? markup`<a href="#notices">To know</a>` : ''}</nav>
<main>
${errors.length === 0 ? '' : list('errors', 'Errors: what could not be read or judged', errors.map(error =>
  markup`<li>${placeOfError(error) === '' ? '' : markup`<code>${placeOfError(error)}</code> `}${error.message}</li>`))}
<section id="recommendations" aria-labelledby="recommendations-title">
<h2 id="recommendations-title">The 17 recommendations</h2>
<p class="states">${states.filter(([, number]) => number > 0).map(([state, number]) => markup`<span class="state" data-state="${state}">${number} ${TOLD[state]}</span> `)}</p>
${standing.map(recommendationSection)}
</section>
${objectSection(report)}
${notices.length === 0 ? '' : list('notices', 'To know', notices.map(notice => markup`<li>${notice}</li>`))}
</main>
<footer><p>Written by ${tool.name} ${tool.version}. The page needs no network; it is as it was when it was written.</p></footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.text;
}

/** Names the one style and the one script that a browser may use. */
function hash(text: string): Markup {
  return new Markup(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

function verdict(findings: number, errors: number, held: boolean): string {
  return errors > 0 ? `${count(findings, 'finding')}, and ${count(errors, 'error')}: not everything could be judged`
    : findings === 0 ? held ? 'Nothing new falls short' : 'Nothing falls short' : count(findings, held ? 'new finding' : 'finding');
}

function figure(name: string, number: number, tone: string): Markup {
  return markup`<div data-tone="${tone}"><dt>${name}</dt><dd>${number}</dd></div>`;
}

function list(id: string, title: string, rows: readonly Markup[]): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><ul>${rows}</ul></section>`;
}
