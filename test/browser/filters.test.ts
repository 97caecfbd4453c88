// The filters beside a list in a real browser: counted while they are filled in, over the whole
// screen of a phone, by keyboard, and without script.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../kit/browser.ts';
import { postWork } from '../kit/post-work.ts';
import { axeFindings } from './axe.ts';
import { openSite } from './server.ts';
import { openTab, type TabWishes } from './tab.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());
await postWork(site, 'ada', { fandoms: ['Marsh'], freeforms: ['Tea', 'Rain'] });
await postWork(site, 'ada', { fandoms: ['Marsh'], freeforms: ['Tea', 'Snow'] });
await postWork(site, 'ben', { fandoms: ['Fen'], freeforms: ['Rain', `${'Long '.repeat(29)}Tag`] });

const phone: TabWishes = { width: 360 };

async function visit(wishes: TabWishes, act: (page: Page, open: Open) => Promise<void>) {
  const tab = await openTab(browser!, site, wishes);
  await tab.open('/works');
  await act(tab.page, tab.open);
  await tab.close();
  assert.deepEqual(tab.complaints, []);
}
type Open = (path: string) => Promise<void>;

const button = (page: Page) => page.getByRole('button', { name: /^Show/ });
const group = (page: Page, name: string) =>
  page.locator('form.filters details > summary', { hasText: new RegExp(`^${name}`) });

/** Waits for what the button says. */
async function says(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).waitFor();
}

test('a box that is ticked changes the number on the button and beside the other boxes', () =>
  visit({}, async (page) => {
    await says(page, 'Show 3 works');
    await group(page, 'Additional tags').click();
    await page.getByRole('checkbox', { name: 'Tea 2' }).check();
    await says(page, 'Show 2 works');
    assert.ok(await page.getByRole('checkbox', { name: 'Rain 1' }).isVisible());
    assert.equal(await group(page, 'Additional tags').innerText(), 'Additional tags\n1');
    await page.getByRole('checkbox', { name: 'Keep out Snow' }).check();
    await says(page, 'Show 1 work');
    const heard = page.locator('form.filters').getByRole('status');
    assert.equal(await heard.last().textContent(), '1 work');
    assert.equal(await page.getByRole('heading', { name: '3 Works' }).last().isVisible(), true);
    await page.getByLabel('Search within these works').fill('zzzz');
    await says(page, 'Show 0 works');
  }));

test('a tag is wanted or kept out, never both', () =>
  visit({}, async (page) => {
    await group(page, 'Additional tags').click();
    const wanted = page.getByRole('checkbox', { name: /^Tea/ });
    await wanted.check();
    await page.getByRole('checkbox', { name: 'Keep out Tea' }).check();
    assert.equal(await wanted.isChecked(), false);
    await says(page, 'Show 1 work');
  }));

test('where counts do not come, the button says what it does without a number', () =>
  visit({}, async (page) => {
    await page.route(/counts=/, (route) => route.fulfill({ status: 204 }));
    await group(page, 'Ratings').click();
    await page.getByRole('checkbox', { name: /^General/ }).check();
    await says(page, 'Show works');
    await page.unroute(/counts=/);
  }));

test('only the answer to the newest question is shown', () =>
  visit({}, async (page) => {
    let asked = 0;
    await page.route(/counts=/, async (route) => {
      asked += 1;
      // The first question is never answered.
      if (asked > 1) await route.continue();
    });
    await group(page, 'Additional tags').click();
    const first = page.waitForRequest(/counts=/);
    await page.getByRole('checkbox', { name: /^Tea/ }).check();
    await first;
    await page.getByRole('checkbox', { name: /^Snow/ }).check();
    await says(page, 'Show 1 work');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }));

test('on a phone the filters cover the screen, keep keys inside, and close on Escape', () =>
  visit(phone, async (page) => {
    const summary = page.locator('.filters-panel > summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.locator('#footer[inert]').waitFor({ state: 'attached' });
    const box = await page.locator('.filters-panel').boundingBox();
    assert.deepEqual(box, { x: 0, y: 0, width: 360, height: 844 });
    assert.ok(await button(page).isVisible());
    for (const name of ['Ratings', 'Additional tags']) await group(page, name).click();
    assert.deepEqual(await axeFindings(page), []);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.tag-choices label, form.filters summary, .segments label')]
        .filter((target) => target.checkVisibility())
        .map((target) => target.getBoundingClientRect())
        .filter(({ width, height }) => width < 43.5 || height < 42)
        .map(({ width, height }) => `${width} x ${height}`),
    );
    assert.deepEqual(small, []);
    const over = await page.locator('.filters-panel').evaluate((it) => it.scrollWidth - 360);
    assert.ok(over <= 0, `${over} px too wide`);
    await page.keyboard.press('Escape');
    await page.locator('#footer:not([inert])').waitFor({ state: 'attached' });
    assert.ok(await summary.evaluate((element) => element === document.activeElement));
  }));

test('on a phone the way back closes the filters, and leads past them from what they show', () =>
  visit(phone, async (page) => {
    const summary = page.locator('.filters-panel > summary');
    const sheet = page.locator('.filters-panel[open]');
    // The browser tells of the opening, and so the step is made, a moment after it is seen.
    const step = () => page.waitForFunction(() => history.state?.filters === true);
    await summary.click();
    await step();
    await page.goBack();
    await sheet.waitFor({ state: 'detached' });
    assert.match(page.url(), /\/works$/);
    await summary.click();
    await summary.press('Escape');
    await page.waitForFunction(() => history.state === null);
    await summary.click();
    await step();
    await group(page, 'Additional tags').click();
    await page.getByRole('checkbox', { name: 'Tea 2' }).check();
    await says(page, 'Show 2 works');
    await button(page).click();
    await page.getByRole('heading', { name: '2 Works' }).first().waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '3 Works' }).first().waitFor();
    assert.match(page.url(), /\/works$/);
    assert.equal(await sheet.count(), 0);
  }));

test('without script the filters open in the page, and do the same', () =>
  visit({ ...phone, script: false }, async (page) => {
    await page.locator('.filters-panel > summary').click();
    await group(page, 'Additional tags').click();
    await page.getByRole('checkbox', { name: 'Keep out Tea' }).check();
    assert.equal(await button(page).textContent(), 'Show works');
    await button(page).click();
    await page.getByRole('heading', { name: '1 Work' }).waitFor();
    const inUse = page.getByRole('navigation', { name: 'Filters in use' });
    await inUse.getByRole('link', { name: 'Remove: not Tea' }).click();
    await page.getByRole('heading', { name: '3 Works' }).waitFor();
  }));
