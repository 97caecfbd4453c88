// What pages weigh on the wire, compressed, as a browser fetches them: quality.md's numbers.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../kit/browser.ts';
import type { Visitor } from '../kit/visitor.ts';
import { fillArchive } from './archive.ts';
import { openSite } from './server.ts';
import { openTab } from './tab.ts';

type Weight = Readonly<Record<'document' | 'stylesheet' | 'script' | 'image' | 'font', number>>;

const kilobyte = 1_000;

const { browser, reason } = await openBrowser();
if (!browser) throw new Error(reason);
const site = await openSite({ after });
after(() => browser.close());
const archive = await fillArchive(site);

test('a reading page has at most 5 KB of script and 15 KB of styles', async () => {
  const [, second] = archive.work.chapterIds;
  const first = `/works/${archive.work.id}`;
  const ben = await site.as('ben');
  const asked = [
    { path: first },
    { path: `${first}/chapters/${second}` },
    { path: first, as: ben },
  ];
  for (const { path, as } of asked) {
    const { script, stylesheet } = await weigh(path, as);
    assert.ok(script > 0 && script <= 5 * kilobyte, `${path}: ${script} bytes of script`);
    assert.ok(
      stylesheet > 0 && stylesheet <= 15 * kilobyte,
      `${path}: ${stylesheet} bytes of styles`,
    );
  }
});

test('a list page has at most 30 KB all told, fonts aside', async () => {
  for (const path of [
    '/works',
    '/tags/The%20Lamplighters%20of%20Low%20Harbour%20(Book%20Series)/works',
  ]) {
    const { font, ...rest } = await weigh(path);
    const sum = Object.values(rest).reduce((all, bytes) => all + bytes);
    assert.ok(font > 0);
    assert.ok(sum <= 30 * kilobyte, `${path}: ${JSON.stringify(rest)}`);
  }
});

/** Bytes of all that the page loads by itself, by what they are. */
async function weigh(path: string, as?: Visitor): Promise<Weight> {
  const tab = await openTab(browser!, site, as === undefined ? {} : { as });
  const loaded = new Map<string, string>();
  tab.page.on('response', (response) => {
    const request = response.request();
    if (response.ok()) loaded.set(request.url(), request.resourceType());
  });
  await tab.open(path);
  await tab.page.evaluate(() => document.fonts.ready.then(() => undefined));
  await tab.page.waitForLoadState('networkidle');
  await tab.close();
  const weight = { document: 0, stylesheet: 0, script: 0, image: 0, font: 0 };
  for (const [url, kind] of loaded) weight[kind as keyof Weight] += await bytesOnTheWire(url);
  return weight;
}

async function bytesOnTheWire(url: string): Promise<number> {
  const headers = { 'accept-encoding': 'gzip, br' };
  const answer = await site.app.fetch(new Request(url, { headers }));
  const body = new Uint8Array(await answer.arrayBuffer());
  const isText = /^text\/html/.test(answer.headers.get('content-type') ?? '');
  // A page that the server sends as it is may be compressed by the proxy before it.
  return isText && !answer.headers.has('content-encoding') ? gzipSync(body).length : body.length;
}
