// The reading panel in a real browser, with the real script under the real Content-Security-Policy.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import type { Page } from 'playwright-core';
import { makeApp } from '../../../test/kit/app.ts';
import { openBrowser } from '../../../test/kit/browser.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { createApp } from '../../app.ts';
import { loadAssets } from '../../web/assets.ts';

const root = join(import.meta.dirname, '../../..');

test('a choice in the panel shows at once and is still there on the next page', async (t) => {
  const { page, address } = await openWork(t, null);
  await choose(page, 'Dark');
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  const paper = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  assert.notEqual(paper, 'rgb(252, 251, 248)');
  await choose(page, 'XL');
  await page.goto(address);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  assert.equal(await page.locator('html').getAttribute('data-size'), 'xl');
});

test('a member’s choice reaches the account without a click on a button', async (t) => {
  const { page, address } = await openWork(t, 'ben');
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await choose(page, 'Sepia');
  assert.equal((await (await sent).response())?.status(), 303);
  await page.context().clearCookies({ name: 'inkstead_reading' });
  await page.goto(address);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'sepia');
});

test('a choice is made by keyboard alone', async (t) => {
  const { page } = await openWork(t, null);
  await page.locator('.panel:not(.chapters) > summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'light');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.panel[open]').count(), 0);
});

test('without script the panel leads to a page that shows the choice and keeps it', async (t) => {
  const { page, address } = await openWork(t, null, false);
  await choose(page, 'Dark');
  await page.getByRole('button', { name: 'Use these' }).click();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  await page.getByRole('button', { name: 'Keep this' }).click();
  assert.equal(page.url(), address);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
});

async function openWork(t: TestContext, member: 'ben' | null, javaScriptEnabled = true) {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { chapters: ['One.', 'Two.'] });
  const assets = await loadAssets({ root, cacheFolder: null });
  const { fetch } = await createApp(app.parts, assets);
  const server = createAdaptorServer({ fetch: (request) => fetch(request) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { browser, reason } = await openBrowser();
  if (!browser) throw new Error(reason);
  t.after(async () => {
    await browser.close();
    server.close();
  });
  const origin = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({ javaScriptEnabled });
  context.setDefaultTimeout(10_000);
  if (member !== null) {
    const value = (await app.as(member)).cookies.get('inkstead_session') ?? '';
    await context.addCookies([{ name: 'inkstead_session', value, url: origin }]);
  }
  const page = await context.newPage();
  const address = `${origin}/works/${work.id}`;
  await page.goto(address);
  if (javaScriptEnabled) await page.waitForSelector('html[data-enhanced]');
  return { page, address };
}

async function choose(page: Page, label: string): Promise<void> {
  const panel = page.locator('.panel:not(.chapters)');
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
  await panel.getByRole('radio', { name: label, exact: true }).check({ force: true });
}
