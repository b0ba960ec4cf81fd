/**
 * What filters the page. It changes what is shown, and makes no markup: text of a manifest never becomes anything else. It is written for any browser of
 * the last years, and the page is whole without it.
 */
export const SCRIPT = `
'use strict';
(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const form = document.querySelector('.filters');
  const search = document.getElementById('search');
  const lens = document.getElementById('lens');
  const shown = document.getElementById('shown');
  const objects = all('.object').map(element => ({
    element,
    name: element.querySelector('h3').textContent.toLowerCase(),
    findings: [...element.querySelectorAll('.finding')].map(finding => ({ element: finding, text: finding.textContent.toLowerCase() })),
  }));
  const accepted = all('.accepted').map(element => ({ element, text: element.textContent.toLowerCase() }));
  const parts = all('tr[data-lens]');
  const total = objects.reduce((sum, object) => sum + object.findings.length, 0);

  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const severities = new Set(all('input[name=severity]:checked').map(box => box.value));
    const has = text => words.every(word => text.includes(word));
    const sees = element => element.dataset.lens.includes(lens.value);
    let visible = 0;
    for (const object of objects) {
      let own = 0;
      for (const { element, text } of object.findings) {
        element.hidden = !(severities.has(element.dataset.severity) && sees(element) && has(object.name + ' ' + text));
        own += element.hidden ? 0 : 1;
      }
      object.element.hidden = own === 0;
      visible += own;
    }
    accepted.forEach(({ element, text }) => { element.hidden = !has(text); });
    parts.forEach(element => { element.hidden = !sees(element); });
    shown.textContent = visible === total ? '' : visible + ' of ' + total + ' findings shown';
  };

  if (form) {
    form.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('reset', () => setTimeout(filter));
    form.addEventListener('submit', event => event.preventDefault());
    // As many tools have it: the slash leads to the search.
    document.addEventListener('keydown', event => {
      if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
        event.preventDefault();
        search.focus();
      }
    });
  }

  // What is folded is printed too.
  const opened = [];
  addEventListener('beforeprint', () => {
    opened.push(...all('details:not([open])'));
    opened.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => opened.splice(0).forEach(details => { details.open = false; }));

  // A link to a recommendation opens it.
  const open = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === 'DETAILS') {
      target.open = true;
    }
  };
  addEventListener('hashchange', open);
  open();
})();
`;
