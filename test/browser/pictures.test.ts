// Pictures in the editor of a real browser: chosen, described, sent, shown.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openBrowser } from '../kit/browser.ts';
import { drawPicture } from '../kit/pictures.ts';
import { postWork } from '../kit/post-work.ts';
import { openSite } from './server.ts';
import { openTab } from './tab.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());
const ada = await site.as('ada');

test('a picture is put into the text by the toolbar, and stays when it is saved', async () => {
  const work = await postWork(site, 'ada', { title: 'The Ink Stain', chapters: [{ title: '' }] });
  const tab = await openTab(browser, site, { as: ada });
  await tab.open(`/works/${work.id}/chapters/${work.chapters[0]?.id}/edit`);
  const { page } = tab;
  await page.focus('#text');
  await page.click('.writing.chapter .tool.picture');
  const buffer = await drawPicture({ width: 60, height: 20 });
  const file = { name: 'blot.jpg', mimeType: 'image/jpeg', buffer };
  await page.setInputFiles('.panel input[type=file]', file);
  const add = page.locator('.panel button', { hasText: 'Add the picture' });
  await add.click();
  assert.match(await page.innerText('.panel [role=status]'), /Write what it shows/);
  await page.fill('.panel input[type=text]', 'A blot of ink');
  await add.click();
  await page.waitForSelector('#text img[alt="A blot of ink"]');
  await tab.follow(() => page.click('.submit .main'));
  const shown = page.locator('.userstuff.module img');
  await shown.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => {
    const image = document.querySelector<HTMLImageElement>('.userstuff.module img');
    return image?.complete && image.naturalWidth === 60;
  });
  assert.equal(await shown.getAttribute('alt'), 'A blot of ink');
  assert.deepEqual(tab.complaints, []);
  // Opened and saved again, it is what it was.
  await tab.open(`/works/${work.id}/chapters/${work.chapters[0]?.id}/edit`);
  await page.waitForSelector('#text img[alt="A blot of ink"]');
  await tab.follow(() => page.click('.submit .main'));
  assert.equal(await shown.getAttribute('width'), '60');
  await tab.close();
});
