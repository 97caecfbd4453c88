// Works kept on a device, read without a connection, in a real browser with the network off.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { block } from '../../src/features/accounts/index.ts';
import { setWorkHidden } from '../../src/features/works/index.ts';
import type { WorkId } from '../../src/shared/ids.ts';
import { openBrowser } from '../kit/browser.ts';
import { drawPicture, sendPicture } from '../kit/pictures.ts';
import { postWork } from '../kit/post-work.ts';
import { axeFindings } from './axe.ts';
import { openSite } from './server.ts';
import { openTab } from './tab.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());

const longText = Array.from({ length: 40 }, (_, at) => `<p>Lamp ${at}. ${'Tea. '.repeat(60)}</p>`);
const twoChapters = ['<p>One.</p>', longText.join('')].map((source) => ({ source }));

/** Presses the button and waits until the device has everything. */
async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await page.getByText(/can be read here without a connection/).waitFor();
}

/** What the list says under a heading. */
async function linesUnder(page: Page, name: string): Promise<string[]> {
  const section = page.getByRole('region', { name });
  return (await section.isVisible()) ? section.getByRole('listitem').allTextContents() : [];
}

function countKudos(work: WorkId): Promise<number> {
  return site.parts.database.read
    .selectFrom('kudos')
    .select('work_id')
    .where('work_id', '=', work)
    .execute()
    .then((rows) => rows.length);
}

function readingOf(work: WorkId) {
  return site.parts.database.read
    .selectFrom('readings')
    .select(['state', 'chapter_id', 'place_paragraph'])
    .where('work_id', '=', work)
    .executeTakeFirst();
}

/** Whether what is sent as of another time gets an answer. */
function isTaken(page: Page, address: string): Promise<boolean> {
  return page.evaluate((to) => {
    const body = new URLSearchParams({ made_at: '1', authenticity_token: 'x' });
    const asked = fetch(to, { method: 'post', body });
    return asked.then(
      () => true,
      () => false,
    );
  }, address);
}

test('what is kept is read without a connection, and what is done there is sent once', async () => {
  const work = await postWork(site, 'ada', { title: 'The Long Tide', chapters: twoChapters });
  const other = await postWork(site, 'ada', { title: 'Left Behind' });
  const tab = await openTab(browser, site, { as: await site.as('ben'), width: 390 });
  const { page } = tab;
  const context = page.context();
  await tab.open(`/works/${work.id}`);
  await keep(page);

  await context.setOffline(true);
  await page.goto(`/works/${other.id}`);
  await page.getByRole('heading', { name: 'You are offline', level: 2 }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
  await tab.follow(() => link('Read what is kept on this device').click());
  await tab.follow(() => link('The Long Tide').click());
  await page.getByText('One.', { exact: true }).waitFor();
  assert.match(page.url(), /\/kept\/works\/\d+\/chapters\/\d+$/);
  assert.equal(await page.locator('link[rel=stylesheet]').count(), 5);
  await page.getByRole('button', { name: '♥ Kudos' }).click();
  await page.getByText(/This is sent when the archive can be reached/).waitFor();

  await tab.follow(() => link(/^Next chapter/).click());
  await page.getByText('Lamp 20.').evaluate((paragraph) => {
    scrollBy({ top: paragraph.getBoundingClientRect().top + 60, behavior: 'instant' });
  });
  const button = page.getByRole('button', { name: 'Keep my place' });
  await button.evaluate((element) => (element as HTMLElement).click());
  await page.getByText('Your place is kept.').waitFor();

  await page.goto('/kept');
  await page.getByText('Waiting to be sent').waitFor();
  const waiting = ['Kudos for The Long Tide', 'Your place in The Long Tide'];
  // What is on its way and does not arrive is not kept once more.
  assert.equal(await isTaken(page, `/works/${other.id}/kudos`), false);
  assert.deepEqual((await linesUnder(page, 'Waiting to be sent')).sort(), waiting);
  assert.deepEqual(await axeFindings(page), []);
  await tab.follow(() => link('The Long Tide').click());
  await page.waitForFunction(() => scrollY > 1_000);
  assert.deepEqual([await countKudos(work.id), await readingOf(work.id)], [0, undefined]);

  // The tab is closed before there is a connection again; the next page that is opened sends.
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto('/kept');
  await next.getByText('Everything is as it is in the archive.').waitFor();
  assert.deepEqual(await linesUnder(next, 'Waiting to be sent'), []);
  assert.equal(await countKudos(work.id), 1);
  const { state, chapter_id, place_paragraph: paragraph } = (await readingOf(work.id))!;
  assert.deepEqual([state, chapter_id, paragraph], ['reading', work.chapters[1]?.id, 20]);
  await next.getByRole('button', { name: 'Fetch what is new' }).click();
  await next.getByText('Everything is as it is in the archive.').waitFor();
  assert.equal(await countKudos(work.id), 1);

  // A form on a page that is none of the archive's, and says not where it stands.
  await next.goto('about:blank');
  const action = `${site.origin}/works/${other.id}/reading`;
  await next.setContent(`<form method="post" action="${action}">
<input name="state" value="dropped"><button>Send</button></form>`);
  const refused = next.waitForResponse(action);
  await next.getByRole('button').click();
  assert.equal((await refused).status(), 403);
  await next.goto('/kept');
  await next.getByText('Everything is as it is in the archive.').waitFor();
  assert.equal(await readingOf(other.id), undefined);
  await tab.close();
});

test('what is kept ends with the log-in, and what waits with it', async () => {
  const work = await postWork(site, 'ada', { title: 'For Members', restricted: true });
  const tab = await openTab(browser, site, { as: await site.as('ben') });
  const { page } = tab;
  const context = page.context();
  await tab.open(`/works/${work.id}`);
  await keep(page);
  const address = `/kept/works/${work.id}/chapters/${work.chapters[0]?.id}`;
  await tab.open(address);
  await context.setOffline(true);
  await page.getByRole('button', { name: '♥ Kudos' }).click();
  await page.getByText(/This is sent when/).waitFor();
  // Ended elsewhere: this device is told with the first page that it asks for.
  await context.clearCookies();
  await context.setOffline(false);
  await tab.open('/about');
  await tab.open('/kept');
  await page.getByText(/with a log-in that has ended/).waitFor();
  await page.getByText(/^Nothing is kept yet/).waitFor();
  for (const [name, value] of (await site.as('cho')).cookies) {
    await context.addCookies([{ name, value, url: site.origin, sameSite: 'Lax' }]);
  }
  await tab.open('/about');
  await context.setOffline(true);
  await page.goto(address);
  await page.getByRole('heading', { name: 'You are offline', level: 2 }).waitFor();
  assert.equal(await countKudos(work.id), 0);
  await tab.close();
});

test('what has changed is fetched again, and what is hidden goes', async () => {
  const ada = await site.as('ada');
  const growing = await postWork(site, 'ada', { title: 'Growing', chapters: ['First.'] });
  const hidden = await postWork(site, 'ada', { title: 'Hidden Soon' });
  const tab = await openTab(browser, site);
  const { page } = tab;
  for (const work of [growing, hidden]) {
    await tab.open(`/works/${work.id}`);
    await keep(page);
  }
  const chapter = `/works/${growing.id}/chapters/${growing.chapters[0]?.id}`;
  const sent = await sendPicture(ada, growing, await drawPicture(), { alt: 'A quay' });
  const picture = sent.markup.all('img').at(-1)?.attribute('src');
  const text = `<p>Rewritten: <img src="${picture}"></p>`;
  await ada.submit(await ada.get(`${chapter}/edit`), chapter, { text });
  await site.parts.database.write((transaction) =>
    setWorkHidden(transaction, hidden.id, true, site.clock.now()),
  );
  await tab.open('/kept');
  await page.getByText('Everything is as it is in the archive.').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Hidden Soon' }).count(), 0);
  await page.context().setOffline(true);
  // The archive's own address of it leads to the copy.
  await page.goto(chapter);
  await page.getByText('Rewritten:').waitFor();
  await page.waitForFunction(() => {
    const image = document.querySelector<HTMLImageElement>('#chapters img');
    return image?.complete && image.naturalWidth === 40;
  });
  assert.match(page.url(), /\/kept\/works\//);
  await page.goto(`/works/${hidden.id}`);
  await page.getByRole('heading', { name: 'You are offline', level: 2 }).waitFor();
  await tab.close();
});

test('a list is kept with its name, what is refused is told, and all can be removed', async () => {
  const fandoms = ['Kept Together'];
  await postWork(site, 'ada', { title: 'One of Two', fandoms });
  const second = await postWork(site, 'ada', { title: 'Two of Two', fandoms });
  const tab = await openTab(browser, site, { as: await site.as('cho') });
  const { page } = tab;
  await tab.open('/tags/Kept%20Together/works');
  await keep(page);
  await tab.open('/kept');
  await page.getByRole('heading', { name: /Kept Together/, level: 3 }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^Remove (One|Two) of Two$/ }).count(), 2);
  await tab.follow(() => page.getByRole('link', { name: 'One of Two' }).click());
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '♥ Kudos' }).click();
  await page.getByText(/This is sent when/).waitFor();
  await page.goto('/kept');
  await tab.follow(() => page.getByRole('link', { name: 'Two of Two' }).click());
  await page.getByText('My reading').click();
  await page.getByRole('radio', { name: 'Dropped' }).check();
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await page.getByText('What you did here waits to be sent.').waitFor();
  const { userId } = await site.member('cho');
  await block(site.parts, await site.member('ada'), userId);
  await page.context().setOffline(false);
  await page.goto('/kept');
  await page.getByText('Everything is as it is in the archive.').waitFor();
  assert.deepEqual(await linesUnder(page, 'Could not be sent'), [
    'Kudos for One of Two: You cannot leave kudos on this work.',
  ]);
  assert.equal((await readingOf(second.id))?.state, 'dropped');
  await page.getByRole('button', { name: 'Forget these' }).click();
  const removeAll = page.getByRole('button', { name: 'Remove everything' });
  await removeAll.click();
  await page.getByText(/^Nothing is kept yet/).waitFor();
  await removeAll.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => caches.match('/kept/works/1')), undefined);
  await tab.close();
});

/** How many works the device has, by the page's own word. */
function countKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('inkstead-kept').onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest;
          const asked = result.transaction('works').objectStore('works').count();
          asked.onsuccess = () => resolve(asked.result);
        };
      }),
  );
}

test('a work that goes while its page is opened does not come back', async () => {
  const work = await postWork(site, 'ada', { title: 'Gone Meanwhile' });
  const tab = await openTab(browser, site);
  const { page } = tab;
  await tab.open(`/works/${work.id}`);
  await keep(page);
  // Another page removes everything just before this one first writes what is open.
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === 'readwrite') {
        IDBDatabase.prototype.transaction = transaction;
        transaction.call(this, ['works'], mode, options).objectStore('works').clear();
        document.title = 'removed';
      }
      return transaction.call(this, names, mode, options);
    };
  });
  await page.goto(`/kept/works/${work.id}/chapters/${work.chapters[0]?.id}`);
  await page.waitForFunction(() => document.title === 'removed');
  assert.equal(await countKept(page), 0);
  await tab.close();
});

test('what ends with the log-in is told, also where the page goes in the middle', async () => {
  const work = await postWork(site, 'ada', { title: 'For Ben' });
  const tab = await openTab(browser, site, { as: await site.as('ben') });
  const { page } = tab;
  await tab.open(`/works/${work.id}`);
  await keep(page);
  await tab.open(`/kept/works/${work.id}/chapters/${work.chapters[0]?.id}`);
  await page.context().clearCookies();
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      const hasWritten = document.title === 'written';
      if (mode === 'readwrite' && hasWritten) throw new Error('the page is gone');
      if (mode === 'readwrite') document.title = 'written';
      return transaction.call(this, names, mode, options);
    };
    dispatchEvent(new Event('online'));
  });
  await page.waitForFunction(() => document.title === 'written');
  await tab.open('/kept');
  await page.getByText(/with a log-in that has ended/).waitFor();
  await tab.close();
});
