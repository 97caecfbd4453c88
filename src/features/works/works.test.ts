// Posting, editing and deleting works through the pages.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { Fields, Visit } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { guest } from '../../shared/viewer.ts';
import { deleteWork, findWork, readChapters, undeleteWork } from './index.ts';

const goodForm: Fields = {
  title: 'The Lighthouse Keeper’s Cat',
  rating: '10',
  warnings: ['16'],
  fandoms: 'Harbour Lights',
  relationships: 'Cat & Keeper',
  characters: 'Keeper, Cat',
  freeforms: 'Fluff',
  language: 'en',
  expectedChapters: '1',
  'chapter[text]': 'The lamp was lit.\n\nThe cat approved.',
  policy: '1',
  do: 'post',
};

async function sendNewWork(app: TestApp, fields: Fields = {}): Promise<Visit> {
  const ada = await app.as('ada');
  const form = await ada.get('/works/new');
  return ada.submit(form, '/works', { ...goodForm, ...fields }, { follow: false });
}

function idOf(answer: Visit): number {
  return Number(/\/works\/(\d+)/.exec(answer.response.headers.get('location') ?? '')?.[1]);
}

async function seen(app: TestApp, id: number) {
  const { work } = await findWork(app.parts.database.read, guest, id as never);
  return work;
}

eachDatabase((database) => {
  describe('posting a work', () => {
    it('leads to the work, which guests can read', async (test) => {
      const app = await makeApp(test, { database });
      const answer = await sendNewWork(app);
      assert.equal(answer.status, 303);
      const work = await seen(app, idOf(answer));
      assert.ok(work);
      assert.equal(work.title, 'The Lighthouse Keeper’s Cat');
      assert.deepEqual(
        work.tags.character.map((tag) => tag.name),
        ['Keeper', 'Cat'],
      );
      assert.equal(work.words, 7);
      assert.equal(work.complete, true);
      const ids = work.chapters.map((chapter) => chapter.id);
      const [chapter] = await readChapters(app.parts.database.read, work, ids);
      assert.equal(chapter?.html, '<p>The lamp was lit.</p><p>The cat approved.</p>');
    });

    it('is refused without its required fields, each named beside it', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const form = await ada.get('/works/new');
      const answer = await ada.submit(form, '/works', { do: 'post' });
      assert.equal(answer.status, 422);
      for (const name of [
        'policy',
        'title',
        'rating',
        'warnings',
        'fandoms',
        'language',
        'chapter_text',
      ]) {
        assert.ok(answer.links.includes(`#${name}`), `the summary leads to ${name}`);
        assert.ok(answer.markup.find((element) => element.id === `${name}-problem`));
      }
    });

    it('keeps what was typed when something is wrong', async (test) => {
      const app = await makeApp(test, { database });
      const answer = await sendNewWork(app, { title: '', 'chapter[text]': 'Typed with care.' });
      assert.equal(answer.status, 422);
      assert.match(answer.body, /Typed with care\./);
      assert.match(answer.body, /Harbour Lights/);
    });

    it('asks for consent to the policy, which a draft does not need', async (test) => {
      const app = await makeApp(test, { database });
      const form = await (await app.as('ada')).get('/works/new');
      assert.match(form.text, /forbids sexual content involving minors/);
      assert.equal((await sendNewWork(app, { policy: '' })).status, 422);
      assert.equal((await sendNewWork(app, { policy: '', do: 'draft' })).status, 303);
    });

    it('as a draft shows it to nobody else', async (test) => {
      const app = await makeApp(test, { database });
      const id = idOf(await sendNewWork(app, { do: 'draft' }));
      assert.equal(await seen(app, id), null);
      const drafts = await (await app.as('ada')).get('/users/ada/drafts');
      assert.match(drafts.text, /Lighthouse Keeper’s Cat/);
      assert.equal((await (await app.as('ben')).get('/users/ada/drafts')).status, 404);
    });

    it('shows a preview first, saving nothing', async (test) => {
      const app = await makeApp(test, { database });
      const answer = await sendNewWork(app, { do: 'preview' });
      assert.equal(answer.status, 200);
      assert.match(answer.text, /Preview.*The lamp was lit\. ?The cat approved\./s);
      const rows = await app.parts.database.read.selectFrom('works').select('id').execute();
      assert.deepEqual(rows, []);
    });

    it('by a guest leads to the log-in page', async (test) => {
      const app = await makeApp(test, { database });
      const visitor = app.guest();
      const page = await visitor.get('/works/new', { follow: false });
      assert.equal(page.status, 302);
      assert.match(page.response.headers.get('location') ?? '', /^\/users\/login\?return_to=/);
    });

    it('with a forged form token changes nothing and shows what was typed', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const answer = await ada.post('/works', {
        ...goodForm,
        authenticity_token: 'forged',
        'chapter[text]': 'A chapter that took an evening to write.',
      });
      assert.equal(answer.status, 403);
      assert.match(answer.body, /took an evening to write/);
    });

    it('from another site is refused even with the right token', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const form = await ada.get('/works/new');
      const headers = { origin: 'https://elsewhere.example' };
      const answer = await ada.submit(form, '/works', goodForm, { headers });
      assert.equal(answer.status, 403);
    });
  });

  describe('editing a work', () => {
    it('changes what is sent and moves only the time of the edit', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const before = await seen(app, id);
      app.clock.advance(86_400_000);
      const ada = await app.as('ada');
      const form = await ada.get(`/works/${id}/edit`);
      await ada.submit(form, `/works/${id}`, { title: 'A Better Title', do: 'save' });
      const after = await seen(app, id);
      assert.equal(after?.title, 'A Better Title');
      assert.equal(after?.updatedAt, before?.updatedAt);
      assert.equal(after?.editedAt, (before?.editedAt ?? 0) + 86_400_000);
    });

    it('is refused to others', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const ben = await app.as('ben');
      assert.equal((await ben.get(`/works/${id}/edit`)).status, 403);
      const page = await ben.get('/works/new');
      const token = page.form('/works').all('input')[0]?.attribute('value') ?? '';
      const answer = await ben.post(`/works/${id}`, { ...goodForm, authenticity_token: token });
      assert.equal(answer.status, 403);
    });

    it('of what changed meanwhile overwrites nothing and loses nothing', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const ada = await app.as('ada');
      const form = await ada.get(`/works/${id}/edit`);
      await ada.submit(form, `/works/${id}`, { title: 'First window', do: 'save' });
      const answer = await ada.submit(form, `/works/${id}`, { title: 'Second window', do: 'save' });
      assert.equal(answer.status, 409);
      assert.match(answer.body, /Second window/);
      assert.equal((await seen(app, id))?.title, 'First window');
    });
  });

  describe('deleting a work', () => {
    it('takes it from readers, and its creator can have it back for 30 days', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const ada = await app.as('ada');
      const question = await ada.get(`/works/${id}/delete`);
      const after = await ada.submit(question, `/works/${id}/delete`, {});
      assert.equal(await seen(app, id), null);
      app.clock.advance(10 * 86_400_000);
      await ada.submit(after, `/works/${id}/undelete`, {});
      assert.ok(await seen(app, id));
    });

    it('can be undone to the end of the 30th day, and not after', async (test) => {
      const app = await makeApp(test, { database });
      const [kept, lost] = [await placeTestWork(app), await placeTestWork(app)];
      const ada = await app.member('ada');
      for (const id of [kept, lost]) await deleteWork(app.parts, ada, id);
      app.clock.advance(30 * 86_400_000);
      await undeleteWork(app.parts, ada, kept);
      assert.ok(await seen(app, kept));
      app.clock.advance(1);
      await assert.rejects(undeleteWork(app.parts, ada, lost), { status: 410 });
    });
  });
});
