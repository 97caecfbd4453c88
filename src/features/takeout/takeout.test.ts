// What a member takes out is all that is theirs, and nothing that is another's.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { drawPicture, sendPicture } from '../../../test/kit/pictures.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { origin, type Visitor } from '../../../test/kit/visitor.ts';
import { ownedTables } from '../../owned.ts';
import type { ChapterId } from '../../shared/ids.ts';
import { createToken } from '../accounts/index.ts';
import { importCommands } from '../imports/index.ts';
import { deleteChapter, deleteWork } from '../works/index.ts';

/** The texts of an archive's files by path, read by its central directory. */
function unzipped(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const bytes = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), bytes.toString());
    at += 46 + nameLength + extra + zip.readUInt16LE(at + 32);
  }
  return files;
}

async function takeOut(app: TestApp, member: Visitor): Promise<Map<string, string>> {
  return unzipped(await takeOutBytes(app, member));
}

async function takeOutBytes(app: TestApp, member: Visitor): Promise<Buffer> {
  const page = await member.get('/takeout');
  const fields = page.form('/takeout').all('input');
  const body = new URLSearchParams(
    fields.map((field) => [field.attribute('name') ?? '', field.attribute('value') ?? '']),
  );
  const cookie = [...member.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await app.app.fetch(
    new Request(`${origin}/takeout`, { method: 'POST', headers: { cookie }, body }),
  );
  assert.equal(response.headers.get('content-type'), 'application/zip');
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment; .*-ada-2026-03-01/);
  return Buffer.from(await response.arrayBuffer());
}

eachDatabase((database) => {
  test('a member takes out their works and drafts, as typed and as shown', async (t) => {
    const app = await makeApp(t, { database });
    const posted = await postWork(app, 'ada', {
      title: 'Tea at Söderön',
      notes: 'Thanks',
      freeforms: ['Pining'],
      chapters: [{ source: 'One *two*', format: 'markdown', title: 'First' }, 'Again.'],
    });
    const draft = await postWork(app, 'ada', { title: 'Not yet', post: false });
    await postWork(app, 'ben', { title: 'Of Ben' });
    const files = await takeOut(app, await app.as('ada'));
    const folder = `works/${posted.id}-tea-at-soderon`;
    const work = JSON.parse(files.get(`${folder}/work.json`) ?? '');
    assert.equal(work.title, 'Tea at Söderön');
    assert.deepEqual(work.tags.freeform, ['Pining']);
    assert.equal(work.chapters[0].source, 'One *two*');
    assert.equal(work.chapters[0].format, 'markdown');
    assert.equal(work.chapters[0].html, '<p>One <em>two</em></p>');
    assert.match(files.get(`${folder}/work.html`) ?? '', /One <em>two<\/em>/);
    assert.match(files.get(`${folder}/work.epub`) ?? '', /^PK.*application\/epub\+zip/s);
    assert.equal(JSON.parse(files.get(`works/${draft.id}-not-yet/work.json`) ?? '').posted, false);
    assert.deepEqual(
      [...files.keys()].filter((path) => path.includes('/revisions/')),
      [],
    );
    const index = files.get('index.html') ?? '';
    assert.match(index, /href="works\/\d+-tea-at-soderon\/work.html"/);
    assert.deepEqual(htmlProblems(index), []);
    assert.match(files.get('README.txt') ?? '', /^What ada has at /);
    assert.doesNotMatch([...files.values()].join(), /Of Ben/);
  });

  test('the pictures of a work are in its folder, with the words for them', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Tea' });
    const ada = await app.as('ada');
    await sendPicture(ada, work, await drawPicture(), { alt: 'A lamp' });
    const files = await takeOut(app, ada);
    const said = JSON.parse(files.get(`works/${work.id}-tea/pictures.json`) ?? '');
    const [{ file, ...words }] = said;
    assert.deepEqual(words, { alt: 'A lamp', decorative: false, cover: false });
    assert.ok(files.has(`works/${work.id}-tea/pictures/${file}`));
  });

  test('earlier versions of a work and its chapters are in its folder', async (t) => {
    const app = await makeApp(t, { database });
    const { id, chapters } = await postWork(app, 'ada', { chapters: ['Before.', 'Gone.'] });
    const ada = await app.as('ada');
    await deleteChapter(app.parts, await app.member('ada'), id, chapters[1]?.id as ChapterId);
    const form = await ada.get(`/works/${id}/chapters/${chapters[0]?.id}/edit`);
    await ada.submit(form, `/works/${id}/chapters/${chapters[0]?.id}`, { text: 'After.' });
    const files = await takeOut(app, ada);
    const texts = [...files]
      .filter(([path]) => path.includes('/revisions/chapter-'))
      .map(([, text]) => JSON.parse(text).version.source);
    assert.deepEqual(texts.sort(), ['After.', 'Before.', 'Gone.']);
  });

  test('earlier versions are read back in with their work, once', async (t) => {
    const app = await makeApp(t, { database });
    const { id, chapters } = await postWork(app, 'ada', { chapters: ['Before.', 'Second.'] });
    const ada = await app.as('ada');
    for (const text of ['Between.', 'After.']) {
      app.clock.advance(3_600_000);
      const form = await ada.get(`/works/${id}/chapters/${chapters[1]?.id}/edit`);
      await ada.submit(form, `/works/${id}/chapters/${chapters[1]?.id}`, { text });
    }
    await ada.submit(await ada.get(`/works/${id}/edit`), `/works/${id}`, { title: 'Renamed' });
    const taken = await takeOut(app, ada);
    const path = join(await mkdtemp(join(tmpdir(), 'inkstead-takeout-')), 'all.zip');
    t.after(() => rm(dirname(path), { recursive: true }));
    await writeFile(path, await takeOutBytes(app, ada));
    const other = await makeApp(t, { database });
    other.clock.advance(4 * 3_600_000);
    await other.member('ada');
    assert.match(await bring(other, path), /5 earlier versions come along/);
    await bring(other, path);
    const again = await takeOut(other, await other.as('ada'));
    const versions = (files: Map<string, string>) =>
      [...files]
        .filter(([name]) => name.includes('/revisions/'))
        .map(([, text]) => JSON.parse(text))
        .map(({ madeAt, reason, version }) => ({ madeAt, reason, version }));
    const brought = versions(again).filter(({ reason }) => reason !== 'import');
    assert.deepEqual(brought, versions(taken));
    assert.equal(brought.length, 5);
  });

  test('pictures are read back in with their work, shown by it, once', async (t) => {
    const app = await makeApp(t, { database });
    const first = await postWork(app, 'ada', { title: 'First' });
    const old = await postWork(app, 'ada', { title: 'Tea' });
    await deleteWork(app.parts, await app.member('ada'), first.id);
    const ada = await app.as('ada');
    for (const [shade, alt] of ['A lamp', 'A quay'].entries()) {
      await sendPicture(ada, old, await drawPicture({ shade: shade * 90 }), { alt });
    }
    const before = await takeOut(app, ada);
    const words = (files: Map<string, string>, work: { id: number }) =>
      JSON.parse(files.get(`works/${work.id}-tea/pictures.json`) ?? '[]');
    const pictures: { file: string; alt: string }[] = words(before, old);
    const [lamp, quay] = pictures.sort((a, b) => (a.alt < b.alt ? -1 : 1));
    const page = await ada.get(`/works/${old.id}/images`);
    await ada.submit(page, `/works/${old.id}/images/${lamp?.file}`, { do: 'cover' });
    const form = await ada.get(`/works/${old.id}/chapters/${old.chapters[0]?.id}/edit`);
    const text = `<p>See: <img src="${origin}/works/${old.id}/images/${quay?.file}"> dear.</p>`;
    await ada.submit(form, `/works/${old.id}/chapters/${old.chapters[0]?.id}`, { text });
    const path = join(await mkdtemp(join(tmpdir(), 'inkstead-takeout-')), 'all.zip');
    t.after(() => rm(dirname(path), { recursive: true }));
    await writeFile(path, await takeOutBytes(app, ada));
    const other = await makeApp(t, { database });
    await other.member('ada');
    const said = await bring(other, path);
    assert.match(said, /2 pictures come along/);
    assert.doesNotMatch(said, /passed-over","file":"[^"]*pictures/);
    assert.match(await bring(other, path), /"brought":0,"already":1/);
    const reader = await other.as('ada');
    const again = await takeOut(other, reader);
    const { id } = JSON.parse(
      [...again].find(([name]) => name.endsWith('-tea/work.json'))?.[1] ?? '',
    );
    const came = words(again, { id });
    assert.deepEqual(
      came.map(({ alt, cover }: { alt: string; cover: boolean }) => `${alt} ${cover}`).sort(),
      ['A lamp true', 'A quay false'],
    );
    const shown = (await reader.get(`/works/${id}`)).markup
      .all('img')
      .filter((one) => one.attribute('alt') === 'A quay')
      .map((one) => one.attribute('src') ?? '');
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? '', new RegExp(`^/works/${id}/images/[0-9a-f]{32}\\.jpg$`));
    assert.equal((await reader.get(shown[0] ?? '')).status, 200);
    const sources = [...again]
      .filter(([name]) => name.includes(`works/${id}-tea/`) && name.endsWith('.json'))
      .map(([, source]) => source);
    assert.doesNotMatch(sources.join(), new RegExp(`picture:|works/${old.id}/images`));
  });

  test('every record of theirs is there, without secrets or what is others’', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', {});
    await postWork(app, 'ben', { title: 'Of Ben' });
    const ben = await app.member('ben');
    await createToken(app.parts, ben.userId, ['read'], 'reader');
    const files = await takeOut(app, await app.as('ada'));
    for (const { table } of ownedTables) assert.ok(files.has(`data/${table}.json`), table);
    const rows = (table: string) => JSON.parse(files.get(`data/${table}.json`) ?? '');
    assert.deepEqual(
      rows('users').map((row: { login: string }) => row.login),
      ['ada'],
    );
    assert.equal(rows('works').length, 1);
    assert.equal(rows('chapter_texts').length, 1);
    assert.equal(rows('api_tokens').length, 0);
    const all = [...files.values()].join();
    assert.doesNotMatch(all, /password_hash|token_hash/);
  });

  test('a work that was deleted is among the records while it can come back', async (t) => {
    const app = await makeApp(t, { database });
    const { id } = await postWork(app, 'ada', { title: 'Gone' });
    await deleteWork(app.parts, await app.member('ada'), id);
    const files = await takeOut(app, await app.as('ada'));
    assert.equal(JSON.parse(files.get('data/works.json') ?? '')[0].title, 'Gone');
    assert.equal([...files.keys()].filter((path) => path.startsWith('works/')).length, 0);
  });

  test('it is read back in: whole in another archive, and nothing twice in its own', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', {
      title: 'There and back',
      summary: '<p>Out.</p>',
      rating: 'Mature',
      relationships: ['Oda/Wren'],
      language: 'sv',
      expectedChapters: 3,
      chapters: [{ source: 'One *two*', format: 'markdown', title: 'First' }, 'Again.'],
    });
    const path = join(await mkdtemp(join(tmpdir(), 'inkstead-takeout-')), 'all.zip');
    t.after(() => rm(dirname(path), { recursive: true }));
    await writeFile(path, await takeOutBytes(app, await app.as('ada')));
    assert.match(await bring(app, path), /"already":1/);
    const other = await makeApp(t, { database });
    await other.member('ada');
    assert.match(await bring(other, path), /"brought":1/);
    assert.match(await bring(other, path), /"brought":0,"already":1/);
    const again = await takeOut(other, await other.as('ada'));
    assert.deepEqual(documentOf(again), { ...documentOf(await takeOut(app, await app.as('ada'))) });
  });
});

async function bring(app: TestApp, path: string): Promise<string> {
  const [command] = importCommands;
  assert.ok(command !== undefined && command.needsArchive !== false);
  const printed: string[] = [];
  await command.run({
    parts: app.parts,
    operands: [path],
    options: new Map([['as', ['ada']]]),
    readInput: async () => '',
    print: (line) => printed.push(line),
    progress: () => undefined,
    stopped: () => new AbortController().signal,
    json: true,
  });
  return printed.join('');
}

/** The one work of a takeout, but for what coming in as a draft elsewhere must change. */
function documentOf(files: Map<string, string>): Record<string, unknown> {
  const path = [...files.keys()].find((each) => each.endsWith('/work.json')) ?? '';
  const { id, url, posted, publishedAt, updatedAt, editedAt, chapters, ...work } = JSON.parse(
    files.get(path) ?? '{}',
  );
  assert.ok(id && url && editedAt && posted !== undefined);
  assert.notEqual(publishedAt, undefined);
  assert.notEqual(updatedAt, undefined);
  const texts = chapters.map(({ title, format, source, html, words }: Record<string, unknown>) => ({
    ...{ title, format, source, html, words },
  }));
  return { ...work, texts };
}
