// Pictures that lie in a book come in with it, drawn anew, and nothing else does.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { docx, epub } from '../../../test/kit/import-files.ts';
import { drawPicture, sendPicture } from '../../../test/kit/pictures.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { sendFiles } from '../../../test/kit/send-files.ts';
import { origin } from '../../../test/kit/visitor.ts';
import { sourceOfBytes } from '../../kit/archive/index.ts';
import { hourMs } from '../../kit/time/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { changeChapter, findWork, readChapters } from '../works/index.ts';
import { bringIn, sayLeft } from './actions.ts';
import { packWork, pictureBytes, unpackWork } from './brought-pictures.ts';
import { picturesBroughtMax, picturesOfUploadBytesMax, readHereZipBytesMax } from './limits.ts';
import { planImport, readSurroundings } from './plan.ts';
import { readWorkOfFile } from './readers/read-file.ts';

const body = `<h2>One</h2><p>Look: <img src="../art/a%20lamp.png" alt="A lamp"/> so.</p>
<p><img src="../art/none.png" alt="No file"/><img src="../art/drawing.svg" alt="A drawing"/>
<img src="https://elsewhere.example/a.png" alt="Elsewhere"/>
<img src="../art/lies.png" alt="A lie"/><img src="../art/cut.png" alt="Cut"/></p>`;

/** Bytes that do not pack. */
function noise(length: number): Uint8Array {
  const pieces = Array.from({ length: length / 32 + 1 }, (_, at) =>
    createHash('sha256').update(String(at)).digest(),
  );
  return Buffer.concat(pieces);
}

async function book(picture: Buffer, more: Uint8Array = new Uint8Array()): Promise<Uint8Array> {
  return epub({
    parts: [{ path: 'text/one.xhtml', body }],
    more: [
      { path: 'more.bin', bytes: more },
      { path: 'art/a lamp.png', bytes: picture },
      { path: 'art/drawing.svg', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      { path: 'art/lies.png', text: '<html>' },
      { path: 'art/cut.png', bytes: (await drawPicture({ format: 'png' })).subarray(0, 30) },
    ],
  });
}

/** Plans a book and brings it in as ada's. */
async function bringBook(
  app: TestApp,
  bytes: Uint8Array,
  parts: Parts = app.parts,
  name = 'a.epub',
) {
  const brought = readWorkOfFile(name, sourceOfBytes(bytes));
  const owner = await app.member('ada');
  const { read } = app.parts.database;
  const wishes = { owner: owner.userId, digest: 'd' };
  const planned = await planImport(read, await readSurroundings(read), brought, wishes);
  assert.ok(planned.ok);
  const { plan } = planned;
  const done = await bringIn(parts, { plan, owner, by: owner, fileName: 'a.epub', digest: 'd' });
  const { work } = await findWork(read, owner, done.id);
  assert.ok(work !== null);
  const [chapter] = await readChapters(
    read,
    work,
    work.chapters.map(({ id }) => id),
  );
  const images = await read.selectFrom('images').selectAll().execute();
  return { plan, done, html: chapter?.html ?? '', images };
}

eachDatabase((database) => {
  it('a picture of a book is shown where it stood, and what is none is left out', async (test) => {
    const app = await makeApp(test, { database });
    const bytes = await book(await drawPicture({ format: 'png', asFromCamera: true }));
    const { plan, done, html, images } = await bringBook(app, bytes);
    assert.match(plan.decisions.join(' '), /2 pictures come along.* 4 pictures were left out/);
    assert.match(sayLeft(done.left).join(' '), /^One picture was left out: it cannot be drawn/);
    const [image] = images;
    assert.deepEqual([images.length, image?.alt, image?.work_id], [1, 'A lamp', done.id]);
    const address = `/works/${done.id}/images/${image?.file}`;
    assert.ok(html.includes(`<img src="${address}" alt="A lamp"`), html);
    assert.doesNotMatch(html, /picture:/);
    for (const words of ['No file', 'A drawing', 'Elsewhere', 'A lie', 'Cut']) {
      assert.ok(html.includes(words), words);
    }
    const ada = await app.as('ada');
    assert.equal((await ada.get(address)).status, 200);
    const kept = await app.parts.files.get(`images/${done.id}/${image?.file}`);
    assert.ok(kept !== null && !Buffer.from(kept).includes('The Keeper'));
    const again = await bringBook(app, bytes);
    assert.deepEqual([again.done.already, again.images.length], [true, 1]);
  });

  it('a picture of a Word document is shown in the work that it becomes', async (test) => {
    const app = await makeApp(test, { database });
    const drawing = (id: string, words: string) =>
      `<w:r><w:drawing><wp:docPr descr="${words}"/><a:blip r:embed="${id}"/></w:drawing></w:r>`;
    const shown = drawing('lamp', 'A lamp') + drawing('none', 'No file');
    const bytes = await docx(
      `<w:p><w:r><w:t>Look:</w:t></w:r>${shown}</w:p>`,
      [{ path: 'word/media/lamp.png', bytes: await drawPicture({ format: 'png' }) }],
      { lamp: 'media/lamp.png' },
    );
    const { html, images, done } = await bringBook(app, bytes, app.parts, 'a.docx');
    assert.deepEqual([images.length, images[0]?.alt], [1, 'A lamp']);
    assert.match(html, new RegExp(`Look:<img src="/works/${done.id}/images/[^"]+" alt="A lamp"`));
    assert.match(html, /No file/);
  });

  it('where drawing stops half way, no file stays of what did not come', async (test) => {
    const app = await makeApp(test, { database });
    let free = 1;
    const busy: Parts = {
      ...app.parts,
      redrawImage: async (bytes) => (free-- > 0 ? app.parts.redrawImage(bytes) : null),
    };
    await assert.rejects(bringBook(app, await book(await drawPicture()), busy), { status: 503 });
    const { files } = app.parts;
    assert.equal((await files.list('images/')).length, 1);
    app.clock.advance(2 * hourMs);
    await app.app.chores.find(({ name }) => name === 'run jobs')?.run();
    assert.deepEqual(await files.list('images/'), []);
  });

  it('over the share of the disk a work comes in without its pictures, and says so', async (t) => {
    const app = await makeApp(t, { database });
    const settings = { ...app.parts.settings, diskShare: 0.00001 };
    const bytes = await book(await drawPicture());
    const { done, html, images } = await bringBook(app, bytes, { ...app.parts, settings });
    assert.match(sayLeft(done.left).join(' '), /no room for it in the share of the disk/);
    assert.equal(images.length, 0);
    assert.match(html, /A lamp/);
    assert.doesNotMatch(html, /<img/);
  });

  it('a book that was taken from here brings its pictures back', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ben', { title: 'Tea' });
    const ben = await app.as('ben');
    const sent = await sendPicture(ben, work, await drawPicture(), { alt: 'A quay' });
    const picture = sent.markup.all('img').at(-1)?.attribute('src');
    const given = { title: '', summary: '', notes: '', endNotes: '', format: 'html' } as const;
    const chapter = { ...given, source: `<p>See: <img src="${picture}"> dear.</p>` };
    const { id = 0 as never } = work.chapters[0] ?? {};
    const member = await app.member('ben');
    assert.ok((await changeChapter(app.parts, member, work.id, id, { chapter })).ok);
    const answer = await app.app.fetch(new Request(`${origin}/downloads/${work.id}/x.epub`));
    const { done, html } = await bringBook(app, new Uint8Array(await answer.arrayBuffer()));
    assert.notEqual(done.id, work.id);
    assert.match(html, new RegExp(`<img src="/works/${done.id}/images/[^"]*" alt="A quay"`));
  });

  it('pictures of a file that is sent wait with it for its owner’s yes', async (test) => {
    const app = await makeApp(test, { database });
    const ada = await app.as('ada');
    // Beyond what is read where pages are served.
    const sent = await book(await drawPicture(), noise(readHereZipBytesMax));
    const page = await sendFiles(ada, { 'a.epub': sent });
    assert.match(page.text, /2 pictures come along/);
    const address = '/works/import/waiting';
    const box = page
      .form(address)
      .all('input')
      .find((one) => one.attribute('name') === 'works');
    const works = box?.attribute('value') ?? '';
    const done = await ada.submit(page, address, { works, mine: '1', do: 'bring' });
    assert.match(done.body, /came in as a draft.*One picture was left out: it cannot be drawn/s);
    const images = await app.parts.database.read.selectFrom('images').selectAll().execute();
    assert.equal(images.length, 1);
  });
});

it('a book brings no more pictures than may be, each once', async () => {
  const files = Array.from({ length: picturesBroughtMax + 3 }, (_, at) => ({
    path: `${at}.gif`,
    bytes: Buffer.from(`GIF89a${at}`),
  }));
  const shown = files.map(({ path }) => `<img src="${path}" alt=""/><img src="${path}" alt=""/>`);
  const parts = [{ path: 'one.xhtml', body: `<p>Words. ${shown.join('')}</p>` }];
  const bytes = await epub({ parts, more: files });
  const work = readWorkOfFile('a.epub', sourceOfBytes(bytes));
  assert.equal(work.pictures?.length, picturesBroughtMax);
  assert.ok(pictureBytes(work) < picturesOfUploadBytesMax);
  assert.match(work.decisions.join(' '), /6 pictures were left out/);
  assert.deepEqual(unpackWork(packWork(work)), work);
});
