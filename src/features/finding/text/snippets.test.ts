// What a list shows of the words that were typed, and to whom.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import type { Visitor } from '../../../../test/kit/visitor.ts';

const withConsent = { headers: { cookie: 'view_adult=true' } } as const;

eachDatabase((database) => {
  test('the words are shown where they stand in the text, marked and escaped', async (t) => {
    const app = await makeApp(t, { database });
    const source = 'Long before. The &lt;b&gt; lamps &amp; lanterns were lit. Long after.';
    await postWork(app, 'ada', {
      title: 'Harbour',
      chapters: ['Nothing.', { source, format: 'html' }],
    });
    const shown =
      'Long before. The &lt;b&gt; <mark>lamps</mark> &amp; lanterns were lit. Long after.';
    for (const address of ['/works?q=lamp', '/works/search?q=lamp', '/works?q="lamps lanterns"']) {
      const page = await app.guest().get(address);
      const expected = address.includes('"')
        ? shown.replace('<mark>lamps</mark> &amp; lanterns', '<mark>lamps &amp; lanterns</mark>')
        : shown;
      assert.ok(page.body.includes(expected), address);
    }
    for (const address of ['/works', '/works?q=harbour', '/works?q=-other']) {
      assert.equal((await app.guest().get(address)).markup.withClass('snippet').length, 0, address);
    }
  });

  test('a Japanese phrase is marked in its sentence', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { language: 'ja', chapters: ['夜の港で黒猫が走る。'] });
    const page = await app.guest().get(`/works?q=${encodeURIComponent('"黒猫が"')}`);
    assert.ok(page.body.includes('lang="ja" dir="ltr">夜の港で<mark>黒猫が</mark>走る。</p>'));
  });

  test('of an adult work only the summary is shown until one has agreed', async (t) => {
    const app = await makeApp(t, { database });
    const words = { summary: 'A lantern.', notes: 'Lantern notes.', chapters: ['Lantern text.'] };
    await postWork(app, 'ada', { rating: 'Explicit', ...words });
    const guest = app.guest();
    assert.deepEqual(snippetsOn(await guest.get('/works?q=lantern')), ['A lantern.']);
    assert.deepEqual(snippetsOn(await guest.get('/works?q=text:lantern')), ['A lantern.']);
    assert.deepEqual(snippetsOn(await guest.get('/works?q=lantern', withConsent)), [
      'Lantern text.',
    ]);
    const asking = await app.guest().get('/works?q=lantern&view_adult=true');
    assert.deepEqual(snippetsOn(asking), ['Lantern text.']);
  });

  test('texts that others may not read are in nobody’s snippets', async (t) => {
    const app = await makeApp(t, { database });
    const chapters = ['Open lantern.'];
    const summary = 'Lantern';
    await postWork(app, 'ada', { chapters, summary, hidden: true });
    await postWork(app, 'ada', { chapters, summary, unrevealed: true });
    await postWork(app, 'ada', { chapters, summary, freeforms: ['Lantern'], hidden: true });
    await postWork(app, 'ada', { chapters: ['Members lantern.'], restricted: true });
    assert.deepEqual(await found(app.guest()), []);
    for (const name of ['ada', 'ben', 'dee'] as const) {
      assert.deepEqual(await found(await app.as(name)), ['Members lantern.'], name);
    }
  });
});

async function found(visitor: Visitor): Promise<string[]> {
  return snippetsOn(await visitor.get('/works?q=lantern'));
}

function snippetsOn({ markup }: Awaited<ReturnType<Visitor['get']>>): string[] {
  return markup.withClass('snippet').map((part) => part.text);
}
