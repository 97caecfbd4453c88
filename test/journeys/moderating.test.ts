// A moderator decides about what waits: by keys alone where script runs, by a button elsewhere.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import type { Site } from '../browser/server.ts';
import { openBrowser } from '../kit/browser.ts';
import { say } from '../kit/comments.ts';
import { placeTestWork } from '../kit/works.ts';
import { journeys } from './journey.ts';
import { tabTo } from './keyboard.ts';

const opened = await openBrowser();
after(() => opened.browser?.close());

/** Comments of a young account with an address in each. */
async function fillQueue(site: Site, words: readonly string[]): Promise<void> {
  const work = await placeTestWork(site);
  const ben = await site.as('ben');
  for (const each of words) await say(ben, work, `${each} at https://example.org/`);
}

const waiting = (page: Page) => page.locator('.waiting blockquote').allInnerTexts();

journeys({ opened, kind: 'sqlite' }, ({ journey, withScript }) => {
  withScript('a moderator releases and refuses by keys', async (road) => {
    const { site, visitor } = road;
    await fillQueue(site, ['Lamps', 'Boats', 'Nets']);
    const { page, open, follow } = await visitor({ as: await site.as('dee') });
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await open('/moderation/queue');
    assert.equal((await waiting(page)).length, 3);
    await page.locator('.waiting input').first().focus();
    await press('?');
    await page.getByText('refuse: to the reason').waitFor();
    await page.locator('.waiting input').first().focus();
    await press('j');
    await follow(() => press('r'));
    assert.deepEqual(
      (await waiting(page)).map((words) => words.split(' ')[0]),
      ['Lamps', 'Nets'],
    );
    // The focus is on the list again, and says what was done.
    const said = await page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-describedby');
      return document.getElementById(id ?? '')?.textContent;
    });
    assert.equal(said, '1 is released.');
    await press('n');
    await page.keyboard.type('Advert');
    await tabTo(page, 'Refuse');
    await follow(() => press('Enter'));
    assert.deepEqual(
      (await waiting(page)).map((words) => words.split(' ')[0]),
      ['Nets'],
    );
  });

  journey('a moderator releases one by its button', async (road) => {
    const { site, visitor } = road;
    await fillQueue(site, ['Ropes']);
    const { page, open, follow } = await visitor({ as: await site.as('dee'), width: 390 });
    await open('/moderation/queue');
    const ropes = page.locator('.waiting > li').filter({ hasText: 'Ropes' });
    await follow(() => ropes.getByRole('button', { name: 'Release this one' }).click());
    await page.getByText('1 is released.').waitFor();
    assert.ok((await waiting(page)).every((words) => !words.startsWith('Ropes')));
  });
});
