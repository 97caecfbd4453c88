// Revisions: what makes one, who sees it, what it takes, how it comes back, and two people's
// changes to the same thing.
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { placeTestWork, soundChapter, soundWork } from '../../../test/kit/works.ts';
import { dayMs, minuteMs } from '../../kit/time/index.ts';
import type { ChapterId, WorkId } from '../../shared/ids.ts';
import {
  addChapter,
  changeChapter,
  changeWork,
  deleteChapter,
  findWork,
  purgeDeleted,
} from './index.ts';
import { wordsOf } from './versions.ts';

async function firstChapter(app: TestApp, id: WorkId): Promise<ChapterId> {
  const { work } = await findWork(app.parts.database.read, await app.member('ada'), id);
  return work?.chapters[0]?.id as ChapterId;
}

async function save(app: TestApp, work: WorkId, chapter: ChapterId, source: string) {
  const change = { chapter: { ...soundChapter, source } };
  const outcome = await changeChapter(app.parts, await app.member('ada'), work, chapter, change);
  assert.ok(outcome.ok);
}

async function used(app: TestApp): Promise<number> {
  const rows = await app.parts.database.read.selectFrom('disk_shares').select('bytes').execute();
  return rows.reduce((sum, row) => sum + row.bytes, 0);
}

const rowsOf = (app: TestApp) =>
  app.parts.database.read
    .selectFrom('revisions')
    .select(['number', 'base_number', 'reason', 'words_added', 'words_removed', 'bytes'])
    .orderBy('chapter_id')
    .orderBy('number')
    .execute();

test('the words of a text are counted in one pass, whatever it begins and never ends', () => {
  const soundText = { ...soundChapter, title: 'Lamp', tags: {} };
  for (const beginning of ['<', '<!--', '<p ']) {
    const source = `<p>One</p> two ${beginning.repeat(400_000)}`;
    assert.match(wordsOf({ ...soundText, source }), /Lamp.* One {2}two /s);
  }
});

eachDatabase((database) => {
  describe('a history', () => {
    it('begins with the version before the first change', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      const ada = await app.as('ada');
      const none = await ada.get(`/works/${id}/chapters/${chapter}/history`);
      assert.match(none.text, /has not been changed since it was made/);
      app.clock.advance(minuteMs);
      await save(app, id, chapter, '<p>The lamp was out. The cat approved.</p>');
      const list = await ada.get(`/works/${id}/chapters/${chapter}/history`);
      assert.match(
        list.text,
        /12:01 UTC.*ada Saved 7 \(\+1 −1\).*12:00 UTC.*ada Saved 7 \(\+7 −0\)/,
      );
      assert.deepEqual(htmlProblems(list.body), []);
      const second = await ada.get(list.links.find((link) => link.endsWith('/2')) ?? '');
      assert.match(second.body, /<del>.*lit<\/del><ins>.*out<\/ins>/);
      assert.deepEqual(htmlProblems(second.body), []);
    });

    it('has nothing new when a save changed nothing', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      await save(app, id, chapter, soundChapter.source);
      assert.equal((await rowsOf(app)).length, 1);
    });

    it('gives back each of many versions, kept as differences', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      const body = Array.from({ length: 300 }, (_, at) => `<p>Line ${at * 31}.</p>`);
      for (let round = 0; round < 40; round += 1) {
        body[round * 7] = `<p>Changed ${round}.</p>`;
        await save(app, id, chapter, body.join('\n'));
      }
      const rows = await rowsOf(app);
      assert.equal(rows.length, 41);
      assert.ok(rows.filter((row) => row.number === row.base_number).length <= 3);
      assert.equal(
        await used(app),
        rows.reduce((sum, row) => sum + row.bytes, 0),
      );
      const ada = await app.as('ada');
      const page = await ada.get(`/works/${id}/chapters/${chapter}/history/37`);
      assert.match(page.text, /Changed 35\./);
      assert.doesNotMatch(page.body, /Changed 36\./);
    });

    it('restores a version as a new one', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      await save(app, id, chapter, '<p>Something else entirely.</p>');
      const ada = await app.as('ada');
      const page = await ada.get(`/works/${id}/chapters/${chapter}/history/1`);
      const back = await ada.submit(page, '/restore', {});
      assert.match(back.body, /The lamp was lit/);
      const reasons = (await rowsOf(app)).map((row) => row.reason);
      assert.deepEqual(reasons, ['save', 'save', 'restore']);
    });

    it('of the work’s own fields restores its tags', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app, { tags: { freeform: ['Lamps', 'Cats'] } });
      const work = { ...soundWork, title: 'Renamed' };
      const ada = await app.as('ada');
      assert.ok((await changeWork(app.parts, await app.member('ada'), id, { work })).ok);
      const page = await ada.get(`/works/${id}/history/2`);
      assert.match(page.text, /Lamps, Cats/);
      await ada.submit(await ada.get(`/works/${id}/history/1`), '/restore', {});
      const found = await findWork(app.parts.database.read, await app.member('ada'), id);
      assert.equal(found.work?.title, soundWork.title);
      assert.deepEqual(
        found.work?.tags.freeform.map((tag) => tag.name),
        ['Lamps', 'Cats'],
      );
    });

    it('is its creators’ alone', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      await save(app, id, await firstChapter(app, id), '<p>Another.</p>');
      const ben = await app.as('ben');
      const chapter = await firstChapter(app, id);
      assert.equal((await ben.get(`/works/${id}/chapters/${chapter}/history/1`)).status, 403);
      assert.equal((await ben.get(`/works/${id}/history`)).status, 403);
    });

    it('goes with its chapter, and can be thrown away by hand', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      await save(app, id, chapter, '<p>Another.</p>');
      const ada = await app.as('ada');
      const asked = await ada.get(`/works/${id}/chapters/${chapter}/history/forget`);
      await ada.submit(asked, '/forget', {});
      assert.deepEqual([(await rowsOf(app)).length, await used(app)], [0, 0]);
      const member = await app.member('ada');
      const added = await addChapter(app.parts, member, id, { chapter: soundChapter, post: true });
      assert.ok(added.ok);
      assert.deepEqual(
        (await rowsOf(app)).map((row) => row.reason),
        ['post'],
      );
      await deleteChapter(app.parts, member, id, added.value);
      assert.equal((await rowsOf(app)).length, 1);
      app.clock.advance(30 * dayMs + 1);
      await purgeDeleted(app.parts, []);
      assert.deepEqual([(await rowsOf(app)).length, await used(app)], [0, 0]);
    });

    it('holds what is typed every ten minutes, for its writer alone', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      const ada = await app.as('ada');
      const form = await ada.get(`/works/${id}/chapters/${chapter}/edit`);
      const button = { action: `/works/${id}/chapters/${chapter}` };
      for (let minute = 0; minute < 25; minute += 1) {
        const fields = { text: `<p>Typed ${minute}</p>`, do: 'keep' };
        await ada.submit(form, button.action, fields, { to: '/autosave' });
        app.clock.advance(minuteMs);
      }
      const reasons = (await rowsOf(app)).map((row) => row.reason);
      assert.deepEqual(reasons, ['save', 'autosave', 'autosave']);
      const list = await ada.get(`/works/${id}/chapters/${chapter}/history`);
      assert.match(list.text, /Typed, not saved/);
    });

    it('refuses a save beyond a person’s share, and gives back what was typed', async (test) => {
      const app = await makeApp(test, { database, env: { INKSTEAD_DISK_SHARE: '1' } });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      const words = () => Buffer.from(app.parts.random.bytes(300_000)).toString('base64');
      await save(app, id, chapter, words());
      await save(app, id, chapter, words());
      await save(app, id, chapter, words());
      const ada = await app.as('ada');
      const form = await ada.get(`/works/${id}/chapters/${chapter}/edit`);
      const action = `/works/${id}/chapters/${chapter}`;
      const refused = await ada.submit(form, action, { text: `Typed ${words()}` });
      assert.equal(refused.status, 413);
      assert.match(refused.text, /has reached 1 MB/);
      assert.match(refused.body, /Typed /);
    });
  });

  describe('a form that was opened before another version was saved', () => {
    it('is shown with both versions, keeps what was typed, and can be saved then', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      const ada = await app.as('ada');
      const action = `/works/${id}/chapters/${chapter}`;
      const form = await ada.get(`${action}/edit`);
      await save(app, id, chapter, '<p>The lamp was lit. The dog approved.</p>');
      const mine = '<p>The lamp was out. The cat approved.</p>';
      const both = await ada.submit(form, action, { text: mine });
      assert.equal(both.status, 409);
      assert.match(both.text, /Two versions ada saved another version/);
      assert.match(both.body, /<del>.*dog<\/del>/);
      assert.match(both.body, /<ins>.*cat<\/ins>/);
      assert.deepEqual(htmlProblems(both.body), []);
      const saved = await ada.submit(both, action, {});
      assert.match(saved.body, /The lamp was out\. The cat approved\./);
      assert.deepEqual((await rowsOf(app)).length, 3);
    });

    it('is told so while it is typed, and is kept all the same', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      const ada = await app.as('ada');
      const action = `/works/${id}/chapters/${chapter}`;
      const form = await ada.get(`${action}/edit`);
      await save(app, id, chapter, '<p>Theirs.</p>');
      const answer = await ada.submit(
        form,
        action,
        { text: '<p>Mine.</p>' },
        {
          to: '/autosave',
          headers: { accept: 'application/json' },
        },
      );
      assert.equal(answer.status, 409);
      const told = answer.json<{ theirs: { text: string }; mine: { text: string } }>();
      assert.deepEqual([told.theirs.text, told.mine.text], ['<p>Theirs.</p>', '<p>Mine.</p>']);
      const again = await ada.get(`${action}/edit`);
      assert.match(again.text, /Mine\./);
    });

    it('is saved when only other parts of the work were changed', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const chapter = await firstChapter(app, id);
      const ada = await app.as('ada');
      const form = await ada.get(`/works/${id}/edit`);
      await save(app, id, chapter, '<p>Another text.</p>');
      const saved = await ada.submit(form, `/works/${id}`, { title: 'Renamed' });
      assert.equal(saved.status, 200);
      assert.match(saved.text, /Renamed/);
    });
  });
});
