// A wrangler empties a queue: by keys alone where script runs, by plain forms elsewhere.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import type { Site } from '../browser/server.ts';
import { openBrowser } from '../kit/browser.ts';
import { placeTestWork } from '../kit/works.ts';
import { canonical, tagId } from '../kit/wrangling.ts';
import { journeys } from './journey.ts';
import { tabTo } from './keyboard.ts';

const opened = await openBrowser();
after(() => opened.browser?.close());

/** A fandom of its own for each journey, with four tags that wait. */
async function fillQueue(site: Site, fandom: string): Promise<string> {
  const names = ['Kettles', 'Kettels', 'Tea', 'sorry for this'].map((name) => `${fandom} ${name}`);
  for (const work of [names, names.slice(0, 3), names.slice(0, 1)]) {
    await placeTestWork(site, { tags: { fandom: [fandom], freeform: work } });
  }
  await canonical(site, `fandom:${fandom}`);
  const id = await tagId(site, `fandom:${fandom}`);
  return `/wrangling/queue?fandom=${id}&type=freeform`;
}

const waiting = (page: Page) => page.locator('.entry .name').allInnerTexts();

journeys({ opened, kind: 'sqlite' }, ({ journey, withScript }) => {
  withScript('a wrangler goes through a queue by keys, and takes it back', async (road) => {
    const { site, visitor } = road;
    const queue = await fillQueue(site, 'Keys');
    const { page, open, follow } = await visitor({ as: await site.as('cho') });
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await open(queue);
    assert.equal((await waiting(page)).length, 4);
    await tabTo(page, 'Keys Kettles');
    await press('j', 'k', '?');
    await page.getByText('tick it, or take the tick away').waitFor();
    await tabTo(page, 'Keys Kettles');
    // The first suggestion: canonical below the fandom.
    await follow(() => press('1'));
    assert.deepEqual(await waiting(page), ['Keys Kettels', 'Keys Tea', 'Keys sorry for this']);
    // The focus is on the list again.
    await press('x', 's');
    await page.keyboard.type('Keys Kettles');
    await press('Escape');
    await follow(() => press('Enter'));
    assert.deepEqual(await waiting(page), ['Keys Tea', 'Keys sorry for this']);
    await press('j');
    await follow(() => press('u'));
    assert.deepEqual(await waiting(page), ['Keys Tea']);
    await follow(() => press('z'));
    assert.deepEqual(await waiting(page), ['Keys Tea', 'Keys sorry for this']);
    await press('a');
    await follow(() => press('c'));
    await page.getByText('This touches 2 works').waitFor();
    await tabTo(page, 'Do it');
    await follow(() => press('Enter'));
    await page.getByText('No freeforms wait here').waitFor();
  });

  journey('a wrangler ticks tags, looks, does it and takes it back', async (road) => {
    const { site, script, visitor } = road;
    const fandom = script ? 'With Script' : 'Without Script';
    const queue = await fillQueue(site, fandom);
    const { page, open, follow } = await visitor({ as: await site.as('cho'), width: 390 });
    await open(queue);
    await page.getByLabel(`${fandom} Kettles`).check();
    await page.getByLabel(`${fandom} Tea`).check();
    await follow(() => page.getByRole('button', { name: 'Do it' }).click());
    await page.getByText('This touches 3 works').waitFor();
    await follow(() => page.getByRole('button', { name: 'Do it' }).click());
    assert.deepEqual(await waiting(page), [`${fandom} Kettels`, `${fandom} sorry for this`]);
    await follow(() => page.getByRole('button', { name: /^Undo all 4/ }).click());
    assert.equal((await waiting(page)).length, 4);
  });
});
