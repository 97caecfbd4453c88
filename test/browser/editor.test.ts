// The editor in a real browser: what it writes, how keys reach it, what it leaves alone.
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
const ada = await site.as('ada');
const work = await postWork(site, 'ada', { title: 'The Ink Stain', chapters: [{ title: '' }] });
const editPage = `/works/${work.id}/chapters/${work.chapters[0]?.id}/edit`;
const surface = '#text';

async function openForm(wishes: TabWishes = {}) {
  const tab = await openTab(browser!, site, { as: ada, ...wishes });
  await tab.open(editPage);
  return tab;
}

/** What would be sent. */
function typed(page: Page): Promise<string> {
  return page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('#chapter-form');
    return String(new FormData(form!).get('text'));
  });
}

test('writing, formatting and undoing by keyboard alone make clean HTML', async () => {
  const tab = await openForm();
  const { page } = tab;
  const { keyboard } = page;
  await page.focus(surface);
  await keyboard.press('Control+a');
  await keyboard.type('Plain ');
  await keyboard.press('Control+b');
  await keyboard.type('bold');
  await keyboard.press('Control+b');
  await keyboard.press('Enter');
  await keyboard.type('over');
  await keyboard.press('Shift+Enter');
  await keyboard.type('two lines');
  await keyboard.press('Control+Shift+8');
  const list = '<ul><li><p>over<br>two lines</p></li></ul>';
  assert.equal(await typed(page), `<p>Plain <strong>bold</strong></p>\n${list}`);
  await keyboard.press('Control+z');
  assert.equal(await typed(page), '<p>Plain <strong>bold</strong></p>\n<p>over<br>two lines</p>');
  await tab.follow(() => page.click('.submit .main'));
  const shown = await page.innerHTML('.userstuff.module');
  assert.match(shown, /<p>Plain <strong>bold<\/strong><\/p><p>over<br>two lines<\/p>/);
  assert.deepEqual(tab.complaints, []);
  await tab.close();
});

test('who types before the script is there goes on typing when it comes', async () => {
  const tab = await openTab(browser!, site, { as: ada });
  const { page } = tab;
  for (const [address, field] of [
    [editPage, page.locator('textarea#text')],
    ['/works/new', page.getByLabel(/^Fandoms/)],
  ] as const) {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/-enhance\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(address, { waitUntil: 'commit' });
    await field.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('One wo');
    release();
    await page.waitForSelector('html[data-enhanced]', { state: 'attached' });
    await page.keyboard.type('rd.');
    if (address === editPage) assert.equal(await typed(page), '<p>One word.</p>');
    else assert.equal(await field.inputValue(), 'One word.');
    await page.unroute(/-enhance\.js$/);
  }
  await tab.close();
});

test('the toolbar is one stop for Tab, and Tab leaves the text', async () => {
  const tab = await openForm();
  const { page } = tab;
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.id ?? '';
    });
  await page.focus(surface);
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), 'Undo');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(), 'Keys');
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), 'Bold');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'text');
  await page.keyboard.press('Tab');
  assert.notEqual(await focused(), 'text');
  await page.focus(surface);
  await page.keyboard.press('Control+h');
  await page.keyboard.press('Escape');
  assert.equal(await focused(), 'text');
  assert.deepEqual(await axeFindings(page), []);
  await tab.close();
});

test('whoever switches the editor off has the markup, and it stays off', async () => {
  const tab = await openForm();
  const { page } = tab;
  const before = await typed(page);
  const toggle = page.locator('.field:has(> [name="text"]) .rich-toggle');
  await toggle.click();
  await page.fill('textarea#text', '<p>By <i>hand</i></p><p onclick="x">twice</p>');
  await tab.open(editPage);
  assert.equal(await page.locator('.writing').count(), 0);
  await page.fill('textarea#text', '<p>By <i>hand</i></p><p onclick="x">twice</p>');
  await toggle.click();
  assert.equal(await page.innerHTML(`${surface} i`), 'hand');
  assert.notEqual(await typed(page), before);
  assert.equal(await typed(page), '<p>By <i>hand</i></p><p onclick="x">twice</p>');
  await tab.close();
});

test('words can be found and replaced, and the count says how many there are', async () => {
  const tab = await openForm();
  const { page } = tab;
  await page.focus(surface);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('red tea, Red ink');
  await page.keyboard.press('Control+h');
  await page.fill('.panel label:nth-child(1) input', 'red');
  await page.fill('.panel label:nth-child(2) input', 'blue');
  await page.getByRole('button', { name: 'Replace all' }).click();
  assert.equal(await typed(page), '<p>blue tea, blue ink</p>');
  await page.waitForFunction(() =>
    /Words: 4\./.test(document.querySelector('.writing.chapter .counts')?.textContent ?? ''),
  );
  await tab.close();
});

test('a change in one place leaves the rest of the markup as it was', async () => {
  const tab = await openForm();
  const { page } = tab;
  const rest =
    '<table><tbody><tr><td>a</td></tr></tbody></table>\n<p>b <ruby>c<rp>(</rp><rt>d</rt>';
  await page.locator('.field:has(> [name="text"]) .rich-toggle').click();
  await page.fill('textarea#text', `<p>Begin</p></div>${rest}<rp>)</rp></ruby></p>`);
  await page.locator('.field:has(> [name="text"]) .rich-toggle').click();
  await page.focus(surface);
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('To ');
  assert.equal(await typed(page), `<p>To Begin</p>\n${rest}<rp>)</rp></ruby></p>`);
  await tab.close();
});

test('another format is asked for, and what it would lose is said first', async () => {
  const tab = await openForm();
  const { page } = tab;
  await page.focus(surface);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Plain ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('bold');
  await page.selectOption('[name="format"]', 'text');
  await page.getByText('this would be lost: emphasis').waitFor();
  await page.getByRole('button', { name: 'Keep it as it is' }).click();
  await page.locator('.writing.chapter').waitFor();
  assert.equal(await typed(page), '<p>Plain <strong>bold</strong></p>');
  await page.selectOption('[name="format"]', 'markdown');
  await page.locator('textarea#text').waitFor();
  assert.equal(await page.inputValue('textarea#text'), 'Plain **bold**');
  await page.selectOption('[name="format"]', 'html');
  await page.locator('.writing.chapter strong', { hasText: 'bold' }).waitFor();
  await tab.close();
});

test('what is typed while the format changes is not lost, nor sent as what it is not', async () => {
  const tab = await openForm();
  const { page } = tab;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = 0;
  await page.route('**/works/other-format', async (route) => {
    asked += 1;
    if (asked === 1) await held;
    await route.continue();
  });
  await page.focus(surface);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Before ');
  const first = page.waitForRequest('**/works/other-format');
  await page.selectOption('[name="format"]', 'markdown');
  await first;
  const format = () => page.inputValue('[name="format"]');
  assert.equal(await format(), 'html');
  await page.focus(surface);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('meanwhile');
  release();
  await page.locator('textarea#text').waitFor();
  assert.equal(await page.inputValue('textarea#text'), 'Before **meanwhile**');
  assert.equal(await format(), 'markdown');
  assert.equal(asked, 2);
  await tab.close();
});

test('what is pasted out of a word processor comes out clean, and without pictures', async () => {
  const tab = await openForm();
  const { page } = tab;
  await page.focus(surface);
  await page.keyboard.press('Control+a');
  await page.evaluate((target) => {
    const clipboardData = new DataTransfer();
    const html =
      "<p class=MsoNormal style='mso-x:y'><span lang=EN-US><b>One</b><o:p></o:p></span></p>" +
      '<p class=MsoNormal>two <span style="font-weight:700">x</span>' +
      '<img src="file:///C:/x.png"></p>';
    clipboardData.setData('text/html', html);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(target)?.dispatchEvent(event);
  }, surface);
  assert.equal(await typed(page), '<p><b>One</b></p>\n<p>two <b>x</b></p>');
  await page.getByText('Pictures were left out').waitFor();
  assert.deepEqual(tab.complaints, []);
  await tab.close();
});

test('the writing view has the text alone, and Escape leads back to the form', async () => {
  const tab = await openForm();
  const { page } = tab;
  await page.focus(surface);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+Shift+f');
  await page.locator('dialog.writing-view[open]').waitFor();
  await page.keyboard.type('Alone.');
  assert.deepEqual(await axeFindings(page), []);
  await page.keyboard.press('Escape');
  await page.locator('dialog.writing-view').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'text');
  assert.equal(await typed(page), '<p>Alone.</p>');
  await tab.close();
});

test('plain text is pasted with its paragraphs and its lines', async () => {
  const tab = await openForm();
  const { page } = tab;
  await page.focus(surface);
  await page.keyboard.press('Control+a');
  await page.evaluate((target) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'One <b>\nline\n\nTwo');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(target)?.dispatchEvent(event);
  }, surface);
  assert.equal(await typed(page), '<p>One &lt;b&gt;<br>line</p>\n<p>Two</p>');
  await tab.close();
});

test('chapters are put in order by dragging and by buttons', async () => {
  const chapters = ['One', 'Two', 'Three'].map((title) => ({ title }));
  const serial = await postWork(site, 'ada', { title: 'A Serial', chapters });
  const tab = await openTab(browser!, site, { as: ada });
  const { page } = tab;
  await tab.open(`/works/${serial.id}/chapters/order`);
  const order = () =>
    page.$$eval('.field.movable', (rows) =>
      rows.map((row) => {
        const title = /“(.*)”/.exec(row.querySelector('label')?.innerText ?? '')?.[1];
        return `${row.querySelector('input')?.value} ${title}`;
      }),
    );
  await page.getByRole('button', { name: 'One down: Number of “One”' }).press('Enter');
  assert.deepEqual(await order(), ['1 Two', '2 One', '3 Three']);
  const grip = page.locator('.field.movable:last-of-type .grip').last();
  await grip.hover();
  await page.mouse.down();
  const first = await page.locator('.field.movable').first().boundingBox();
  await page.mouse.move((first?.x ?? 0) + 20, (first?.y ?? 0) + 2, { steps: 4 });
  await page.mouse.up();
  assert.deepEqual(await order(), ['1 Three', '2 Two', '3 One']);
  assert.deepEqual(await axeFindings(page), []);
  await tab.follow(() => page.click('.submit .main'));
  await tab.open(`/works/${serial.id}/chapters/order`);
  assert.deepEqual(await order(), ['1 Three', '2 Two', '3 One']);
  await tab.close();
});
