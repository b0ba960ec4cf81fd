/** How the page looks: light or dark as the reader's system is, and on paper. Colour is never alone in saying something. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f5f6f8; --card: #fff; --ink: #1a2230; --soft: #515c6d; --line: #d9dee6; --link: #0b57c4; --code: #eef1f5;
  --critical: #a3123f; --high: #b3261e; --medium: #8a5200; --low: #2f5d8a; --good: #17683a; --plain: #515c6d;
  --critical-back: #fde7ee; --high-back: #fdeae8; --medium-back: #fdf1dc; --low-back: #e6f0fa; --good-back: #e2f4e8; --plain-back: #eceff3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10151d; --card: #18202b; --ink: #e6ebf2; --soft: #a7b2c2; --line: #2d3846; --link: #8ab8ff; --code: #222c39;
    --critical: #ff9db8; --high: #ffaaa1; --medium: #f2c46d; --low: #9ccbf7; --good: #86dba4; --plain: #b4bfce;
    --critical-back: #471527; --high-back: #461c19; --medium-back: #3d2c0d; --low-back: #15304a; --good-back: #113a22; --plain-back: #28323f;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 3.5rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.top, main, footer, nav { padding-inline: max(1rem, calc(50vw - 36rem)); }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 3; }
[hidden] { display: none !important; }

.top { padding-block: 2rem 1.25rem; }
.top p { margin: .25rem 0; color: var(--soft); }
.tool { font-size: .85rem; letter-spacing: .04em; }
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); line-height: 1.2; margin: .2rem 0; letter-spacing: -.015em; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.02rem; margin: 0; overflow-wrap: anywhere; }
.sum { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: .6rem; margin: 1.25rem 0 0; }
.sum div { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .6rem .85rem; display: flex; flex-direction: column-reverse; }
.sum dt { color: var(--soft); font-size: .85rem; }
.sum dd { margin: 0; font-size: 1.6rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.sum [data-tone=critical] dd { color: var(--critical); }
.sum [data-tone=high] dd { color: var(--high); }
.sum [data-tone=medium] dd { color: var(--medium); }
.sum [data-tone=low] dd { color: var(--low); }

nav { position: sticky; top: 0; z-index: 2; background: var(--card); border-block: 1px solid var(--line); display: flex; gap: 1.5rem; overflow-x: auto; white-space: nowrap; }
nav a { padding-block: .65rem; text-decoration: none; font-weight: 550; font-size: .95rem; }
nav a:hover { text-decoration: underline; }

.recommendation, .object { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-block: .6rem; }
.recommendation > summary { display: flex; align-items: center; gap: .75rem; padding: .7rem 1rem; cursor: pointer; }
.recommendation > summary::-webkit-details-marker { display: none; }
.recommendation > summary::before { content: "\\25B8"; color: var(--soft); transition: transform .15s; }
.recommendation[open] > summary::before { transform: rotate(90deg); }
.recommendation > summary h3 { flex: 1; }
.number { display: inline-block; min-width: 1.6em; color: var(--soft); font-variant-numeric: tabular-nums; }
.judged { color: var(--soft); font-size: .85rem; font-weight: 400; white-space: nowrap; }
.states { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .75rem; }
.references { color: var(--soft); font-size: .82rem; margin: 0; padding: .6rem 1rem .9rem; }
.empty { color: var(--soft); }

.state, .severity { display: inline-block; border-radius: 99px; padding: .1rem .65rem; font-size: .8rem; font-weight: 600; white-space: nowrap; color: var(--plain); background: var(--plain-back); }
[data-state=findings] { color: var(--high); background: var(--high-back); }
[data-state=acknowledged] { color: var(--medium); background: var(--medium-back); }
[data-state=open] { color: var(--low); background: var(--low-back); }
[data-state=holds] { color: var(--good); background: var(--good-back); }
.severity[data-severity=critical] { color: var(--critical); background: var(--critical-back); }
.severity[data-severity=high] { color: var(--high); background: var(--high-back); }
.severity[data-severity=medium] { color: var(--medium); background: var(--medium-back); }
.severity[data-severity=low] { color: var(--low); background: var(--low-back); }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
section > .scroll { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
th, td { text-align: left; vertical-align: top; padding: .55rem 1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: .8rem; font-weight: 600; white-space: nowrap; overflow-wrap: normal; }
.recommendation col:nth-child(1) { width: 4.5rem; } .recommendation col:nth-child(3) { width: 13rem; } .recommendation col:nth-child(4) { width: 10rem; } .recommendation col:nth-child(5) { width: 19rem; }
tbody th { font-weight: 600; min-width: 3.5rem; }
.lens { white-space: nowrap; overflow-wrap: normal; }
td details { margin-top: .1rem; }
td summary { cursor: pointer; color: var(--link); }
.evidence { margin: .3rem 0 0; padding-left: 1.1rem; font-size: .88rem; }

.filters { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .85rem 1rem; }
.filters label { font-size: .9rem; }
.filters > label { display: grid; gap: .2rem; color: var(--soft); }
.filters > label:first-child { flex: 1 1 16rem; }
fieldset { border: 0; margin: 0; padding: 0; }
legend { color: var(--soft); font-size: .9rem; padding: 0; }
fieldset label { display: inline-flex; gap: .35rem; align-items: center; padding-block: .35rem; margin-right: .75rem; }
input[type=search], select, button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: 7px; padding: .35rem .7rem; }
button { cursor: pointer; }
#shown { color: var(--soft); min-height: 1.5em; margin: .5rem 0; }

.object > h3 { padding: .7rem 1rem; }
.findings { list-style: none; margin: 0; padding: 0; }
.finding { border-top: 1px solid var(--line); padding: .7rem 1rem .8rem; }
.finding p { margin: .2rem 0; overflow-wrap: anywhere; }
.container { color: var(--soft); }
.where, .why { font-size: .85rem; color: var(--soft); }
.how::before { content: "To mend it: "; font-weight: 600; }
code { background: var(--code); border-radius: 5px; padding: .1em .4em; font: .92em/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
main > section > ul { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem .8rem 2.2rem; overflow-wrap: anywhere; }
footer { color: var(--soft); font-size: .85rem; padding-block: 2rem; }

@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } .recommendation > summary::before { transition: none; } }
@media (max-width: 40rem) { .recommendation > summary .judged { display: none; } th, td { padding-inline: .7rem; } }
@media print {
  :root { --page: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #bbb; --link: #000; --code: #fff; color-scheme: light;
    --critical: #a3123f; --high: #b3261e; --medium: #8a5200; --low: #2f5d8a; --good: #17683a; --plain: #333;
    --critical-back: #fff; --high-back: #fff; --medium-back: #fff; --low-back: #fff; --good-back: #fff; --plain-back: #fff; }
  body { font-size: 10pt; }
  nav, .filters, .skip, #shown { display: none; }
  .finding, tr, .sum div { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  .state, .severity { border: 1px solid currentColor; }
  .scroll { overflow: visible; }
}
`;
