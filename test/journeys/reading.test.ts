// Readers: how text is shown, what stands before adult and restricted works.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../kit/browser.ts';
import { eachDatabase } from '../kit/database.ts';
import { postWork } from '../kit/post-work.ts';
import { type Journeys, journeys, newLogin, password, signUp } from './journey.ts';

type Shown = Readonly<Record<'theme' | 'size', string>>;

const opened = await openBrowser();
after(() => opened.browser?.close());

eachDatabase((kind) => journeys({ opened, kind }, looks, gates));

function looks({ journey, withScript }: Journeys): void {
  journey('a guest makes the text dark and large, and so it stays', async ({ site, visitor }) => {
    const work = await postWork(site, 'ada', { chapters: ['One.', 'Two.'] });
    const { page, open, follow, script } = await visitor({ width: 390 });
    await open(`/works/${work.id}`);
    const before = await lettersOf(page);
    await page.getByLabel('How to show the text').click();
    const panel = page.locator('.reading-bar form');
    await panel.getByRole('radio', { name: 'Dark' }).check();
    await panel.getByRole('radio', { name: 'L', exact: true }).check();
    if (!script) {
      await follow(() => panel.getByRole('button', { name: 'Use these' }).click());
      await follow(() => page.getByRole('button', { name: 'Keep this' }).click());
    }
    assert.equal(new URL(page.url()).pathname, `/works/${work.id}`);
    const wanted = { theme: 'dark', size: 'l' };
    assert.deepEqual(await shownOn(page), wanted);
    assert.ok((await lettersOf(page)).pixels > before.pixels);
    assert.notEqual((await lettersOf(page)).paper, before.paper);
    await open(`/works/${work.id}`);
    assert.deepEqual(await shownOn(page), wanted);
    await open('/works');
    assert.deepEqual(await shownOn(page), wanted);
  });

  journey('a member’s choice follows them to another device', async ({ site, visitor }) => {
    const ben = await site.as('ben');
    const { page, open, follow } = await visitor({ as: ben });
    await open('/reading');
    await page.getByRole('radio', { name: 'Sepia' }).check();
    await follow(() => page.getByRole('button', { name: 'Keep this' }).click());
    const elsewhere = await visitor({ as: await site.as('ben') });
    await elsewhere.open('/works');
    assert.equal((await shownOn(elsewhere.page)).theme, 'sepia');
  });

  withScript('the reading bar goes while reading on', async ({ site, visitor }) => {
    const long = Array.from({ length: 200 }, (_, at) => `Line ${at}.`).join('\n\n');
    const work = await postWork(site, 'ada', { chapters: [long] });
    const { page, open } = await visitor({ width: 390 });
    await open(`/works/${work.id}`);
    await page.mouse.wheel(0, 900);
    await page.locator('.reading-bar[data-tucked="yes"]').waitFor({ state: 'attached' });
  });
}

function gates({ journey }: Journeys): void {
  journey('a guest is asked once before adult works', async ({ site, visitor }) => {
    const wishes = { rating: 'Explicit', chapters: ['Steam.', 'More steam.'] };
    const work = await postWork(site, 'ada', { ...wishes, title: 'Steam' });
    const other = await postWork(site, 'ada', { ...wishes, title: 'Other Steam' });
    const { page, open, follow } = await visitor();
    await open(`/works/${work.id}`);
    assert.match((await page.locator('p.caution').textContent()) ?? '', /adult content/);
    assert.equal(await page.getByText('Steam.', { exact: true }).count(), 0);
    await follow(() => page.getByRole('link', { name: 'Yes, Continue' }).click());
    await page.getByText('Steam.', { exact: true }).waitFor();
    await follow(() => page.locator('.chapter-links').getByRole('link', { name: /^Next/ }).click());
    await page.getByText('More steam.').waitFor();
    await open(`/works/${other.id}`);
    assert.equal(await page.locator('p.caution').count(), 0);
  });

  journey('a guest logs in at a restricted work and lands on it', async ({ site, visitor }) => {
    const login = newLogin();
    await signUp(await visitor(), login);
    const title = `Among Ourselves, ${login}`;
    const work = await postWork(site, 'ada', { title, restricted: true });
    const { page, open, follow } = await visitor();
    await open(`/works/${work.id}`);
    assert.equal(await page.getByText(title).count(), 0);
    await page.getByText('This work is only available to registered users').waitFor();
    await page.getByLabel('User name or mail address').fill(login);
    await page.getByLabel('Password').fill('not this one');
    await follow(() => page.getByRole('button', { name: 'Log in' }).click());
    await page
      .getByRole('alert')
      .getByText(/doesn't match our records/)
      .waitFor();
    assert.equal(await page.getByLabel('User name or mail address').inputValue(), login);
    await page.getByLabel('Password').fill(password);
    await follow(() => page.getByRole('button', { name: 'Log in' }).click());
    assert.equal(new URL(page.url()).pathname, `/works/${work.id}`);
    assert.equal(await page.getByRole('heading', { name: title, level: 2 }).count(), 1);
  });
}

function shownOn(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const { theme = '', size = '' } = document.documentElement.dataset;
    return { theme, size };
  });
}

/** How large the letters of the text are, and on what. */
function lettersOf(page: Page): Promise<{ pixels: number; paper: string }> {
  return page.evaluate(() => {
    const text = document.querySelector('.userstuff p') as Element;
    return {
      pixels: Number.parseFloat(getComputedStyle(text).fontSize),
      paper: getComputedStyle(document.documentElement).backgroundColor,
    };
  });
}
