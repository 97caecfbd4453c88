// Every kind of page in a real browser: axe finds nothing in any theme, nothing is wider than a
// phone, and neither the console nor the content security policy complains.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { readingChoices } from '../../src/shared/reading.ts';
import { openBrowser } from '../kit/browser.ts';
import { fillArchive, type Who } from './archive.ts';
import { axeFindings, markNew } from './axe.ts';
import type { PageKind } from './page-kind.ts';
import { listPageKinds } from './page-kinds.ts';
import { openSite } from './server.ts';
import { openTab, type Tab } from './tab.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());
const archive = await fillArchive(site);

const themes = readingChoices.theme.filter((theme) => theme !== 'auto' && theme !== 'light');
// A theme changes colours and nothing else.
const inColours = { rules: ['color-contrast'], brief: true };
/** What has been looked at in every theme. */
const met = new Set<string>();
const desktop = { width: 1280, height: 900 };
const phonePixels = 390;
/** WCAG 1.4.10: a window of 1280 at 400%. */
const narrowestPixels = 320;

const unused: Record<Who, Tab[]> = { guest: [], ada: [], ben: [], cho: [], dee: [], flo: [] };

describe('axe finds nothing on', { concurrency: 2 }, async () => {
  for (const kind of await listPageKinds(archive)) {
    test(kind.name, async () => {
      const tab = await tabOf(kind.who);
      const before = tab.complaints.length;
      await show(tab, kind);
      const findings = [...(await findInThemes(tab, kind)), ...(await findOnPhone(tab, kind))];
      assert.deepEqual([...findings, ...tab.complaints.slice(before)], []);
      unused[kind.who].push(tab);
    });
  }
});

describe('axe finds nothing in', () => {
  test('the colours of a device that is dark', async () => {
    const tab = await openTab(browser, site, { colorScheme: 'dark' });
    for (const path of ['/works', `/works/${archive.work.id}`]) {
      await tab.open(path);
      assert.deepEqual(await axeFindings(tab.page, inColours), []);
    }
    await tab.close();
  });

  test('suggestions, counters over their limit, and what was kept', async () => {
    const tab = await openTab(browser, site, { as: await archive.visitor('ben') });
    await tab.open('/works/new');
    await tab.page.getByLabel(/^Title/).fill('Kept and '.repeat(30));
    await tab.open('/works/new');
    await tab.page.getByRole('button', { name: 'Put it back' }).waitFor();
    await tab.page.getByLabel(/^Title/).fill('Kept and '.repeat(30));
    await tab.page.locator('.counter.over').waitFor();
    await tab.page.getByLabel(/^Fandoms/).fill('Low Har');
    await tab.page.getByRole('listbox').waitFor();
    await tab.page.keyboard.press('ArrowDown');
    const findings = await findInThemes(tab, { main: true });
    await tab.close();
    assert.deepEqual(findings, []);
  });
});

/** A tab with the session of whoever looks: a new one takes as long as looking does. */
async function tabOf(who: Who): Promise<Tab> {
  return unused[who].pop() ?? openTab(browser as Browser, site, { as: await archive.visitor(who) });
}

async function show({ page, open, follow }: Tab, { path, send, opens }: PageKind): Promise<void> {
  await page.setViewportSize(desktop);
  await open(path);
  if (send !== undefined) {
    const button = page.locator(`form[action="${send}"] button[type=submit]`).first();
    await follow(() => button.click());
  }
  for (const selector of opens) {
    await page.locator(selector).evaluateAll((summaries) => {
      for (const { parentElement } of summaries) parentElement?.setAttribute('open', '');
    });
  }
}

async function findInThemes({ page }: Tab, { main }: Pick<PageKind, 'main'>): Promise<string[]> {
  const findings = await axeFindings(page, { brief: !main });
  if ((await markNew(page, met)) === 0) return findings;
  for (const theme of themes) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const found = await axeFindings(page, { ...inColours, within: '[data-new]' });
    findings.push(...found.map((finding) => `in ${theme}: ${finding}`));
  }
  return findings;
}

async function findOnPhone({ page }: Tab, { main }: PageKind): Promise<string[]> {
  const findings: string[] = [];
  for (const width of [narrowestPixels, phonePixels]) {
    await page.setViewportSize({ width, height: 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) findings.push(`${over} px wider than a window of ${width}`);
  }
  const found = main ? await axeFindings(page, { brief: true }) : [];
  return [...findings, ...found.map((finding) => `on a phone: ${finding}`)];
}
