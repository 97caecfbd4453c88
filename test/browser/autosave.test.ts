// What is typed reaches the server by itself, and what becomes of it when something dies.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../kit/browser.ts';
import { postWork } from '../kit/post-work.ts';
import { openSite } from './server.ts';
import { openTab, type Tab } from './tab.ts';

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());
const ada = await site.as('ada');

async function openForm(): Promise<Tab & { readonly address: string }> {
  const work = await postWork(site, 'ada', { title: 'Kept', chapters: [{ title: '' }] });
  const address = `/works/${work.id}/chapters/${work.chapters[0]?.id}/edit`;
  const tab = await openTab(browser!, site, { as: ada });
  await tab.page.clock.install();
  await tab.open(address);
  return { ...tab, address };
}

/** Types over all of the text. */
async function type(page: Page, text: string): Promise<void> {
  await page.focus('#text');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Types over all of the text, and waits for the answer to all of it. */
async function typeAndSend(page: Page, text: string): Promise<number> {
  const answer = whenSent(page, text);
  await type(page, text);
  await page.clock.runFor(10_000);
  return answer;
}

async function whenSent(page: Page, text: string): Promise<number> {
  const answer = await page.waitForResponse((response) => {
    const sent = new URLSearchParams(response.request().postData() ?? '').get('text');
    return response.url().endsWith('/autosave') && (sent ?? '').includes(text);
  });
  return answer.status();
}

test('what was typed is saved in seconds, and offered after the browser died', async () => {
  const { page, address, close } = await openForm();
  assert.equal(await typeAndSend(page, 'The lamp went out.'), 200);
  await page.locator('.autosave', { hasText: 'Saved for now at' }).waitFor();
  const fresh = await page.context().newPage();
  const death = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => {});
  await death;
  await fresh.goto(address);
  await fresh.getByRole('link', { name: 'Put it back' }).click();
  await fresh.locator('#text.userstuff', { hasText: 'The lamp went out.' }).waitFor();
  assert.equal(await fresh.locator('.kept').count(), 0, 'nothing is offered twice');
  await close();
});

test('leaving the page sends what has not been sent', async () => {
  const { page, address, close } = await openForm();
  await type(page, 'Gone in a hurry.');
  const kept = site.answered('/autosave');
  await page.goto('/about');
  await kept;
  await page.goto(address);
  const offered = page.locator('.kept', { hasText: 'Gone in a hurry.' });
  await offered.getByRole('link', { name: 'Put it back' }).waitFor();
  await close();
});

test('a server that cannot be reached is said, and asked again', async () => {
  const { page, close } = await openForm();
  await page.route('**/autosave', (route) => route.abort());
  await type(page, 'Nobody hears.');
  await page.clock.runFor(10_000);
  await page.locator('.autosave.problem', { hasText: 'kept in this browser' }).waitFor();
  assert.match(await page.evaluate(() => JSON.stringify({ ...localStorage })), /Nobody hears/);
  const sent = whenSent(page, 'Nobody hears.');
  await page.unroute('**/autosave');
  await page.clock.runFor(10_000);
  assert.equal(await sent, 200);
  await page.locator('.autosave:not(.problem)', { hasText: 'Saved for now at' }).waitFor();
  assert.doesNotMatch(
    await page.evaluate(() => JSON.stringify({ ...localStorage })),
    /Nobody hears/,
  );
  await close();
});

test('what could not be sent as the page was left is sent when it is back', async () => {
  const { page, close } = await openForm();
  await page.route('**/autosave', (route) => route.abort());
  await type(page, 'Under the tunnel.');
  const failed = page.waitForEvent('requestfailed');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await failed;
  await page.locator('.autosave.problem', { hasText: 'kept in this browser' }).waitFor();
  const sent = whenSent(page, 'Under the tunnel.');
  await page.unroute('**/autosave');
  await page.clock.runFor(10_000);
  assert.equal(await sent, 200);
  await page.locator('.autosave:not(.problem)', { hasText: 'Saved for now at' }).waitFor();
  await close();
});

test('somebody else’s version is told of, with a way to see both', async () => {
  const { page, address, close } = await openForm();
  const form = await ada.get(address);
  await ada.submit(form, address.replace(/\/edit$/, ''), {
    text: 'From another room.',
    do: 'save',
  });
  assert.equal(await typeAndSend(page, 'From this room.'), 409);
  await page.getByRole('link', { name: 'See both' }).click();
  await page.locator('.differences', { hasText: 'another' }).first().waitFor();
  await page.locator('.differences', { hasText: 'this' }).first().waitFor();
  await close();
});

test('what was saved for good is not offered again', async () => {
  const { page, address, follow, open, close } = await openForm();
  assert.equal(await typeAndSend(page, 'For good.'), 200);
  await follow(() => page.click('.submit .main'));
  await open(address);
  assert.equal(await page.locator('.kept').count(), 0);
  await close();
});

test('what is under way when the form is saved arrives before it', async () => {
  const { page, address, follow, open, close } = await openForm();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/autosave', async (route) => {
    await held;
    await route.continue();
  });
  const order: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().endsWith('/autosave')) order.push('kept');
  });
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.method() === 'POST') order.push('saved');
  });
  const asked = page.waitForRequest((request) => request.url().endsWith('/autosave'));
  await type(page, 'Almost too late.');
  await page.clock.runFor(10_000);
  await asked;
  // Saving waits some seconds for what is under way: here, as long as it takes.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
  await follow(async () => {
    await page.click('.submit .main', { noWaitAfter: true });
    release();
  });
  assert.deepEqual([...new Set(order)], ['kept', 'saved']);
  await open(address);
  assert.equal(await page.locator('.kept').count(), 0);
  assert.match(await page.locator('#text').innerText(), /Almost too late/);
  await close();
});

test('a comment that was not sent is offered after the page is loaded anew', async () => {
  const { id } = await postWork(site, 'ada', { title: 'Talked of' });
  const { page, open, close } = await openTab(browser!, site, { as: await site.as('ben') });
  await open(`/works/${id}?show_comments=true`);
  const field = page.locator('form.comment-form textarea');
  await field.fill('Still to be sent.');
  await page.reload();
  const offer = page.locator('.comment-form .kept', { hasText: 'Still to be sent.' });
  await offer.getByRole('button', { name: 'Put it back' }).click();
  assert.equal(await field.inputValue(), 'Still to be sent.');
  await close();
});
