import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { Browser, BrowserContextOptions, chromium, Page } from 'playwright-core';
import { Report } from '../../../../src';
import { againstBaseline } from '../../../../src/verify/report/baseline';
import { htmlReport } from '../../../../src/verify/report/html/page';
import { printable } from '../../../../src/verify/report/printable';
import { notRun } from '../../../not-run';
import { HOSTILE, hostileReport, pod, verified } from '../example';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const folder = mkdtempSync(join(tmpdir(), 'bulwark-html-'));
const report = verified(
  [pod('web', 'main', { reason: 'it must', owner: 'jane', until: '2027-01-01' }), pod('other'), 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}']);

let browser: Browser;
let pages = 0;

/** The page as a person opens it: a file. */
async function open(of: Report, options: BrowserContextOptions = {}): Promise<Page> {
  const file = join(folder, `${pages++}.html`);
  writeFileSync(file, htmlReport(of));
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`file://${file}`);
  return page;
}

test('the page asks for nothing from the network', () => {
  const tags = htmlReport(hostileReport()).match(/<[a-z][^>]*>/g)!;
  expect(tags.filter(tag => /^<(link|img|iframe|object|embed|base)\b|\ssrc=|href="(?!#)/.test(tag))).toEqual([]);
});

if (CHROMIUM === undefined) {
  test('the page in Chromium', () => notRun('the HTML report in Chromium', 'there is no Chromium: apt-get install chromium'));
} else {
  describe('in Chromium', () => {
    beforeAll(async () => {
      // Chromium's own sandbox does not work for root.
      browser = await chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    });
    afterAll(() => browser.close());

    test('says how all 17 recommendations and their 54 parts stand, for whom, and by what evidence', async () => {
      const page = await open(report);
      expect(await page.locator('.recommendation').count()).toBe(17);
      const rows = page.locator('.recommendation tbody > tr');
      expect(await rows.count()).toBe(54);
      const row = async (part: string) => (await page.locator('tr', { has: page.locator(`th:text-is("${part}")`) }).textContent())!.replace(/\s+/g, ' ');
      expect(await row('2.3')).toMatch(/^ ?2\.3Containers are not privileged\.developer and operatorfindings\d+ findings, 1 acknowledged\d+ of \d+ controls had something to judge/);
      expect(await row('1.2')).toMatch(/operatornothing judged/);
      expect(await row('2.4')).toMatch(/holds\d of \d controls/);
      expect(await page.locator('#recommendation-2 > summary .state').textContent()).toBe('findings');
    });

    test('has every finding, and what was acknowledged with reason, owner and expiry', async () => {
      const page = await open(report);
      expect(await page.locator('.finding').count()).toBe(report.findings.length);
      expect(await page.locator('.accepted td').allTextContents()).toEqual([expect.stringContaining('host-pid'), 'it must', 'jane', '2027-01-01']);
    });

    test('filters by text, severity and lens, and shows all again', async () => {
      const page = await open(report);
      const visible = () => page.locator('.finding:visible').count();
      await page.keyboard.press('/');
      await page.keyboard.type('other privileged-container');
      expect(await visible()).toBe(1);
      expect(await page.locator('.object:visible').count()).toBe(1);
      expect(await page.locator('#shown').textContent()).toBe(`1 of ${report.findings.length} findings shown`);
      await page.locator('button[type=reset]').click();
      await page.waitForFunction(() => (globalThis as any).document.getElementById('shown').textContent === '');
      expect(await visible()).toBe(report.findings.length);
      for (const severity of ['high', 'medium', 'low']) {
        await page.locator(`input[value=${severity}]`).uncheck();
      }
      expect(await visible()).toBe(report.findings.filter(finding => finding.severity === 'critical').length);
      await page.locator('button[type=reset]').click();
      await page.locator('#lens').selectOption('developer');
      const lenses = await page.locator('.finding:visible').evaluateAll(all => all.map(each => (each as any).dataset.lens));
      expect(new Set(lenses)).toEqual(new Set(['developer', 'developer and operator']));
    });

    test.each(['light', 'dark'] as const)('is accessible in %s, by the rules of axe', async colorScheme => {
      const page = await open(hostileReport(), { colorScheme, bypassCSP: true });
      await page.evaluate('document.querySelectorAll("details").forEach(each => { each.open = true; })');
      await page.addScriptTag({ content: axe.source });
      const { violations, passes } = await page.evaluate('axe.run()') as axe.AxeResults;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)).toEqual([]);
      expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'region', 'label']));
    });

    test('works with the keyboard alone', async () => {
      const page = await open(report);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the findings');
      await page.locator('#recommendation-2 > summary').focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('#recommendation-2').getAttribute('open')).toBe('');
    });

    test('is whole without its script', async () => {
      const page = await open(report, { javaScriptEnabled: false });
      expect(await page.locator('.finding:visible').count()).toBe(report.findings.length);
      expect(await page.locator('.filters').isVisible()).toBe(false);
    });

    test('prints everything, black on white, and folds again', async () => {
      const page = await open(report, { colorScheme: 'dark' });
      await page.evaluate('dispatchEvent(new Event("beforeprint"))');
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.locator('.recommendation tbody > tr:visible').count()).toBe(54);
      expect(await page.locator('.filters').isVisible()).toBe(false);
      expect(await page.evaluate('getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor')).toBe('rgb(0, 0, 0)rgb(255, 255, 255)');
      expect((await page.pdf()).length).toBeGreaterThan(10_000);
      await page.evaluate('dispatchEvent(new Event("afterprint"))');
      expect(await page.locator('details[open]').count()).toBe(0);
    });

    test('fits a narrow screen', async () => {
      const page = await open(report, { viewport: { width: 360, height: 700 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    });

    test('tells what is new, known and gone since a baseline', async () => {
      const page = await open(againstBaseline(report, [...report.findings.slice(2), { ...report.findings[0], fingerprint: '0', message: 'it was so' }]));
      expect(await page.locator('h1').textContent()).toBe('2 new findings');
      expect(await page.locator('.why', { hasText: 'known from the baseline' }).count()).toBe(report.findings.length - 2);
      expect(await page.locator('#gone li').allTextContents()).toEqual([expect.stringContaining('it was so')]);
    });

    describe('with texts that would break out', () => {
      let page: Page;
      const asked: string[] = [];
      const complaints: string[] = [];
      beforeAll(async () => {
        page = await (await browser.newContext()).newPage();
        page.on('request', request => asked.push(request.url()));
        page.on('console', message => complaints.push(message.text()));
        page.on('dialog', dialog => { complaints.push(dialog.message()); void dialog.dismiss(); });
        // Served, as a pipeline does, so that what is asked for beside it would be seen.
        const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(htmlReport(hostileReport())));
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
        await page.locator('#search').fill('<script>');
        await page.mouse.move(300, 300);
        await page.locator('#search').fill('');
        server.close();
      });

      test('nothing of theirs runs, and nothing is asked for', async () => {
        expect(await page.evaluate('window.broken')).toBeUndefined();
        expect(asked.filter(url => !url.endsWith('/favicon.ico'))).toHaveLength(1);
        expect(complaints).toEqual([]);
        expect(await page.evaluate('[document.scripts.length, document.styleSheets.length, document.images.length, document.querySelectorAll("svg, iframe, b, [onerror], [onmouseover], [onload]").length]')).toEqual([1, 1, 0, 0]);
      });

      test.each(HOSTILE.map(text => [text]))('%j is shown as it is', async text => {
        const shown = await page.evaluate('document.body.textContent') as string;
        [`says ${text}`, `do ${text}`, `because ${text}`, `jane ${text}`, `error ${text}`, `notice ${text}`, `Pod/shop/${text}`].forEach(each => expect(shown).toContain(printable(each)));
      });
    });

    test('the script is stopped by the browser where somebody changed it', async () => {
      const file = join(folder, 'changed.html');
      writeFileSync(file, htmlReport(report).replace("'use strict';", "'use strict'; window.broken = 1;"));
      const page = await browser.newPage();
      await page.goto(`file://${file}`);
      expect(await page.evaluate('window.broken')).toBeUndefined();
      expect(await page.locator('.filters').isVisible()).toBe(false);
    });
  });
}
