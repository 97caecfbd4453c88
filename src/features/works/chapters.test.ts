// Chapters: added, ordered, posted, deleted, and what the work then says of them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { placeTestWork, soundChapter } from '../../../test/kit/works.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { ChapterId, WorkId } from '../../shared/ids.ts';
import { guest, type Viewer } from '../../shared/viewer.ts';
import { undeleteChapter } from './actions/deleted-chapters.ts';
import {
  addChapter,
  changeChapter,
  deleteChapter,
  findWork,
  orderChapters,
  postChapter,
} from './index.ts';

async function read(app: TestApp, id: WorkId, viewer: Viewer = guest) {
  const { work } = await findWork(app.parts.database.read, viewer, id);
  assert.ok(work);
  return work;
}

async function add(app: TestApp, id: WorkId, title: string, wish = { post: true }) {
  const chapter = { ...soundChapter, title };
  const outcome = await addChapter(app.parts, await app.member('ada'), id, { chapter, ...wish });
  assert.ok(outcome.ok);
  return outcome.value;
}

const titles = (work: { chapters: readonly { title: string }[] }) =>
  work.chapters.map((chapter) => chapter.title);

eachDatabase((database) => {
  describe('a new chapter', () => {
    it('that is posted moves the work’s date and words', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app, { work: { expectedChapters: null } });
      const before = await read(app, id);
      app.clock.advance(1000);
      await add(app, id, 'Two');
      const after = await read(app, id);
      assert.equal(after.updatedAt, (before.updatedAt ?? 0) + 1000);
      assert.equal(after.publishedAt, before.publishedAt);
      assert.equal(after.words, 2 * before.words);
      assert.equal(after.complete, false);
    });

    it('that is a draft is seen by its creators alone and changes no date', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const before = await read(app, id);
      app.clock.advance(1000);
      const draft = await add(app, id, 'Two', { post: false });
      const after = await read(app, id);
      assert.deepEqual([after.chapters.length, after.updatedAt], [1, before.updatedAt]);
      const ada = await app.member('ada');
      assert.deepEqual(titles(await read(app, id, ada)), ['', 'Two']);
      await postChapter(app.parts, ada, id, draft);
      assert.deepEqual(titles(await read(app, id)), ['', 'Two']);
    });

    it('completes a work that expected it', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app, { work: { expectedChapters: 2 } });
      assert.equal((await read(app, id)).complete, false);
      await add(app, id, 'Two');
      assert.equal((await read(app, id)).complete, true);
    });
  });

  describe('the order of chapters', () => {
    it('follows the numbers given, from 1 without gaps', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app, { chapters: [{ title: 'One' }] });
      await add(app, id, 'Two');
      await add(app, id, 'Three');
      const ada = await app.as('ada');
      const page = await ada.get(`/works/${id}/chapters/order`);
      const { chapters } = await read(app, id);
      const [one, two, three] = chapters.map((chapter) => `number[${chapter.id}]`);
      const numbers = { [`${one}`]: '30', [`${two}`]: '2', [`${three}`]: '2' };
      await ada.submit(page, `/works/${id}/chapters/order`, numbers);
      const after = await read(app, id);
      assert.deepEqual(titles(after), ['Two', 'Three', 'One']);
      assert.deepEqual(
        after.chapters.map((chapter) => chapter.position),
        [1, 2, 3],
      );
    });

    it('is refused when a chapter is named twice or left out', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const second = await add(app, id, 'Two');
      const ada = await app.member('ada');
      for (const wrong of [[second], [second, second]] as ChapterId[][]) {
        await assert.rejects(orderChapters(app.parts, ada, id, wrong), { status: 409 });
      }
    });

    it('with something that is no number is asked again, losing nothing', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      await add(app, id, 'Two');
      const ada = await app.as('ada');
      const [first] = (await read(app, id)).chapters;
      const page = await ada.get(`/works/${id}/chapters/order`);
      const fields = { [`number[${first?.id}]`]: 'last' };
      const answer = await ada.submit(page, `/works/${id}/chapters/order`, fields);
      assert.equal(answer.status, 422);
      assert.match(answer.body, /value="last"/);
    });
  });

  describe('editing a chapter', () => {
    it('changes its text and keeps the work’s date', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const before = await read(app, id);
      app.clock.advance(1000);
      const ada = await app.as('ada');
      const [chapter] = before.chapters;
      const address = `/works/${id}/chapters/${chapter?.id}`;
      const form = await ada.get(`${address}/edit`);
      await ada.submit(form, address, { text: '<p>One two three four.</p>', do: 'save' });
      const after = await read(app, id);
      assert.equal(after.words, 4);
      assert.equal(after.updatedAt, before.updatedAt);
    });

    it('of another work’s chapter is not found', async (test) => {
      const app = await makeApp(test, { database });
      const [one, other] = [await placeTestWork(app), await placeTestWork(app)];
      const [chapter] = (await read(app, other)).chapters;
      const change = changeChapter(
        app.parts,
        await app.member('ada'),
        one,
        chapter?.id as ChapterId,
        { chapter: soundChapter },
      );
      await assert.rejects(change, { status: 404 });
    });
  });

  describe('deleting a chapter', () => {
    it('closes the gap it leaves', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app, { chapters: [{ title: 'One' }] });
      const two = await add(app, id, 'Two');
      await add(app, id, 'Three');
      await deleteChapter(app.parts, await app.member('ada'), id, two);
      const after = await read(app, id);
      assert.deepEqual(titles(after), ['One', 'Three']);
      assert.equal(after.chapters.at(-1)?.position, 2);
    });

    it('can be taken back for 30 days: a draft where it stood', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app, { chapters: [{ title: 'One' }] });
      const two = await add(app, id, 'Two');
      await add(app, id, 'Three');
      const [ada, ben] = [await app.as('ada'), await app.as('ben')];
      const action = `/works/${id}/chapters/${two}`;
      const typed = { text: '<p>Not to be lost.</p>', notes: '<p>Said before.</p>' };
      await ada.submit(await ada.get(`${action}/edit`), action, typed);
      const gone = await ada.submit(await ada.get(`${action}/delete`), `${action}/delete`, {});
      assert.match(gone.body, /can have it back for 30 days/);
      assert.equal((await ben.get(`/works/${id}/history`)).status, 403);
      const history = await ada.get(`/works/${id}/history`);
      assert.deepEqual(htmlProblems(history.body), []);
      const back = await ada.submit(history, `${action}/undelete`, {});
      assert.match(back.text, /This chapter is a draft.*Said before.*Not to be lost/s);
      const own = await read(app, id, await app.member('ada'));
      assert.deepEqual(titles(own), ['One', 'Two', 'Three']);
      const versions = await ada.get(`${action}/history`);
      assert.equal(versions.markup.withClass('history')[0]?.all('tbody')[0]?.all('tr').length, 2);
      const form = await ada.get(`${action}/edit`);
      const saved = await ada.submit(form, action, { text: '<p>Going on.</p>', do: 'draft' });
      assert.match(saved.text, /Going on/);
      assert.doesNotMatch((await ada.get(`/works/${id}/history`)).text, /Deleted chapters/);
      await ada.submit(await ada.get(`${action}/delete`), `${action}/delete`, {});
      app.clock.advance(30 * dayMs + 1);
      const late = undeleteChapter(app.parts, await app.member('ada'), id, two);
      await assert.rejects(late, { status: 404 });
      const fresh = await app.as('ada');
      assert.doesNotMatch((await fresh.get(`/works/${id}/history`)).text, /Deleted chapters/);
    });

    it('keeps its day for when it is posted again', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const two = await add(app, id, 'Two');
      const member = await app.member('ada');
      const day = app.clock.now();
      app.clock.advance(5 * dayMs);
      await deleteChapter(app.parts, member, id, two);
      assert.ok((await undeleteChapter(app.parts, member, id, two)).ok);
      await postChapter(app.parts, member, id, two);
      const { chapters } = await read(app, id, member);
      assert.deepEqual([chapters[1]?.posted, chapters[1]?.publishedAt], [true, day]);
    });

    it('is refused for the last one that readers can see', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      await add(app, id, 'Draft', { post: false });
      const [first] = (await read(app, id)).chapters;
      const ada = await app.member('ada');
      const deletion = deleteChapter(app.parts, ada, id, first?.id as ChapterId);
      await assert.rejects(deletion, { status: 409 });
    });
  });
});
