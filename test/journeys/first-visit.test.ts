// The whole road: a stranger signs up and posts, another finds it, reads it, takes it home.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after } from 'node:test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { placeDemo } from '../../src/features/site/index.ts';
import type { Site } from '../browser/server.ts';
import type { Tab } from '../browser/tab.ts';
import { openBrowser } from '../kit/browser.ts';
import { eachDatabase } from '../kit/database.ts';
import { journeys, newLogin, signUp, write } from './journey.ts';

const fandom = 'The Lamplighters of Low Harbour (Book Series)';

const opened = await openBrowser();
after(() => opened.browser?.close());

const prepare = ({ parts }: Site) => placeDemo(parts);

eachDatabase((kind) =>
  journeys({ opened, kind, prepare }, ({ journey }) => {
    journey('a stranger signs up and posts, another finds, reads, takes home', async (road) => {
      const login = newLogin();
      const title = `Kettles for ${login}`;
      const writer = await road.visitor();
      await fromHomeToSignUp(writer, login);
      await post(writer, title);
      await addChapter(writer);

      const reader = await road.visitor();
      await find(reader, title);
      await read(reader);
      await takeHome(reader, title);
    });
  }),
);

async function fromHomeToSignUp(tab: Tab, login: string): Promise<void> {
  const { page, open, follow } = tab;
  await open('/');
  await follow(() => page.getByRole('link', { name: 'Sign up' }).click());
  assert.match(page.url(), /\/users\/register$/);
  await signUp(tab, login);
  assert.match(page.url(), new RegExp(`/users/${login}$`));
  assert.equal(await page.getByRole('heading', { level: 2 }).first().textContent(), login);
}

async function post(tab: Tab, title: string): Promise<void> {
  const { page, follow, script } = tab;
  await follow(() => page.getByRole('link', { name: 'New work' }).click());
  await write(page, {
    title,
    fandom,
    freeforms: `Kettles, Found Family`,
    text: 'The first kettle sang.\n\nNobody listened.',
    chaptersInAll: '2',
  });
  if (script) await chooseSuggestions(tab, title);
  await follow(() => page.getByRole('button', { name: 'Post', exact: true }).click());
  await page.getByRole('status').getByText('Your work is posted.').waitFor();
  assert.equal(await page.getByRole('heading', { name: title, level: 2 }).count(), 1);
}

async function chooseSuggestions({ page }: Tab, title: string): Promise<void> {
  const fandoms = page.getByLabel(/^Fandoms/);
  await fandoms.fill('LoLH');
  await page.getByRole('option', { name: fandom }).click();
  assert.equal(await fandoms.inputValue(), `${fandom}, `);
  const field = page.locator('.field', { has: page.locator('#title') });
  await field.locator('p.counter', { hasText: `${title.length} / 255` }).waitFor();
}

async function addChapter({ page, follow }: Tab): Promise<void> {
  await follow(() => page.getByRole('link', { name: 'Add chapter' }).click());
  await page.getByLabel('Chapter title').fill('The second kettle');
  await page.getByLabel(/^Text/).fill('It boiled over.');
  await follow(() => page.getByRole('button', { name: 'Post chapter' }).click());
  await page.getByRole('status').getByText('Your chapter is posted.').waitFor();
}

async function find({ page, open, follow }: Tab, title: string): Promise<void> {
  await open('/');
  await page.getByText('Browse', { exact: true }).click();
  await follow(() => page.getByRole('link', { name: 'Works', exact: true }).click());
  await tick(page, 'Fandoms', fandom);
  await tick(page, 'Additional tags', 'Found Family');
  await tick(page, 'Ratings', 'Keep out Teen And Up Audiences');
  await follow(() => page.getByRole('button', { name: /^Show (\d+ )?works?$/ }).click());
  const work = page.locator('.work.blurb', { hasText: title });
  await work.waitFor();
  const ratings = page.locator('.work.blurb .rating .text');
  assert.ok(!(await ratings.allTextContents()).includes('Teen And Up Audiences'));
  const inUse = page.getByRole('navigation', { name: 'Filters in use' });
  assert.equal(await inUse.getByRole('listitem').count(), 3);
  await follow(() => work.getByRole('link', { name: title }).click());
}

/** Opens a group of the filters and ticks one of its boxes. */
async function tick(page: Tab['page'], group: string, tag: string): Promise<void> {
  const summary = page.locator('summary', { hasText: new RegExp(`^${group}`) });
  const details = page.locator('form.filters details', { has: summary });
  await summary.click();
  const boxes = details.getByRole('checkbox', { name: tag });
  await (tag.startsWith('Keep out') ? boxes : boxes.first()).check();
}

async function read({ page, follow }: Tab): Promise<void> {
  const text = page.locator('#chapters');
  assert.match((await text.textContent()) ?? '', /The first kettle sang\.\s*Nobody listened\./);
  await follow(() => page.locator('.chapter-links').getByRole('link', { name: /^Next/ }).click());
  assert.match(page.url(), /\/works\/\d+\/chapters\/\d+#workskin$/);
  assert.match((await text.textContent()) ?? '', /The second kettle[\s\S]*It boiled over\./);
  await follow(() => page.getByRole('link', { name: 'Entire Work' }).click());
  assert.equal(await page.locator('#chapters > .chapter').count(), 2);
  assert.match((await text.textContent()) ?? '', /first kettle[\s\S]*It boiled over\./);
}

async function takeHome({ page }: Tab, title: string): Promise<void> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'EPUB' }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), `${title}.epub`);
  const bytes = await readFile(await file.path());
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  const { messages } = await EpubCheck.validate(bytes);
  const wrong = messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info');
  assert.deepEqual(wrong, []);
}
