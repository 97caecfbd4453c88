// Files of some size are read by a process of their own, and come back as if they were read here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { makeApp } from '../../../test/kit/app.ts';
import { otwHtml } from '../../../test/kit/import-files.ts';
import { sendFiles } from '../../../test/kit/send-files.ts';
import { sourceOfBytes, writeZip } from '../../kit/archive/index.ts';
import { packVersion } from '../works/index.ts';
import { noneLeft } from './actions.ts';
import { packWork } from './brought-pictures.ts';
import { chapterOf } from './brought-work.ts';
import { judgeHereCharactersMax, readHereBytesMax, readHereZipBytesMax } from './limits.ts';
import { readSurroundings } from './plan.ts';
import { readWorkOfFile } from './readers/read-file.ts';
import { createReading } from './reading.ts';
import { FileRefused } from './refused-file.ts';

const longText = `<p>${'The lamp was lit. '.repeat(readHereBytesMax / 18)}</p>`;
const long = otwHtml({ id: 7, title: 'The Long Watch', chapters: [{ title: '', text: longText }] });

test('a file beyond what is read here comes back with all that it holds', async (t) => {
  const app = await makeApp(t);
  const { readUpload } = createReading(
    new URL('../../import-process.ts', import.meta.url),
    app.parts.log,
  );
  const surroundings = await readSurroundings(app.parts.database.read);
  const files = [
    { path: 'long.html', text: long },
    { path: 'none.pdf', text: '%PDF-1' },
    { path: 'more.html', text: otwHtml({ id: 8, title: 'More' }) },
  ];
  const zip = await writeZip(files, { modified: 0 });
  const given = { name: 'long.html', source: sourceOfBytes(Buffer.from(long)) };
  const [read] = [...(await readUpload(given, surroundings, 10))];
  assert.ok(read?.refusal === null);
  assert.equal(read.facts.title, 'The Long Watch');
  const work = JSON.parse(inflateSync(read.packed).toString());
  assert.match(work.chapters[0].source, /The lamp was lit/);
  const here = { name: 'all.zip', source: sourceOfBytes(zip) };
  const names = [...(await readUpload(here, surroundings, 2))].map(({ name }) => name);
  assert.deepEqual(names, ['all.zip/long.html', 'all.zip/none.pdf']);
});

test('a work that is judged beside comes in as one that is judged here', async (t) => {
  const app = await makeApp(t);
  const { read } = app.parts.database;
  const module = new URL('../../import-process.ts', import.meta.url);
  const { openComing, judgeChanged } = createReading(module, app.parts.log);
  const surroundings = await readSurroundings(read);
  const siteUrl = app.parts.settings.url;
  const work = readWorkOfFile('long.html', sourceOfBytes(Buffer.from(long)));
  const { creators, sourceAddress } = work;
  const sizes = [{ characters: 1, pictures: 0 }, {}];
  const [here, beside] = await Promise.all(
    sizes.map((size) => {
      const facts = { creators, sourceAddress, ...size };
      const coming = openComing({ packed: packWork(work), facts, surroundings, siteUrl });
      return coming.judged({ work: 1 as never, drawn: [], ...noneLeft });
    }),
  );
  assert.ok(here !== undefined && beside !== undefined);
  const { packed, brought, ...rest } = beside;
  const { brought: known, ...same } = here;
  assert.deepEqual(rest, same);
  assert.deepEqual(packed, here.chapters.map(packVersion));
  assert.equal(brought.title, known.title);
  const [chapter = chapterOf('')] = work.chapters;
  const source = chapter.source.repeat(6);
  assert.ok(source.length > judgeHereCharactersMax);
  const longer = { ...work, title: 'Longer', chapters: [{ ...chapter, source }] };
  const changed = await judgeChanged(longer, surroundings);
  assert.deepEqual(
    [changed.facts.title, changed.facts.words],
    ['Longer', 6 * (here.chapters[0]?.words ?? 0)],
  );
  const empty = { ...longer, chapters: [{ ...chapter, source: ' '.repeat(source.length) }] };
  await assert.rejects(judgeChanged(empty, surroundings), FileRefused);
});

test('a process that fails refuses its file, and leaves the others', async (t) => {
  const app = await makeApp(t);
  const { readUpload } = createReading(new URL('none.ts', import.meta.url), app.parts.log);
  const surroundings = await readSurroundings(app.parts.database.read);
  const given = { name: 'long.html', source: sourceOfBytes(Buffer.from(long)) };
  const [read] = [...(await readUpload(given, surroundings, 10))];
  assert.match(read?.refusal ?? '', /could not be read/);
});

test('a small zip that unpacks to much, or holds another, goes to the process', async (t) => {
  const app = await makeApp(t);
  const { readUpload } = createReading(new URL('none.ts', import.meta.url), app.parts.log);
  const surroundings = await readSurroundings(app.parts.database.read);
  const small = otwHtml({ id: 7 });
  const inner = await writeZip([{ path: 'a.html', text: small }], { modified: 0 });
  const zips = {
    here: [{ path: 'a.html', text: small }],
    much: [{ path: 'a.html', text: small + ' '.repeat(500_000) }],
    // Whatever its name says.
    other: [{ path: 'a.txt', bytes: inner }],
  };
  for (const [name, entries] of Object.entries(zips)) {
    const source = sourceOfBytes(await writeZip(entries, { modified: 0 }));
    assert.ok(source.size < readHereZipBytesMax);
    const [read] = [...(await readUpload({ name: `${name}.zip`, source }, surroundings, 10))];
    assert.equal(read?.refusal === null, name === 'here', name);
  }
});

test('a long file that is sent waits for its owner’s yes as any other', async (t) => {
  const app = await makeApp(t);
  const longer = otwHtml({
    id: 9,
    title: 'The Longest Watch',
    chapters: [{ title: '', text: longText.repeat(6) }],
  });
  const ada = await app.as('ada');
  const page = await sendFiles(ada, { 'long.html': longer, 'b.pdf': '%PDF-1' });
  assert.match(page.text, /The Longest Watch/);
  assert.match(page.text, /b\.pdf Not read: It is a PDF/);
  const address = '/works/import/waiting';
  const [box] = page
    .form(address)
    .all('input')
    .filter((one) => one.attribute('name') === 'works');
  const works = box?.attribute('value') ?? '';
  const done = await ada.submit(page, address, { works, mine: '1', do: 'bring' });
  assert.match(done.body, /came in as a draft/);
  const { read } = app.parts.database;
  const [chapter] = await read.selectFrom('chapter_texts').select('html').execute();
  assert.equal(
    chapter?.html.split('The lamp was lit.').length,
    longText.split('lit.').length * 6 - 5,
  );
  const kept = await read.selectFrom('revisions').select(['reason', 'words']).execute();
  assert.equal(kept.length, 2);
});
