// Pictures of works: who brings them, who sees them, when they go.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { drawPicture, sendPicture } from '../../../../test/kit/pictures.ts';
import { type PostWishes, postWork } from '../../../../test/kit/post-work.ts';
import { origin } from '../../../../test/kit/visitor.ts';
import { workRemovers } from '../../../app.ts';
import { runDueJobs } from '../../../kit/jobs/index.ts';
import { dayMs, hourMs } from '../../../kit/time/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { changeChapter, deleteWork, imageSweeper, purgeDeleted, type Work } from '../index.ts';
import { addImage } from './actions.ts';
import { drawBrought } from './bring.ts';

async function addPicture(
  app: TestApp,
  work: { readonly id: WorkId },
  shade = 0,
  fields = { alt: 'A lamp' },
) {
  const ada = await app.as('ada');
  const page = await sendPicture(ada, work, await drawPicture({ shade }), fields);
  assert.equal(page.status, 200, page.text);
  const sources = page.markup.all('img').flatMap((one) => one.attribute('src') ?? []);
  return sources.at(-1) ?? '';
}

/** Writes a chapter of a work anew. */
async function write(app: TestApp, work: Work, source: string, at = 0) {
  const chapter = {
    title: '',
    summary: '',
    notes: '',
    endNotes: '',
    format: 'html',
    source,
  } as const;
  const { id = 0 as never } = work.chapters[at] ?? {};
  const outcome = await changeChapter(app.parts, await app.member('ada'), work.id, id, { chapter });
  assert.ok(outcome.ok);
}

async function shownWork(app: TestApp, wishes: PostWishes = {}) {
  const work = await postWork(app, 'ada', wishes);
  const picture = await addPicture(app, work);
  await write(app, work, `<p>See: <img src="${picture}"></p>`);
  return { work, picture };
}

async function diskUse({ parts }: TestApp): Promise<number> {
  const rows = await parts.database.read.selectFrom('disk_shares').select('bytes').execute();
  return rows.reduce((sum, { bytes }) => sum + bytes, 0);
}

eachDatabase((database) => {
  it('a picture is brought, described, shown in the text, and seen by readers', async (test) => {
    const app = await makeApp(test, { database });
    const { work, picture } = await shownWork(app);
    const page = await app.guest().get(`/works/${work.id}`);
    const [shown] = page.markup.all('img').filter((one) => one.attribute('src') === picture);
    assert.equal(shown?.attribute('alt'), 'A lamp');
    assert.deepEqual([shown?.attribute('width'), shown?.attribute('height')], ['40', '30']);
    const { response, status } = await app.guest().get(picture);
    assert.equal(status, 200);
    assert.equal(response.headers.get('content-type'), 'image/jpeg');
    assert.equal(response.headers.get('cache-control'), 'public, max-age=3600');
    assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox;/);
    const etag = response.headers.get('etag') ?? '';
    const again = await app.guest().get(picture, { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
  });

  it('a picture is seen by nobody else while only a draft chapter shows it', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ada');
    const picture = await addPicture(app, work);
    const seen = async () => {
      const [guest, ben, ada] = [app.guest(), await app.as('ben'), await app.as('ada')];
      return Promise.all([guest, ben, ada].map(async (who) => (await who.get(picture)).status));
    };
    assert.deepEqual(await seen(), [404, 404, 200]);
    const ada = await app.as('ada');
    const form = await ada.get(`/works/${work.id}/chapters/new`);
    const text = `<img src="${picture}">`;
    const draft = await ada.submit(form, `/works/${work.id}/chapters`, { text, do: 'draft' });
    assert.deepEqual(await seen(), [404, 404, 200]);
    await ada.submit(draft, '/post', { policy: '1' });
    assert.deepEqual(await seen(), [200, 200, 200]);
    await write(app, work, '<p>Nothing.</p>');
    assert.deepEqual(await seen(), [200, 200, 200]);
  });

  it('whoever may not see the work sees none of its pictures', async (test) => {
    const app = await makeApp(test, { database });
    const restricted = await shownWork(app, { title: 'Locked', restricted: true });
    const guest = await app.guest().get(restricted.picture);
    assert.equal(guest.status, 404);
    const ben = await (await app.as('ben')).get(restricted.picture);
    assert.equal(ben.status, 200);
    assert.equal(ben.response.headers.get('cache-control'), 'private, no-store');
    const draft = await shownWork(app, { title: 'Draft', post: false });
    const hidden = await shownWork(app, { title: 'Hidden', hidden: true });
    for (const { picture } of [draft, hidden]) {
      for (const who of [app.guest(), await app.as('ben')]) {
        assert.equal((await who.get(picture)).status, 404);
      }
    }
    // A name of one work is none of another.
    const file = restricted.picture.split('/').at(-1) ?? '';
    const other = await postWork(app, 'ada', { title: 'Other' });
    assert.equal(
      (await (await app.as('ada')).get(`/works/${other.id}/images/${file}`)).status,
      404,
    );
  });

  it('another’s picture, and what is no picture, is refused in words', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ada');
    const ada = await app.as('ada');
    const cases: readonly (readonly [string | Uint8Array, RegExp])[] = [
      ['<svg xmlns="http://www.w3.org/2000/svg"/>', /SVG drawings are not taken/],
      ['hello', /no picture that can be read/],
      ['', /Choose a picture/],
      [
        (await drawPicture({ width: 200, height: 200 })).subarray(0, -300),
        /damaged or was cut short/,
      ],
      [Buffer.alloc(10_000_001), /larger than 10 MB/],
    ];
    for (const [bytes, said] of cases) {
      const answer = await sendPicture(ada, work, bytes, { alt: 'Typed words' });
      assert.equal(answer.status, 422);
      assert.match(answer.text, said);
      assert.match(answer.body, /value="Typed words"/);
    }
    const wordy = await sendPicture(ada, work, await drawPicture(), { alt: 'a'.repeat(501) });
    assert.match(wordy.text, /at most 500 characters/);
    const ben = await app.as('ben');
    assert.equal((await ben.get(`/works/${work.id}/images`)).status, 403);
    assert.deepEqual(await app.parts.files.list(''), []);
  });

  it('a script is told the address of what it sent, or why not', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ada');
    const ada = await app.as('ada');
    const accept = { accept: 'application/json' };
    const made = await sendPicture(ada, work, await drawPicture(), { alt: 'x' }, accept);
    assert.equal(made.status, 201);
    const { address, ...size } = made.json<{ address: string }>();
    assert.deepEqual(size, { width: 40, height: 30, alt: 'x' });
    assert.equal((await ada.get(address)).status, 200);
    const refused = await sendPicture(ada, work, 'none', {}, accept);
    assert.equal(refused.status, 422);
    assert.match(refused.json<{ detail: string }>().detail, /no picture/);
  });

  it('a picture can be the cover of the work’s books, and readers see it then', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ada');
    const picture = await addPicture(app, work);
    const ada = await app.as('ada');
    const chosen = await ada.submit(await ada.get(`/works/${work.id}/images`), picture, {
      do: 'cover',
    });
    assert.match(chosen.text, /is the cover/);
    assert.equal((await app.guest().get(picture)).status, 200);
    const book = await app.app.fetch(new Request(`${origin}/downloads/${work.id}/x.epub`));
    const epub = Buffer.from(await book.arrayBuffer());
    assert.ok(epub.includes(`book/pictures/${picture.split('/').at(-1)}`));
    assert.ok(!epub.includes('cover.svg'));
    await ada.submit(chosen, picture, { do: 'no-cover' });
    assert.equal((await app.guest().get(picture)).status, 404);
  });

  it('a picture without words is taken, and its page asks for them', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ada');
    const picture = await addPicture(app, work, 1, { alt: '' });
    const ada = await app.as('ada');
    const page = await ada.get(`/works/${work.id}/images`);
    assert.match(page.text, /Without words/);
    const said = await ada.submit(page, picture, { decorative: '1', do: 'words' });
    assert.doesNotMatch(said.text, /Without words/);
    const written = await ada.submit(said, picture, { alt: 'A gull', do: 'words' });
    assert.match(written.text, /alt="A gull"/);
  });

  it('a picture is removed once no text shows it, and its file some time later', async (test) => {
    const app = await makeApp(test, { database });
    const { parts, clock } = app;
    const ada = await app.as('ada');
    const { work, picture } = await shownWork(app);
    const before = await diskUse(app);
    const refused = await ada.submit(await ada.get(`/works/${work.id}/images`), picture, {
      do: 'remove',
    });
    assert.equal(refused.status, 409);
    await write(app, work, '<p>Nothing.</p>');
    const used = await diskUse(app);
    await ada.submit(await ada.get(`/works/${work.id}/images`), picture, { do: 'remove' });
    assert.equal((await ada.get(picture)).status, 404);
    const [path = ''] = await parts.files.list('images/');
    assert.equal(await diskUse(app), used - ((await parts.files.stat(path))?.size ?? 0));
    assert.ok(used > before);
    const sweep = () => runDueJobs(parts, [imageSweeper(parts)]);
    await sweep();
    assert.equal((await parts.files.list('images/')).length, 1);
    clock.advance(hourMs);
    await sweep();
    assert.deepEqual(await parts.files.list('images/'), []);
  });

  it('files of pictures whose process died before they were placed are removed', async (test) => {
    const app = await makeApp(test, { database });
    const { parts, clock } = app;
    const work = await postWork(app, 'ada');
    const member = await app.member('ada');
    const bytes = await drawPicture();
    let writes = 0;
    const write: typeof parts.database.write = (transaction) => {
      writes += 1;
      if (writes > 1) throw new Error('killed');
      return parts.database.write(transaction);
    };
    const dying = { ...parts, database: { ...parts.database, write } };
    const given = { bytes, alt: 'A lamp', decorative: false };
    await assert.rejects(addImage(dying, member, work.id, given), /killed/);
    const brought = { ...given, name: 'a'.repeat(32), cover: false };
    await drawBrought(parts, member.userId, parts.ids.next() as WorkId, [brought]);
    assert.equal((await parts.files.list('images/')).length, 2);
    clock.advance(hourMs);
    await runDueJobs(parts, [imageSweeper(parts)]);
    clock.advance(hourMs);
    await runDueJobs(parts, [imageSweeper(parts)]);
    assert.deepEqual(await parts.files.list('images/'), []);
  });

  it('pictures go with a work that is removed for good, and free the share', async (test) => {
    const app = await makeApp(test, { database });
    const { parts, clock } = app;
    const member = await app.member('ada');
    const { work } = await shownWork(app);
    await deleteWork(parts, member, work.id);
    clock.advance(30 * dayMs + 1);
    await purgeDeleted(parts, workRemovers);
    assert.equal(await diskUse(app), 0);
    clock.advance(hourMs);
    await runDueJobs(parts, [imageSweeper(parts)]);
    assert.deepEqual(await parts.files.list(''), []);
  });

  it('pictures count towards the share of the disk, and over it nothing is kept', async (test) => {
    const app = await makeApp(test, { database, env: { INKSTEAD_DISK_SHARE: '1' } });
    const work = await postWork(app, 'ada');
    const ada = await app.as('ada');
    const member = await app.member('ada');
    await app.parts.database.write((transaction) =>
      transaction
        .insertInto('disk_shares')
        .values({ user_id: member.userId, bytes: 999_900 })
        .execute(),
    );
    const refused = await sendPicture(ada, work, await drawPicture());
    assert.equal(refused.status, 413);
    assert.match(refused.text, /has reached 1 MB/);
    assert.match((await ada.get(`/works/${work.id}/images`)).text, /no pictures yet/);
    app.clock.advance(hourMs);
    await runDueJobs(app.parts, [imageSweeper(app.parts)]);
    assert.deepEqual(await app.parts.files.list(''), []);
  });
});
