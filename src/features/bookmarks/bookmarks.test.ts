// Bookmarks: one of a person and thing, seen by whoever may see what they are of, and kept when it
// is gone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Fields, Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { workRemovers } from '../../app.ts';
import { dayMs } from '../../kit/time/index.ts';
import { block, openSession, sessionCookie } from '../accounts/index.ts';
import { deleteWork, purgeDeleted, setWorkHidden } from '../works/index.ts';

const notes = 'bookmark[bookmarker_notes]';
const tags = 'bookmark[tag_string]';
const rec = 'bookmark[rec]';
const hidden = 'bookmark[private]';

/** Fills the form on the page of a work; a second time it is the bookmark’s own. */
async function mark(who: Visitor, work: number, fields: Fields = {}, to = '/bookmarks') {
  return who.submit(await who.get(`/works/${work}`), to, fields);
}

async function countOf(app: TestApp, work: number) {
  return app.parts.database.read
    .selectFrom('work_counts')
    .select(['bookmarks', 'counted_at'])
    .where('work_id', '=', work as never)
    .executeTakeFirstOrThrow();
}

async function hide(app: TestApp, work: number): Promise<void> {
  await app.parts.database.write((transaction) =>
    setWorkHidden(transaction, work as never, true, app.clock.now()),
  );
}

eachDatabase((database) => {
  test('a bookmark holds notes, tags and marks, and is changed where it is made', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { work: { title: 'Kept' } });
    const ben = await app.as('ben');
    const said = { [notes]: '<p>Good <b>tea</b><script>x</script></p>', [tags]: 'cosy, Re-read,' };
    const saved = await mark(ben, work, { ...said, [rec]: '1' });
    assert.match(saved.body, /Your bookmark is saved\./);
    assert.match(saved.body, /id="bookmark_tag_string"[^>]* value="cosy, Re-read"/);
    const list = await app.guest().get('/users/ben/bookmarks');
    assert.match(list.text, /1 Bookmark by ben.*Kept by ada.*Bookmarked by ben.*Rec.*cosy/s);
    assert.match(list.body, /<p>Good <b>tea<\/b>\s*<\/p>/);
    assert.match((await ben.get('/users/ben/bookmarks?tag=RE-READ')).text, /1 Bookmark by ben/);
    assert.match((await ben.get('/users/ben/bookmarks?tag=tea')).text, /0 Bookmarks/);
    await mark(ben, work, { [notes]: 'Changed.', [tags]: '' });
    const changed = await ben.get('/users/ben/bookmarks');
    assert.match(changed.text, /1 Bookmark by ben.*Changed\./s);
    assert.doesNotMatch(changed.text, /cosy/);
    assert.equal((await countOf(app, work)).bookmarks, 1);
    const gone = await ben.get(changed.link('Delete'));
    assert.match(gone.text, /Delete this bookmark\?/);
    await ben.submit(gone, '/delete', {});
    assert.match((await ben.get('/users/ben/bookmarks')).text, /0 Bookmarks/);
    assert.equal((await countOf(app, work)).bookmarks, 0);
  });

  test('a private bookmark is its owner’s alone and moves no number', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const ben = await app.as('ben');
    const before = await countOf(app, work);
    app.clock.advance(1000);
    await mark(ben, work, { [notes]: 'Mine.', [rec]: '1', [hidden]: '1' });
    const own = await ben.get('/users/ben/bookmarks');
    assert.match(own.text, /1 Bookmark by ben.*Private.*Mine\./s);
    assert.deepEqual(await countOf(app, work), before);
    const address = own.links.find((link) => /^\/bookmarks\/\d+$/.test(link)) as string;
    for (const who of [app.guest(), await app.as('ada'), await app.as('dee')]) {
      assert.equal((await who.get(address)).status, 404);
      for (const list of ['/users/ben/bookmarks', `/works/${work}/bookmarks`, '/bookmarks']) {
        assert.doesNotMatch(
          (await who.get(list)).text,
          /Mine|Keeper’s Cat by ada|1 Bookmark/,
          list,
        );
      }
    }
    app.clock.advance(1000);
    await ben.submit(await ben.get(address), '/bookmarks/', { [hidden]: '0', [rec]: '1' });
    assert.equal((await countOf(app, work)).bookmarks, 1);
    assert.match((await app.guest().get('/bookmarks')).text, /Keeper’s Cat.*Mine\./s);
    await ben.submit(await ben.get(address), '/bookmarks/', { [hidden]: '1' });
    assert.equal((await countOf(app, work)).bookmarks, 0);
  });

  test('who is kept from a work bookmarks it for themself alone', async (t) => {
    const app = await makeApp(t, { database });
    const [open, banned] = [await placeTestWork(app), await placeTestWork(app)];
    const [ben, eli] = [await app.as('ben'), await app.as('eli')];
    await mark(ben, open, { [notes]: 'Before.' });
    const [ada, of] = [await app.member('ada'), await app.member('ben')];
    await block(app.parts, ada, (await app.member('eli')).userId, banned as never);
    assert.equal((await mark(eli, open)).status, 200);
    assert.equal((await mark(eli, banned, { [hidden]: '1' })).status, 200);
    await block(app.parts, of, ada.userId);
    const refused = await mark(eli, banned, { [hidden]: '0' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /You can bookmark this for yourself alone/);
    // In both directions, and what was said before stays until it is changed.
    const changed = await mark(ben, open, { [notes]: 'And another thing.' });
    assert.equal(changed.status, 422);
    assert.match((await app.guest().get('/users/ben/bookmarks')).text, /Before\./);
    await ben.submit(changed, '/bookmarks/', { [notes]: 'For me.', [hidden]: '1' });
    assert.match((await app.guest().get('/users/ben/bookmarks')).text, /0 Bookmarks/);
    assert.deepEqual(
      [(await countOf(app, open)).bookmarks, (await countOf(app, banned)).bookmarks],
      [1, 0],
    );
  });

  test('others’ bookmarks tell of no work that the viewer does not see', async (t) => {
    const app = await makeApp(t, { database });
    const members = await placeTestWork(app, { work: { title: 'Membersonly', restricted: true } });
    const away = await placeTestWork(app, { work: { title: 'Takenaway' } });
    const ben = await app.as('ben');
    for (const work of [members, away]) await mark(ben, work, { [rec]: '1', [notes]: 'Read it.' });
    await hide(app, away);
    const [guest, eli] = [app.guest(), await app.as('eli')];
    for (const list of ['/users/ben/bookmarks', '/bookmarks']) {
      assert.doesNotMatch((await guest.get(list)).text, /Membersonly|Takenaway|Read it/, list);
      const seen = await eli.get(list);
      assert.match(seen.text, /Membersonly/);
      assert.doesNotMatch(seen.text, /Takenaway/);
    }
    assert.match((await guest.get('/users/ben/bookmarks')).text, /0 Bookmarks/);
    const own = await ben.get('/users/ben/bookmarks');
    assert.match(own.text, /2 Bookmarks.*A work that you cannot see at present.*Read it/s);
    assert.doesNotMatch(own.text, /Takenaway/);
    assert.equal((await eli.get(`/works/${away}/bookmarks`)).status, 404);
    for (const address of own.links.filter((link) => /^\/bookmarks\/\d+$/.test(link))) {
      assert.equal((await guest.get(address)).status, 404);
    }
  });

  test('a deleted work stays in its readers’ bookmarks, with those named who were', async (t) => {
    const app = await makeApp(t, { database });
    const [named, secret, banned] = [
      await placeTestWork(app, { work: { title: 'Once there' } }),
      await postWork(app, 'ada', { title: 'By nobody', anonymous: true }),
      await placeTestWork(app, { work: { title: 'Takenaway' } }),
    ];
    const works = [named, secret.id, banned];
    const ben = await app.as('ben');
    for (const work of works) await mark(ben, work, { [notes]: `Note of ${work}.` });
    await hide(app, banned);
    for (const work of works) await deleteWork(app.parts, await app.member('ada'), work);
    const look = async () => {
      const own = await ben.get('/users/ben/bookmarks');
      assert.match(own.text, /Once there by ada Deleted/);
      assert.match(own.text, /By nobody by Anonymous Deleted/);
      assert.doesNotMatch(own.text, /Takenaway/);
      for (const work of works) assert.match(own.text, new RegExp(`Note of ${work}\\.`));
      assert.match((await app.guest().get('/users/ben/bookmarks')).text, /0 Bookmarks/);
    };
    await look();
    app.clock.advance(30 * dayMs + 1);
    const session = await openSession(app.parts, (await app.member('ben')).userId);
    ben.cookies.set(sessionCookie, session);
    await purgeDeleted(app.parts, workRemovers);
    assert.equal(
      (await app.parts.database.read.selectFrom('works').select('id').execute()).length,
      0,
    );
    await look();
  });

  test('series and things elsewhere are bookmarked, once each; only web addresses', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'First' });
    const ada = await app.as('ada');
    const edit = await ada.get(`/works/${work.id}/edit`);
    await ada.submit(edit, `/works/${work.id}`, { seriesNew: 'The Tides' });
    const ben = await app.as('ben');
    const series = (await ben.get(`/works/${work.id}`)).link('The Tides');
    await ben.submit(await ben.get(series), '/bookmarks', { [notes]: 'All of it.' });
    assert.match((await app.guest().get(`${series}/bookmarks`)).text, /1 Bookmark of The Tides/);
    const form = await ben.get('/bookmarks/new');
    const there = { 'bookmark[title]': 'Far away', 'bookmark[author]': 'Somebody' };
    for (const address of ['javascript:alert(1)', 'https://a:b@example.org/', 'here', '']) {
      const refused = await ben.submit(form, '/bookmarks', {
        ...there,
        'bookmark[address]': address,
      });
      assert.equal(refused.status, 422, address);
    }
    for (const title of ['Far away', 'Farther']) {
      const sent = { 'bookmark[address]': 'https://example.org/1', 'bookmark[title]': title };
      await ben.submit(form, '/bookmarks', { ...there, ...sent });
    }
    const here = { 'bookmark[address]': `${app.parts.settings.url}/works/${work.id}` };
    await ben.submit(form, '/bookmarks', here);
    const list = await app.guest().get('/users/ben/bookmarks');
    assert.match(list.text, /3 Bookmarks.*First by ada.*Farther by Somebody.*The Tides by ada/s);
    assert.match(list.body, /href="https:\/\/example\.org\/1" rel="nofollow ugc noopener/);
    const shown = await app.guest().get(`/works/${work.id}/bookmarks`);
    assert.match(shown.text, /1 Bookmark of First/);
  });
});
