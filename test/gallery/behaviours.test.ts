// The behaviours of src/web/client in a real browser, on the gallery's pages, under the real
// Content-Security-Policy.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openTab, type Tab, type TabWishes } from '../browser/tab.ts';
import { openBrowser } from '../kit/browser.ts';
import { openGallery } from './gallery.ts';

const gallery = await openGallery();
const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
after(async () => {
  await browser.close();
  gallery.close();
});

/** A fresh visitor; whatever the console complains of fails the test. */
async function visit(
  path: string,
  act: (tab: Tab) => Promise<void>,
  wishes: TabWishes = {},
): Promise<void> {
  const tab = await openTab(browser!, gallery, wishes);
  await tab.open(path);
  await act(tab);
  await tab.close();
  assert.deepEqual(tab.complaints, []);
}

/** At once: with pauses between letters, each beginning of the word would be asked for. */
async function typeAtOnce(page: Page, words: string): Promise<void> {
  await page.keyboard.insertText(words);
}

test('a menu opens by keyboard, closes on Escape and gives the focus back', () =>
  visit('/list', async ({ page }) => {
    const summary = page.locator('nav.site summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    const first = page.getByRole('link', { name: 'Works', exact: true });
    await first.waitFor({ state: 'visible' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await first.waitFor({ state: 'hidden' });
    assert.ok(await summary.evaluate((element) => element === document.activeElement));
  }));

test('a menu closes when the focus or a click goes elsewhere', () =>
  visit('/list', async ({ page }) => {
    const menu = page.locator('nav.site details');
    await menu.locator('summary').click();
    await page.mouse.click(640, 700);
    assert.equal(await menu.getAttribute('open'), null);
    await menu.locator('summary').click();
    await page.locator('#site_search').focus();
    assert.equal(await menu.getAttribute('open'), null);
  }));

test('a suggestion is taken by keyboard, and Enter does not send the form', () =>
  visit('/form', async ({ page }) => {
    const field = page.locator('#work_freeform_string');
    await field.focus();
    await page.keyboard.press('End');
    await typeAtOnce(page, ', od');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await list.waitFor();
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await field.getAttribute('aria-activedescendant');
    assert.equal(await page.locator(`#${active}`).textContent(), 'Oda & Old Benn');
    await page.keyboard.press('Enter');
    assert.equal(await field.inputValue(), 'Lighthouses, Goats, Oda & Old Benn, ');
    assert.equal(await list.isVisible(), false);
    assert.match(page.url(), /\/form$/);
  }));

test('suggestions say how many works and which synonym fits, and heed the fandoms typed', () =>
  visit('/form', async ({ page }) => {
    const status = page.locator('.suggestions-anchor [role=status]').last();
    await page.locator('#work_fandom_string').fill('Harbour Nights');
    const field = page.locator('#work_freeform_string');
    await field.fill('');
    const asked = page.waitForRequest(/autocomplete\/freeform/);
    await typeAtOnce(page, 'od');
    const { searchParams } = new URL((await asked).url());
    assert.equal(searchParams.get('fandoms'), 'Harbour Nights');
    const last = page.getByRole('option').last();
    await last.waitFor();
    assert.equal(await last.textContent(), 'Strange Weather → Odd Weather 1,200');
    assert.equal(await status.textContent(), 'Suggestions: 3');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    assert.equal(await field.inputValue(), 'Odd Weather, ');
    assert.equal(await status.textContent(), '');
  }));

test('a suggestion replaces the name that the caret is in, and Escape takes none', () =>
  visit('/form', async ({ page }) => {
    const field = page.locator('#work_freeform_string');
    await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(3, 3));
    await field.focus();
    await page.keyboard.type('x');
    await page.getByRole('option', { name: 'Odd Weather' }).click();
    assert.equal(await field.inputValue(), 'Odd Weather, Goats');
    await page.keyboard.type('y');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('listbox').isVisible(), false);
    assert.equal(await field.inputValue(), 'Odd Weathery, Goats');
  }));

test('the counter shows what is used and says when it is too much', () =>
  visit('/form', async ({ page }) => {
    const field = page.locator('.field', { has: page.locator('#work_title') });
    await field.locator('input').fill('é'.repeat(256));
    await field.locator('.counter.over').waitFor();
    assert.equal(await field.locator('.counter').textContent(), '256 / 255');
    assert.equal(await field.getByRole('status').textContent(), '256 / 255');
    assert.equal(await field.locator('input').inputValue(), 'é'.repeat(256));
  }));

test('what was typed is offered after a crash, and forgotten once it is saved', () =>
  visit('/form', async ({ page, open }) => {
    const text = page.locator('#work_chapter_content');
    await text.fill('The lamp had been burning for eleven days.');
    await open('/form');
    assert.equal(await text.inputValue(), '');
    await page.getByRole('button', { name: 'Put it back' }).click();
    assert.equal(await text.inputValue(), 'The lamp had been burning for eleven days.');
    await open('/home?saved=ada/works/new');
    await open('/form');
    assert.equal(await page.locator('.kept').count(), 0);
  }));

test('what was kept is not written over by what is typed beside it', () =>
  visit('/form', async ({ page, open }) => {
    const text = page.locator('#work_chapter_content');
    const offers = page.locator('.kept q');
    await text.fill('The first try.');
    await open('/form');
    await text.fill('The second try.');
    await open('/form');
    assert.deepEqual(await offers.allTextContents(), ['The second try.', 'The first try.']);
    await page.locator('.kept').last().getByRole('button', { name: 'Put it back' }).click();
    assert.equal(await text.inputValue(), 'The first try.');
    await page.getByRole('button', { name: 'Discard it' }).click();
    await text.fill('');
    await open('/form');
    assert.equal(await offers.count(), 0);
  }));

test('a list of very many tags is cut, and opens by its button or by keyboard', () =>
  visit('/list', async ({ page }) => {
    const work = page.locator('#work_1002');
    const last = work.locator('.tags li').last();
    const below = () =>
      last.evaluate((item) => {
        const { bottom } = item.parentElement!.getBoundingClientRect();
        return item.getBoundingClientRect().top >= bottom;
      });
    assert.equal(await below(), true);
    await work.getByRole('button', { name: 'Show all (77)' }).click();
    assert.equal(await below(), false);
    const other = page.locator('#work_1006');
    await other.locator('.tags a').last().focus();
    assert.equal(await other.getByRole('button').count(), 0);
  }));

test('the reading bar goes while reading on and returns on the first step back', () =>
  visit('/whole', async ({ page }) => {
    const bar = page.locator('.reading-bar');
    await page.mouse.wheel(0, 900);
    await page.locator('.reading-bar[data-tucked="yes"]').waitFor({ state: 'attached' });
    await page.mouse.wheel(0, -100);
    await page.locator('.reading-bar[data-tucked="no"]').waitFor({ state: 'attached' });
    // A click of the browser's driver would scroll to the bar first, and it would go again.
    await bar.locator('summary').evaluate((summary) => (summary as HTMLElement).click());
    await bar.locator('form').waitFor();
  }));

test('a refused form begins at its problems, each of which leads to its field', () =>
  visit('/form', async ({ page }) => {
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'problems');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'work_title');
  }));

test('without script every tag, filter, menu and field is there', () =>
  visit(
    '/list',
    async ({ page, open }) => {
      const many = page.locator('#work_1002 .tags');
      const cut = await many.evaluate((list) => list.scrollHeight - list.clientHeight);
      assert.ok(cut <= 2, `${cut} px are cut`);
      await page.locator('nav.site summary').click();
      assert.ok(await page.getByRole('link', { name: 'Works', exact: true }).isVisible());
      await page.locator('.filters-panel > summary').click();
      assert.ok(await page.getByLabel('Sort by').isVisible());
      await open('/form');
      assert.ok(await page.locator('#work_fandom_string').isEditable());
    },
    { script: false, width: 390 },
  ));
