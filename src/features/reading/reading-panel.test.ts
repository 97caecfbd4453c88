// The reading panel in a real browser, with the real script under the real Content-Security-Policy.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openSite } from '../../../test/browser/server.ts';
import { openTab, type Tab, type TabWishes } from '../../../test/browser/tab.ts';
import { openBrowser } from '../../../test/kit/browser.ts';
import { postWork } from '../../../test/kit/post-work.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());
const { id } = await postWork(site, 'ada', { chapters: ['One.', 'Two.'] });
const address = `/works/${id}`;

test('a choice in the panel shows at once and is still there on the next page', async () => {
  const { page, open, close } = await openWork();
  await choose(page, 'Dark');
  assert.equal(await shown(page, 'theme'), 'dark');
  const paper = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  assert.notEqual(paper, 'rgb(252, 251, 248)');
  await choose(page, 'XL');
  await open(address);
  assert.equal(await shown(page, 'theme'), 'dark');
  assert.equal(await shown(page, 'size'), 'xl');
  await close();
});

test('a member’s choice reaches the account without a click on a button', async () => {
  const { page, open, close } = await openWork({ as: await site.as('ben') });
  const sent = page.waitForResponse((response) => response.request().method() === 'POST');
  await choose(page, 'Sepia');
  assert.equal((await sent).status(), 303);
  await page.context().clearCookies({ name: 'inkstead_reading' });
  await open(address);
  assert.equal(await shown(page, 'theme'), 'sepia');
  await close();
});

test('a choice is made by keyboard alone', async () => {
  const { page, close } = await openWork();
  await page.locator('.panel:not(.chapters) > summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('.panel[open]').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  assert.equal(await shown(page, 'theme'), 'light');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.panel[open]').count(), 0);
  await close();
});

test('without script the panel leads to a page that shows the choice and keeps it', async () => {
  const { page, follow, close } = await openWork({ script: false });
  await choose(page, 'Dark');
  await follow(() => page.getByRole('button', { name: 'Use these' }).click());
  assert.equal(await shown(page, 'theme'), 'dark');
  await follow(() => page.getByRole('button', { name: 'Keep this' }).click());
  assert.equal(page.url(), site.origin + address);
  assert.equal(await shown(page, 'theme'), 'dark');
  await close();
});

async function openWork(wishes: TabWishes = {}): Promise<Tab> {
  const tab = await openTab(browser!, site, wishes);
  await tab.open(address);
  return tab;
}

function shown(page: Page, what: 'theme' | 'size'): Promise<string | null> {
  return page.locator('html').getAttribute(`data-${what}`);
}

async function choose(page: Page, label: string): Promise<void> {
  const panel = page.locator('.panel:not(.chapters)');
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
  await panel.getByRole('radio', { name: label, exact: true }).check({ force: true });
}
