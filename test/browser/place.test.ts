// The place inside a chapter, kept and found again in a real browser.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../kit/browser.ts';
import { postWork } from '../kit/post-work.ts';
import { openSite } from './server.ts';
import { openTab } from './tab.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());

/** Long enough to be scrolled in; every paragraph of other words. */
const longText = Array.from({ length: 60 }, (_, at) => `<p>Lamp ${at}. ${'Tea. '.repeat(60)}</p>`);

async function scrollTo(page: Page, words: string): Promise<void> {
  await page.getByText(words).evaluate((paragraph) => {
    const { top } = paragraph.getBoundingClientRect();
    // Well into it: letters that come late move lines by some pixels.
    scrollBy({ top: top + 60, behavior: 'instant' });
  });
}

/** The paragraph that the reader is taken to look at. */
async function wordsAtTop(page: Page): Promise<string> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('#chapters p')];
    const at = all.findLast((paragraph) => paragraph.getBoundingClientRect().top <= 96);
    return at?.textContent?.slice(0, 8) ?? '';
  });
}

test('a button keeps the paragraph, reading moves it on, a link leads back to it', async () => {
  const chapters = ['One.', longText.join('')].map((source) => ({ source }));
  const work = await postWork(site, 'ada', { title: 'Long', chapters });
  const address = `/works/${work.id}/chapters/${work.chapters[1]?.id}`;
  const tab = await openTab(browser!, site, { as: await site.as('ben'), width: 360 });
  const { page } = tab;
  await page.clock.install();
  await tab.open(address);
  await scrollTo(page, 'Lamp 20.');
  // A click of the browser's driver would scroll to the bar first.
  const button = page.getByRole('button', { name: 'Keep my place' });
  await button.evaluate((element) => (element as HTMLElement).click());
  await page.getByText('Your place is kept.').waitFor();

  await tab.open('/users/ben/readings');
  await tab.follow(() => page.getByRole('link', { name: 'Continue at chapter 2' }).click());
  await page.waitForFunction(() => scrollY > 1_000);
  assert.equal(await wordsAtTop(page), 'Lamp 20.');

  const moved = page.waitForResponse((response) => {
    const sent = new URLSearchParams(response.request().postData() ?? '').get('paragraph');
    return response.url().endsWith('/place') && Number(sent) > 40;
  });
  await scrollTo(page, 'Lamp 41.');
  await page.clock.runFor(10_000);
  assert.equal((await moved).status(), 204);
  // What is written before it since does not lead astray.
  await site.parts.database.write((transaction) =>
    transaction
      .updateTable('chapter_texts')
      .set({ html: `<p>New.</p>${longText.join('')}` })
      .where('chapter_id', '=', work.chapters[1]!.id)
      .execute(),
  );
  await tab.open(`${address}?again=yes#my-place`);
  await page.waitForFunction(() => scrollY > 1_000);
  assert.equal(await wordsAtTop(page), 'Lamp 41.');
  assert.deepEqual(tab.complaints, []);
  await tab.close();
});
