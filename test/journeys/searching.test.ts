// Searches by words in texts: what is found, what is no longer, and by whom.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../kit/browser.ts';
import { eachDatabase } from '../kit/database.ts';
import { postWork } from '../kit/post-work.ts';
import { type Journeys, journeys } from './journey.ts';

const opened = await openBrowser();
after(() => opened.browser?.close());

eachDatabase((kind) => journeys({ opened, kind }, words));

let count = 0;

function words({ journey }: Journeys): void {
  journey('a reader finds a phrase from inside a chapter', async ({ site, visitor }) => {
    const title = `Whale ${++count}`;
    const chapters = ['Nothing yet.', `Then came the grey whale number ${count} at dawn.`];
    await postWork(site, 'ada', { title, chapters });
    const { page, open, follow } = await visitor({ width: 390 });
    await open('/works/search');
    await searchFor(page, follow, `"grey whale number ${count}"`);
    assert.deepEqual(await titlesOn(page), [title]);
    const marked = await page.locator('.blurb .snippet mark').allTextContents();
    assert.deepEqual(marked, [`grey whale number ${count}`]);
    await follow(() => page.getByRole('link', { name: title, exact: true }).click());
    assert.equal(await page.locator('#workskin h2.title').innerText(), title);
  });

  journey('a reader finds part of a Japanese sentence', async ({ site, visitor }) => {
    const title = `夜の港 ${++count}`;
    const chapters = ['静かな夜、黒猫が波止場を走る。'];
    await postWork(site, 'ada', { title, language: 'ja', chapters });
    const { page, open, follow } = await visitor();
    await open('/works/search');
    await searchFor(page, follow, '黒猫が波止場');
    assert.ok((await titlesOn(page)).includes(title));
    await open('/works/search');
    await searchFor(page, follow, '黒猫は波止場');
    assert.ok(!(await titlesOn(page)).includes(title));
  });

  journey('what the author has edited away is not found', async ({ site, visitor }) => {
    const word = `zeppelin${++count}`;
    const work = await postWork(site, 'ada', { title: `Sky ${count}`, chapters: [`A ${word}.`] });
    const reader = await visitor();
    await reader.open(`/works/search?work_search[query]=${word}`);
    assert.deepEqual(await titlesOn(reader.page), [`Sky ${count}`]);
    const author = await visitor({ as: await site.as('ada') });
    await author.open(`/works/${work.id}/chapters/${work.chapters[0]?.id}/edit`);
    await author.page.getByLabel(/^Text/).fill('A balloon.');
    const save = author.page.getByRole('button', { name: 'Save', exact: true });
    await author.follow(() => save.click());
    await reader.open(`/works/search?work_search[query]=${word}`);
    assert.deepEqual(await titlesOn(reader.page), []);
  });

  journey('members alone find a restricted work by its text', async ({ site, visitor }) => {
    const word = `lantern${++count}`;
    const title = `Locked ${count}`;
    await postWork(site, 'ada', { title, chapters: [`One ${word}.`], restricted: true });
    const address = `/works/search?work_search[query]=${word}`;
    const { page, open } = await visitor();
    await open(address);
    assert.deepEqual(await titlesOn(page), []);
    assert.ok(!(await page.content()).includes(title));
    const member = await visitor({ as: await site.as('ben') });
    await member.open(address);
    assert.deepEqual(await titlesOn(member.page), [title]);
  });
}

type Follow = (act: () => Promise<unknown>) => Promise<unknown>;

async function searchFor(page: Page, follow: Follow, words: string): Promise<void> {
  const box = page.locator('#main').locator('[name="work_search[query]"], [name="q"]').first();
  await box.fill(words);
  await follow(() => box.press('Enter'));
}

async function titlesOn(page: Page): Promise<string[]> {
  return page.locator('.work.blurb h4 a:first-child').allTextContents();
}
