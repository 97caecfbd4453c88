// Files of some size are read by a process of their own, and come back as if they were read here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { makeApp } from '../../../test/kit/app.ts';
import { otwHtml } from '../../../test/kit/import-files.ts';
import { sendFiles } from '../../../test/kit/send-files.ts';
import { sourceOfBytes, writeZip } from '../../kit/archive/index.ts';
import { readHereBytesMax } from './limits.ts';
import { readSurroundings } from './plan.ts';
import { createReadUpload } from './reading.ts';

const longText = `<p>${'The lamp was lit. '.repeat(readHereBytesMax / 18)}</p>`;
const long = otwHtml({ id: 7, title: 'The Long Watch', chapters: [{ title: '', text: longText }] });

test('a file beyond what is read here comes back with all that it holds', async (t) => {
  const app = await makeApp(t);
  const readUpload = createReadUpload(
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

test('a process that fails refuses its file, and leaves the others', async (t) => {
  const app = await makeApp(t);
  const readUpload = createReadUpload(new URL('none.ts', import.meta.url), app.parts.log);
  const surroundings = await readSurroundings(app.parts.database.read);
  const given = { name: 'long.html', source: sourceOfBytes(Buffer.from(long)) };
  const [read] = [...(await readUpload(given, surroundings, 10))];
  assert.match(read?.refusal ?? '', /could not be read/);
});

test('a long file that is sent waits for its owner’s yes as any other', async (t) => {
  const app = await makeApp(t);
  const page = await sendFiles(await app.as('ada'), { 'long.html': long, 'b.pdf': '%PDF-1' });
  assert.match(page.text, /The Long Watch/);
  assert.match(page.text, /b\.pdf Not read: It is a PDF/);
});
