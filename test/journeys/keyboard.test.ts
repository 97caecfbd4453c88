// Nothing needs more than the keyboard: log in, post, find, read, without a pointer.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { placeDemo } from '../../src/features/site/index.ts';
import type { Site } from '../browser/server.ts';
import type { Tab } from '../browser/tab.ts';
import { openBrowser } from '../kit/browser.ts';
import { postWork } from '../kit/post-work.ts';
import { journeys, newLogin, password, signUp } from './journey.ts';
import { tabTo } from './keyboard.ts';

const opened = await openBrowser();
after(() => opened.browser?.close());

const prepare = ({ parts }: Site) => placeDemo(parts);

// How keys move the focus has nothing to do with databases.
journeys({ opened, kind: 'sqlite', prepare }, ({ journey }) => {
  journey('who has only a keyboard logs in, posts, reads', async ({ visitor }) => {
    const login = newLogin();
    await signUp(await visitor(), login);
    const tab = await visitor();
    await logIn(tab, login);
    await post(tab, `By Hand, ${login}`);
    await setText(tab);
    await logOut(tab, login);
  });

  journey('who has only a keyboard filters a list and opens a work', async ({ site, visitor }) => {
    const title = `Found by ${newLogin()}`;
    const chapters = ['One kettle.', 'Two kettles.'];
    await postWork(site, 'ada', { title, freeforms: ['Steam Engines'], chapters });
    const { page, open, follow } = await visitor({ width: 390 });
    await open('/works');
    await tabTo(page, 'Skip to the page');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Filters');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Search within these works');
    await page.keyboard.type(title);
    await tabTo(page, /^Show (\d+ )?works?$/);
    await follow(() => page.keyboard.press('Enter'));
    await tabTo(page, title);
    await follow(() => page.keyboard.press('Enter'));
    await tabTo(page, /^Next chapter/);
    await follow(() => page.keyboard.press('Enter'));
    await page.getByText('Two kettles.').waitFor();
  });
});

async function logIn({ page, open, follow }: Tab, login: string): Promise<void> {
  await open('/');
  await tabTo(page, 'Log in');
  await follow(() => page.keyboard.press('Enter'));
  await tabTo(page, /^User name or mail address/);
  await page.keyboard.type(login);
  await tabTo(page, /^Password/);
  await page.keyboard.type(password);
  await follow(() => page.keyboard.press('Enter'));
  assert.match(page.url(), new RegExp(`/users/${login}$`));
}

async function post({ page, follow, script }: Tab, title: string): Promise<void> {
  const { keyboard } = page;
  await tabTo(page, 'New work');
  await follow(() => keyboard.press('Enter'));
  await tabTo(page, /^Title/);
  await keyboard.type(title);
  await tabTo(page, /^Language/);
  await keyboard.type('Engl');
  // A group of radio buttons is one stop; the arrows go through it.
  await tabTo(page, 'Not Rated');
  await keyboard.press('ArrowDown');
  await tabTo(page, 'No Archive Warnings Apply');
  await keyboard.press('Space');
  await tabTo(page, /^Fandoms/);
  await keyboard.type('Kestrel Ridge C');
  if (script) {
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
  } else {
    await keyboard.type('alling (Radio)');
  }
  await tabTo(page, /^Text/);
  await keyboard.type('Typed.');
  await tabTo(page, /keeps to the site policy/);
  await keyboard.press('Space');
  await tabTo(page, 'Post');
  await follow(() => keyboard.press('Enter'));
  await page.getByText('Your work is posted.').waitFor();
  assert.equal(await page.getByRole('heading', { name: title, level: 2 }).count(), 1);
  assert.equal(await page.locator('dd.rating').innerText(), 'General Audiences');
  assert.equal(await page.locator('dd.fandom').innerText(), 'Kestrel Ridge Calling (Radio)');
}

async function setText({ page, follow, script }: Tab): Promise<void> {
  await tabTo(page, 'How to show the text');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Auto');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  if (script) {
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.reading-bar form.reading').isVisible(), false);
  } else {
    await tabTo(page, 'Use these');
    await follow(() => page.keyboard.press('Enter'));
  }
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
}

async function logOut({ page, open, follow }: Tab, login: string): Promise<void> {
  await open('/');
  await tabTo(page, login);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Log out');
  await follow(() => page.keyboard.press('Enter'));
  await tabTo(page, 'Log out');
  await tabTo(page, 'Log out');
  await follow(() => page.keyboard.press('Enter'));
  await page.getByRole('link', { name: 'Log in' }).first().waitFor();
}
