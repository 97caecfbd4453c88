// Media, fandoms and works, from the top down: pages stay small however many fandoms there are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visit } from '../../../test/kit/visitor.ts';
import { canonical, metatag } from '../../../test/kit/wrangling.ts';
import { fandomsPerPage } from './limits.ts';

test('few fandoms stand on one page from A to Z, and by use where that is asked', async (t) => {
  const app = await makeApp(t);
  await postWork(app, 'ada', { fandoms: ['Zebra', 'The Anchor'] });
  await postWork(app, 'ada', { fandoms: ['Zebra'] });
  const page = await app.guest().get('/fandoms');
  assert.deepEqual(names(page), ['The Anchor', 'Zebra']);
  const byUse = await app.guest().get(page.link('Most used'));
  assert.deepEqual(names(byUse), ['Zebra', 'The Anchor']);
});

test('a fandom of a new work stands in lists that were shown before', async (t) => {
  const app = await makeApp(t);
  await postWork(app, 'ada', { fandoms: ['Anchor'] });
  assert.deepEqual(names(await app.guest().get('/fandoms')), ['Anchor']);
  await postWork(app, 'ada', { fandoms: ['Zebra'] });
  assert.deepEqual(names(await app.guest().get('/fandoms')), ['Anchor', 'Zebra']);
});

test('a fandom is found by the beginnings of words in its name', async (t) => {
  const app = await makeApp(t);
  await postWork(app, 'ada', { fandoms: ['The Salt Road', 'Ночь', 'Éclair'] });
  const found = async (typed: string) =>
    names(await app.guest().get(`/fandoms?q=${encodeURIComponent(typed)}`));
  assert.deepEqual(await found('roa sal'), ['The Salt Road']);
  assert.deepEqual(await found('ecl'), ['Éclair']);
  assert.deepEqual(await found('ночь'), ['Ночь']);
  const none = await app.guest().get('/fandoms?q=%3Cb%3E');
  assert.ok(none.text.includes('No fandom here has “<b>” in its name.'));
  assert.deepEqual(htmlProblems(none.body), []);
});

test('many fandoms have a page for each letter, the most used first, and small ones', async (t) => {
  const app = await makeApp(t);
  await manyFandoms(app);
  const guest = app.guest();
  const first = await guest.get('/fandoms');
  assert.equal(names(first)[0], 'Moss Almanac 7');
  assert.equal(names(first).length, fandomsPerPage);
  assert.ok(gzipSync(first.body).length < 15_000);
  assert.deepEqual(htmlProblems(first.body), []);
  const kept = names(await guest.get(first.link('K')));
  assert.equal(kept.length, 30);
  assert.deepEqual(kept.slice(0, 2), ['The Keel 1', 'The Keel 2']);
  assert.deepEqual(names(await guest.get(first.link('Н'))), ['Ночь']);
  const moss = await guest.get(first.link('M'));
  assert.ok(moss.text.includes('210 fandoms'));
  assert.equal(names(await guest.get(moss.link('2'))).length, 10);
  assert.equal((await guest.get('/fandoms?letter=M&page=9')).status, 404);
  const odd = await guest.get('/fandoms?letter=%22&page=x');
  assert.deepEqual(names(odd), names(first));
});

test('a tag stands in its tree, with metatags above and subtags below', async (t) => {
  const app = await makeApp(t);
  for (const name of ['All Media', 'The Books', 'The First Book']) {
    await postWork(app, 'ada', { fandoms: [name] });
    await canonical(app, `fandom:${name}`);
  }
  await metatag(app, 'fandom:All Media', 'fandom:The Books');
  await metatag(app, 'fandom:The Books', 'fandom:The First Book');
  const guest = app.guest();
  const trees = async (path: string) =>
    (await guest.get(path)).markup.withClass('tree').map((tree) => tree.text);
  assert.deepEqual(await trees('/tags/All%20Media'), ['The Books 2 The First Book 1']);
  assert.deepEqual(await trees('/tags/The%20First%20Book'), ['The Books 2 All Media 3']);
  const wide = await guest.get('/tags/All%20Media');
  assert.deepEqual(htmlProblems(wide.body), []);
  assert.ok(wide.text.includes('Works of this tag are also those that bear one of its subtags.'));
  const narrow = await guest.get('/tags/The%20First%20Book');
  assert.ok(!narrow.text.includes('Works of this tag are also'));
});

/** 30 under K behind an article, 210 under M, one in another script; the seventh has two works. */
async function manyFandoms(app: TestApp): Promise<void> {
  const keels = Array.from({ length: 30 }, (_, at) => `The Keel ${at + 1}`);
  const mosses = Array.from({ length: 210 }, (_, at) => `Moss Almanac ${at + 1}`);
  await postWork(app, 'ada', { fandoms: [...keels, 'Ночь', 'Moss Almanac 7'] });
  for (let at = 0; at < mosses.length; at += 70) {
    await postWork(app, 'ada', { fandoms: mosses.slice(at, at + 70) });
  }
}

function names(page: Visit): (string | undefined)[] {
  return page.markup.withClass('relatives').flatMap((list) => list.all('a').map((a) => a.text));
}
