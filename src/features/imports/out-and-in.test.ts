import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { origin } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { sourceOfBytes } from '../../kit/archive/index.ts';
import { cleanText } from '../../text/index.ts';
import { createToken } from '../accounts/index.ts';
import { judgeBrought, readSurroundings } from './plan.ts';
import { readWorkOfFile } from './readers/read-file.ts';

for (const format of ['html', 'epub', 'md']) {
  test(`what is downloaded here reads back as it was: ${format}`, async (t) => {
    const app = await makeApp(t);
    const texts = { summary: '<p>Light.</p>', notes: '<p>Before.</p>', endNotes: '<p>After.</p>' };
    const id = await placeTestWork(app, {
      work: { title: 'There "and" Back', expectedChapters: 4, ...texts },
      tags: { character: ['Oda Reyk'], freeform: ['Rain', 'Salt'] },
      chapters: [
        { title: 'One', ...texts, source: '<p>It <em>rained</em>.</p><hr><p>Still.</p>' },
        { title: 'Two', source: '<blockquote><p>A letter.</p></blockquote><p>Read.</p>' },
      ],
    });
    const answer = await app.app.fetch(new Request(`${origin}/downloads/${id}/x.${format}`));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const work = readWorkOfFile(`x.${format}`, sourceOfBytes(bytes));
    assert.equal(work.title, 'There "and" Back');
    assert.deepEqual(work.creators, ['ada']);
    assert.match(work.sourceAddress ?? '', new RegExp(`/works/${id}$`));
    assert.deepEqual(work.tags.fandom, ['Harbour Lights']);
    assert.deepEqual(work.tags.character, ['Oda Reyk']);
    assert.deepEqual(work.tags.freeform, ['Rain', 'Salt']);
    const { summary, notes, endNotes } = work;
    assert.deepEqual({ summary, notes, endNotes }, texts);
    assert.equal(work.expectedChapters, 4);
    const [one, two] = work.chapters;
    assert.deepEqual([one?.title, two?.title], ['One', 'Two']);
    assert.deepEqual([one?.summary, one?.notes, one?.endNotes], Object.values(texts));
    const bare = (source = '') => {
      const cleaned = cleanText(source, format === 'md' ? 'markdown' : 'html', 'chapter');
      return cleaned.ok ? cleaned.html.replace(/\s+(?=<)|(?<=>)\s+/g, '') : '';
    };
    assert.equal(bare(one?.source), '<p>It<em>rained</em>.</p><hr><p>Still.</p>');
    assert.equal(bare(two?.source), '<blockquote><p>A letter.</p></blockquote><p>Read.</p>');
  });
}

for (const format of ['html', 'epub', 'md']) {
  test(`whom it is for and what it was made after read back too: ${format}`, async (t) => {
    const app = await makeApp(t);
    await app.as('ben');
    const parent = await placeTestWork(app, { work: { title: 'Tide by “Night”' } });
    const id = await placeTestWork(app, { work: { title: 'Echo' } });
    const { userId } = await app.member('ada');
    const token = await createToken(app.parts, userId, ['write'], 'test');
    const elsewhere = { url: 'https://tide.example/1', title: 'Ebb', author: '' };
    const relatedWorks = [
      { relation: 'inspired', id: parent },
      { relation: 'translation', ...elsewhere },
    ];
    const body = JSON.stringify({ gifts: ['ben', 'A Friend'], relatedWorks });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = await app.guest().send('PATCH', `/api/v1/works/${id}`, body, { headers });
    assert.equal(sent.status, 200, sent.body);
    const answer = await app.app.fetch(new Request(`${origin}/downloads/${id}/x.${format}`));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const work = readWorkOfFile(`x.${format}`, sourceOfBytes(bytes));
    assert.deepEqual(work.gifts, ['ben', 'A Friend']);
    const judged = judgeBrought(await readSurroundings(app.parts.database.read), work);
    assert.match(judged.ok ? judged.judged.decisions.join(' ') : '', /gift to ben, A Friend/);
    const url = `${app.parts.settings.url}/works/${parent}`;
    assert.deepEqual(work.related, [
      { relation: 'inspired', title: 'Tide by “Night”', author: 'ada', url },
      { relation: 'translation', ...elsewhere },
    ]);
  });
}

test('titles that look like numbered chapters read back whole from every download', async (t) => {
  const app = await makeApp(t);
  const titles = ['Day 1', '2. Rain', 'Part 3: Snow', 'Chapter 4: Hail', '', '第6章'];
  const chapters = titles.map((title) => ({ title, source: '<p>Rain.</p>' }));
  const id = await placeTestWork(app, { chapters });
  for (const format of ['html', 'epub', 'md', 'txt']) {
    const answer = await app.app.fetch(new Request(`${origin}/downloads/${id}/x.${format}`));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const work = readWorkOfFile(`x.${format}`, sourceOfBytes(bytes));
    const found = work.chapters.map(({ title }) => title);
    assert.deepEqual(found, titles, format);
  }
});

test('plain text that is downloaded here reads back with all it says', async (t) => {
  const app = await makeApp(t);
  const notes = { summary: '<p>Light.</p>', notes: '<p>Before.</p>', endNotes: '<p>After.</p>' };
  const id = await placeTestWork(app, {
    work: { title: 'There and Back', ...notes, expectedChapters: 3 },
    tags: { character: ['Oda Reyk', 'Wren'] },
    chapters: [
      { title: 'One', ...notes, source: '<p>It rained.</p><hr><p>Still.</p>' },
      { title: '', source: '<p>Two.</p>' },
      { title: 'Three', source: '<p>Dry.</p>' },
    ],
  });
  const { body } = await app.guest().get(`/downloads/${id}/x.txt`);
  const work = readWorkOfFile('x.txt', sourceOfBytes(Buffer.from(body)));
  assert.deepEqual(
    work.chapters.map(({ title }) => title),
    ['One', '', 'Three'],
  );
  assert.deepEqual([work.title, work.creators], ['There and Back', ['ada']]);
  assert.deepEqual([work.summary, work.notes, work.endNotes], Object.values(notes));
  assert.deepEqual([work.chapters[2]?.source, work.chapters[2]?.endNotes], ['Dry.', '']);
  assert.deepEqual(work.tags.character, ['Oda Reyk', 'Wren']);
  const [one] = work.chapters;
  assert.deepEqual([one?.summary, one?.notes, one?.endNotes], Object.values(notes));
  assert.match(one?.source ?? '', /^It rained\.\n\n.*\n\nStill\.$/);
  const alone = await placeTestWork(app, { work: { title: 'Alone' } });
  const short = (await app.guest().get(`/downloads/${alone}/x.txt`)).body;
  const read = readWorkOfFile('x.txt', sourceOfBytes(Buffer.from(short)));
  assert.deepEqual([read.title, read.chapters.length, read.chapters[0]?.title], ['Alone', 1, '']);
  assert.match(read.sourceAddress ?? '', new RegExp(`/works/${alone}$`));
});

test('the cover of a book that is downloaded here is no picture of its text', async (t) => {
  const app = await makeApp(t);
  const id = await placeTestWork(app, {});
  const answer = await app.app.fetch(new Request(`${origin}/downloads/${id}/x.epub`));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const { decisions } = readWorkOfFile('x.epub', sourceOfBytes(bytes));
  assert.doesNotMatch(decisions.join(' '), /picture/);
});

test('the title above a text that lost its shape is not of the text', () => {
  const lines = Array.from({ length: 40 }, (_, at) => `It rained for the ${at}th day on the quay.`);
  const source = `The Long Rain\n\n${lines.join(' ')} “Yes,” said Oda. “No,” said Wren.\n`;
  const work = readWorkOfFile('x.txt', sourceOfBytes(Buffer.from(source)));
  assert.equal(work.title, 'The Long Rain');
  assert.match(work.chapters[0]?.source ?? '', /^It rained/);
});
