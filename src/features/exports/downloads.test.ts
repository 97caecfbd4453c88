// Who may take a work home, and how the file travels.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { placeTestWork, soundChapter } from '../../../test/kit/works.ts';
import { downloadFormats } from '../../web/book-lists.ts';
import { addChapter } from '../works/index.ts';
import { formats } from './formats.ts';

describe('a download', () => {
  it('is an attachment that is trusted with nothing, whatever name was asked for', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, { work: { title: 'Tea "for"\u202e two/ツ' } });
    for (const name of ['x.epub', 'Tea_for_two.epub?updated_at=1', '..%2F..%2Fetc.epub']) {
      const { response } = await app.guest().get(`/downloads/${id}/${name}`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'application/epub+zip');
      const disposition = response.headers.get('content-disposition') ?? '';
      assert.match(disposition, /^attachment; filename="Tea for two\.epub"; filename\*=UTF-8''/);
      assert.doesNotMatch(decodeURIComponent(disposition), /[\u202e/]/);
      assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox; default-src/);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    }
  });

  it('of a format that is not built is not found', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app);
    for (const name of ['x.azw3', 'x.mobi', 'x', 'epub']) {
      assert.equal((await app.guest().get(`/downloads/${id}/${name}`)).status, 404, name);
    }
  });

  it('of a restricted work is kept from guests and from shared caches', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, { work: { restricted: true } });
    for (const { extension } of formats) {
      const asked = await app.guest().get(`/downloads/${id}/x.${extension}`, { follow: false });
      assert.equal(asked.response.headers.get('location'), `/works/${id}`);
    }
    const member = await (await app.as('ben')).get(`/downloads/${id}/x.epub`);
    assert.equal(member.status, 200);
    assert.equal(member.response.headers.get('cache-control'), 'private, no-store');
  });

  it('of a draft is for its creator alone', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, { post: false });
    for (const { extension } of formats) {
      const path = `/downloads/${id}/x.${extension}`;
      assert.equal((await app.guest().get(path)).status, 404);
      assert.equal((await (await app.as('ben')).get(path)).status, 404);
      assert.equal((await (await app.as('ada')).get(path)).status, 200);
    }
  });

  it('of a posted work leaves its draft chapters out, for its creator too', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app);
    const chapter = { ...soundChapter, source: '<p>Not yet for anybody.</p>' };
    await addChapter(app.parts, await app.member('ada'), id, { chapter, post: false });
    const file = await (await app.as('ada')).get(`/downloads/${id}/x.html`);
    assert.doesNotMatch(file.body, /Not yet for anybody/);
  });

  it('names nobody for an anonymous work', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app);
    await app.parts.database.write((transaction) =>
      transaction.updateTable('works').set({ anonymous: 1 }).where('id', '=', id).execute(),
    );
    for (const extension of ['html', 'txt', 'md']) {
      const file = await app.guest().get(`/downloads/${id}/x.${extension}`);
      assert.match(file.body, /Anonymous/, extension);
      assert.doesNotMatch(file.body, /\bada\b/, extension);
    }
  });
});

const told = {
  work: {
    title: 'The *Lamp*',
    summary: '<p>Short &amp; <em>clear</em>.</p>',
    notes: '<p>Hello.</p>',
    endNotes: '<p>Thanks.</p>',
    expectedChapters: 2,
  },
  tags: { fandom: ['Harbour Lights', 'Other/Fandom'], character: ['Vera'] },
  chapters: [
    {
      title: 'One',
      notes: '<p>Mind the step.</p>',
      source: '<p>It was <em>cold</em>.</p><hr><p>See <a href="/works/1">this</a>.</p>',
    },
    { title: 'Two', source: '<p>The end.</p><p align="center">fin</p>' },
  ],
};

describe('the formats', () => {
  it('that a page offers are those that are written, in the same order', () => {
    const offered = downloadFormats.map(({ extension }) => extension);
    assert.deepEqual(
      offered,
      formats.map(({ extension }) => extension),
    );
  });
});

describe('the Markdown file', () => {
  it('has the facts ahead, and the text as somebody would write it', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, told);
    const { response, body } = await app.guest().get(`/downloads/${id}/x.md`);
    assert.equal(response.headers.get('content-type'), 'text/markdown; charset=utf-8');
    const [, ahead = '', text] = body.split(/^---\n/m);
    for (const line of [
      'title: "The *Lamp*"',
      'creator:\n  - "ada"',
      'fandoms:\n  - "Harbour Lights"\n  - "Other/Fandom"',
      'summary: "<p>Short &amp; <em>clear</em>.</p>"',
      'end notes: "<p>Thanks.</p>"',
    ]) {
      assert.ok(ahead.includes(`${line}\n`), line);
    }
    assert.equal(
      text,
      `
# The \\*Lamp\\*

## Chapter 1: One

> **Notes**
>
> Mind the step.

It was *cold*.

* * *

See [this](http://127.0.0.1:4700/works/1).

## Chapter 2: Two

The end.

<p class="u-centre">fin</p>
`,
    );
  });
});

describe('the text file', () => {
  it('marks emphasis, scenes and notes, and wraps where it is asked to', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, told);
    const { response, body } = await app.guest().get(`/downloads/${id}/x.txt`);
    assert.equal(response.headers.get('content-type'), 'text/plain; charset=utf-8');
    for (const words of [
      'The *Lamp*\n\nby ada\n',
      '\nFandoms: Harbour Lights, Other/Fandom\n',
      '\n\n\nChapter 1: One\n\n\n[Notes]\n\nMind the step.\n\n[End: Notes]\n\n',
      'It was _cold_.\n\n* * *\n\nSee this.\n',
    ]) {
      assert.ok(body.includes(words), words);
    }
    const narrow = (await app.guest().get(`/downloads/${id}/x.txt?wrap=30`)).body;
    assert.match(narrow, /Fandoms: Harbour Lights,\nOther\/Fandom\n/);
    assert.equal((await app.guest().get(`/downloads/${id}/x.txt?wrap=2`)).body, body);
  });
});

describe('the HTML file', () => {
  it('has the structure by which other archives and shelves know such files', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, told);
    const { body } = await app.guest().get(`/downloads/${id}/x.html`);
    assert.deepEqual(htmlProblems(body), []);
    for (const markup of [
      '<title>The *Lamp* - ada - Harbour Lights, Other/Fandom</title>',
      `<a href="http://127.0.0.1:4700/works/${id}">`,
      '<dt><bdi lang="en">Fandoms:</bdi></dt>\n<dd><a href="http://127.0.0.1:4700/tags/Harbour',
      '/tags/Other*s*Fandom">Other/Fandom</a></dd>',
      '<a rel="author" href="http://127.0.0.1:4700/users/ada/pseuds/ada">ada</a>',
      'Words: 8 Chapters: 2/2</bdi></dd>',
      '<h2 class="heading">Chapter 2: Two</h2>',
      '<div class="meta" id="endnotes">',
    ]) {
      assert.ok(body.includes(markup), `${markup}\n${body}`);
    }
  });

  it('is one valid page that asks for nothing else', async (test) => {
    const app = await makeApp(test);
    const source = '<p>See <a href="/works/1">this</a> & "that".</p><h2>Two</h2><p>End.</p>';
    const id = await placeTestWork(app, {
      work: { summary: '<p>Short.</p>', endNotes: '<p>Thanks.</p>', expectedChapters: 2 },
      chapters: [{ title: 'One', source }, { title: 'Two' }],
    });
    const { body } = await app.guest().get(`/downloads/${id}/x.html`);
    assert.deepEqual(htmlProblems(body), []);
    assert.doesNotMatch(body, /<script|<link|src=/);
    assert.match(body, /href="http:\/\/127\.0\.0\.1:4700\/works\/1"/);
    for (const words of ['Short.', 'Thanks.', 'Chapter 1: One', 'Chapter 2: Two']) {
      assert.ok(body.includes(words), words);
    }
  });
});
