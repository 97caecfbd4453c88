// Rescuing a text in a real browser: the keys, what they leave in the form, what axe says.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openBrowser } from '../kit/browser.ts';
import { axeFindings } from './axe.ts';
import { openSite } from './server.ts';
import { openTab } from './tab.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());
const ada = await site.as('ada');
const story =
  'Title: Cold Tea Rating: Mature Chapter 1: Rain Mira was late. “You said eight,” said Tobias. ' +
  '“About eight.” She sat down. “Is there tea?” “There was,” he said. * * * Nobody spoke of it.';

test('breaks are made and taken away by one key, and the draft has them', async () => {
  const tab = await openTab(browser, site, { as: ada });
  const { page } = tab;
  await tab.open('/works/rescue');
  await page.getByLabel('The text').fill(story);
  await tab.follow(() => page.getByRole('button', { name: 'Find the paragraphs' }).click());
  const ends = page.locator('button.end');
  await ends.first().focus();
  const pressed = await ends.first().getAttribute('aria-pressed');
  await page.keyboard.press('x');
  assert.equal(await ends.first().getAttribute('aria-pressed'), String(pressed !== 'true'));
  await page.keyboard.press('x');
  await page.keyboard.press('n');
  assert.equal(await ends.nth(1).evaluate((end) => end === document.activeElement), true);
  await page.keyboard.press('Enter');
  const place = (await ends.nth(1).getAttribute('value')) ?? '';
  assert.equal(await page.locator('input[name="turned"]').inputValue(), place);
  const was = await ends.nth(1).getAttribute('aria-pressed');
  await tab.follow(() => page.getByRole('button', { name: 'Apply what the parts are' }).click());
  assert.equal(await page.locator(`#end-${place}`).getAttribute('aria-pressed'), was);
  assert.deepEqual(await axeFindings(page), []);
  await page.setViewportSize({ width: 320, height: 800 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 320, `${width} pixels`);
  await tab.follow(() => page.getByRole('button', { name: 'Make a draft' }).first().click());
  assert.match(page.url(), /\/works\/\d+\/edit$/);
  assert.deepEqual(tab.complaints, []);
  await tab.close();
});
