// The writing check in a real browser: by keyboard, without leaving the page, over the editor.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openBrowser } from '../kit/browser.ts';
import { postWork } from '../kit/post-work.ts';
import { axeFindings } from './axe.ts';
import { openSite } from './server.ts';
import { openTab } from './tab.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());
const ada = await site.as('ada');
const work = await postWork(site, 'ada', { title: 'The Ink Stain', chapters: [{ title: '' }] });
const editPage = `/works/${work.id}/chapters/${work.chapters[0]?.id}/edit`;

test('findings come beside the text, lead into it, and are dismissed by keyboard', async () => {
  const tab = await openTab(browser, site, { as: ada });
  const { page } = tab;
  await tab.open(editPage);
  await page.focus('#text');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('She came to the the quay. It was to late for tea.');
  await page.getByRole('button', { name: 'Check this text' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.findings > li').nth(1).waitFor();
  assert.equal(new URL(page.url()).pathname, editPage);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'check-heading');
  assert.deepEqual(await axeFindings(page), []);

  await page.getByRole('link', { name: 'Go to the text: to', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => String(getSelection()) === 'to');
  await page.keyboard.type('too');
  const text = () =>
    page.evaluate(() =>
      String(new FormData(document.forms.namedItem('chapter-form')!).get('text')),
    );
  assert.equal(await text(), '<p>She came to the the quay. It was too late for tea.</p>');

  await page.getByRole('button', { name: 'Dismiss this finding: the the' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Nothing to look at in 12 words').waitFor();

  await page.focus('#text');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('It was to late.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It was to late.');
  await page.getByRole('button', { name: 'Check this text' }).focus();
  await page.keyboard.press('Enter');
  const jumps = page.getByRole('link', { name: 'Go to the text: to', exact: true });
  await jumps.nth(1).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => String(getSelection()) === 'to');
  await page.keyboard.type('too');
  assert.match(await text(), /<p>It was to late\.<\/p>\s*<p>It was too late\.<\/p>/);
  assert.deepEqual(tab.complaints, []);
  await tab.close();
});
