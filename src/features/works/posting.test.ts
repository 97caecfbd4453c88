// When a chapter is posted, and when a change of one counts as news.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { placeTestWork, soundChapter, soundWork } from '../../../test/kit/works.ts';
import type { App } from '../../app.ts';
import { runDueJobs } from '../../kit/jobs/index.ts';
import { hourMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { guest } from '../../shared/viewer.ts';
import { barPerson, countDiskUse, createToken } from '../accounts/index.ts';
import {
  acceptInvitation,
  inviteCreators,
  leaveWork,
  offerWork,
} from './company/actions/creators.ts';
import {
  changeChapter,
  chapterPoster,
  createWork,
  deleteWork,
  findWork,
  listRevisions,
  postWork,
  undeleteWork,
} from './index.ts';

async function shown(app: TestApp, id: WorkId) {
  const { work } = await findWork(app.parts.database.read, guest, id);
  assert.ok(work);
  return work;
}

async function runJobs({ chores }: App): Promise<void> {
  await chores.find((chore) => chore.name === 'run jobs')?.run();
}

const fields = { title: 'Two', text: '<p>Later.</p>', do: 'draft' };

/** Adds a chapter to be posted at 14:00 of Paris, which is 13:00 UTC, in an hour. */
async function schedule(app: TestApp, id: WorkId, postAt = '2026-03-01T14:00') {
  const ada = await app.as('ada');
  const preferences = await ada.get('/users/ada/preferences');
  await ada.submit(preferences, '/users/ada/preferences', { time_zone: 'Europe/Paris' });
  const form = await ada.get(`/works/${id}/chapters/new`);
  return ada.submit(form, `/works/${id}/chapters`, { ...fields, postAt });
}

eachDatabase((database) => {
  describe('a chapter with a time', () => {
    it('is posted when it has come, not before, and once', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const saved = await schedule(app, id);
      assert.match(saved.body, /posted at 2026-03-01 14:00 Europe\/Paris/);
      assert.match(saved.text, /is posted by itself at 2026-03-01 13:00 UTC/);
      assert.deepEqual(htmlProblems(saved.body), []);
      const other = await app.another();
      app.clock.advance(hourMs - 1000);
      await Promise.all([runJobs(app.app), runJobs(other)]);
      assert.equal((await shown(app, id)).chapters.length, 1);
      app.clock.advance(1000);
      await Promise.all([runJobs(app.app), runJobs(other)]);
      const work = await shown(app, id);
      assert.deepEqual([work.chapters.length, work.updatedAt], [2, app.clock.now()]);
      const { revision } = work;
      app.clock.advance(hourMs);
      await runJobs(app.app);
      await runDueJobs(app.parts, [chapterPoster(app.parts)]);
      assert.equal((await shown(app, id)).revision, revision);
      await other.close();
    });

    it('is posted by the process that starts after that time', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      await schedule(app, id);
      app.clock.advance(24 * hourMs);
      const other = await app.another();
      await other.warmUp();
      assert.equal((await shown(app, id)).chapters.length, 2);
      await other.close();
    });

    it('can be put off, and taken back', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const saved = await schedule(app, id);
      const ada = await app.as('ada');
      const form = await ada.get(saved.link('Edit this chapter'));
      assert.match(form.body, /value="2026-03-01T14:00"/);
      const action = form.path.replace(/\/edit$/, '');
      await ada.submit(form, action, { do: 'draft', postAt: '2026-03-01T16:00' });
      app.clock.advance(2 * hourMs);
      await runJobs(app.app);
      assert.equal((await shown(app, id)).chapters.length, 1);
      const again = await ada.get(form.path);
      await ada.submit(again, action, { do: 'draft', postAt: '' });
      app.clock.advance(2 * hourMs);
      await runJobs(app.app);
      assert.equal((await shown(app, id)).chapters.length, 1);
    });

    it('cannot have one that is past, or none', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const past = await schedule(app, id, '2026-03-01T12:59');
      assert.equal(past.status, 422);
      assert.match(past.text, /That time is past/);
      const none = await schedule(app, id, 'tomorrow');
      assert.match(none.text, /Give a day and a time/);
    });

    it('is posted though its writer has no room left on the disk', async (test) => {
      const app = await makeApp(test, { database, env: { INKSTEAD_DISK_SHARE: '1' } });
      const id = await placeTestWork(app);
      await schedule(app, id);
      const { userId } = await app.member('ada');
      await app.parts.database.write((transaction) => countDiskUse(transaction, userId, 2 ** 21));
      app.clock.advance(hourMs);
      await runJobs(app.app);
      assert.equal((await shown(app, id)).chapters.length, 2);
    });

    it('waits for whoever planned it until they have left the work', async (test) => {
      const app = await makeApp(test, { database });
      const { parts } = app;
      const id = await placeTestWork(app);
      await schedule(app, id);
      const [ada, ben] = [await app.member('ada'), await app.member('ben')];
      assert.ok((await inviteCreators(parts, ada, id, ['ben'])).ok);
      await acceptInvitation(parts, ben, id, null);
      await parts.database.write((transaction) =>
        barPerson(transaction, ada.userId, { kind: 'banned', until: null }, parts.clock.now()),
      );
      app.clock.advance(2 * hourMs);
      await runJobs(app.app);
      assert.equal((await shown(app, id)).chapters.length, 1);
      await leaveWork(parts, ada, id);
      await runJobs(app.app);
      assert.equal((await shown(app, id)).chapters.length, 2);
    });

    it('keeps a time that was just given, though the other button was pressed', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const ada = await app.as('ada');
      const form = await ada.get(`/works/${id}/chapters/new`);
      const sent = { ...fields, do: 'post', postAt: '2026-03-01T13:00' };
      const saved = await ada.submit(form, `/works/${id}/chapters`, sent);
      assert.match(saved.body, /is posted at 2026-03-01 13:00/);
      const action = saved.link('Edit this chapter').replace(/\/edit$/, '');
      const later = { do: 'post', postAt: '2026-03-01T14:00' };
      await ada.submit(await ada.get(`${action}/edit`), action, later);
      assert.equal((await shown(app, id)).chapters.length, 1);
      await ada.submit(await ada.get(`${action}/edit`), action, { do: 'post' });
      assert.equal((await shown(app, id)).chapters.length, 2);
    });

    it('waits while its work is deleted', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      await schedule(app, id);
      const ada = await app.member('ada');
      await deleteWork(app.parts, ada, id);
      app.clock.advance(2 * hourMs);
      await runJobs(app.app);
      await undeleteWork(app.parts, ada, id);
      assert.equal((await shown(app, id)).chapters.length, 1);
      await runJobs(app.app);
      assert.equal((await shown(app, id)).chapters.length, 2);
    });
  });

  describe('a draft work with a time', () => {
    const draft = {
      title: 'Night Ferry',
      rating: '10',
      warnings: '16',
      fandoms: 'Harbour Lights',
      language: 'en',
      'chapter[text]': '<p>One.</p>',
      'chapter[postAt]': '2026-03-01T13:00',
      do: 'draft',
    };

    it('is posted when it has come, by whoever consents to the policy', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.as('ada');
      const form = await ada.get('/works/new');
      const refused = await ada.submit(form, '/works', draft);
      assert.equal(refused.status, 422);
      assert.match(refused.body, /value="2026-03-01T13:00"/);
      const saved = await ada.submit(refused, '/works', { ...draft, policy: '1' });
      assert.match(saved.body, /is posted at 2026-03-01 13:00 UTC/);
      assert.match(saved.text, /Only its creators can see it, until it is posted by itself/);
      assert.deepEqual(htmlProblems(saved.body), []);
      assert.equal((await app.guest().get(saved.path)).status, 404);
      app.clock.advance(hourMs);
      await runJobs(app.app);
      const page = await app.guest().get(saved.path);
      assert.match(page.text, /Night Ferry.*Published: ?2026-03-01/s);
      const past = await ada.submit(form, '/works', { ...draft, policy: '1' });
      assert.match(past.text, /That time is past/);
    });

    it('is posted with its chapters that have none, and the others follow', async (test) => {
      const app = await makeApp(test, { database });
      const chapters = [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }];
      const id = await placeTestWork(app, { chapters, post: false });
      const ada = await app.as('ada');
      const own = await findWork(app.parts.database.read, await app.member('ada'), id);
      const plan = async (at: number, fields: Readonly<Record<string, string>>) => {
        const action = `/works/${id}/chapters/${own.work?.chapters[at]?.id}`;
        const form = await ada.get(`${action}/edit`);
        return ada.submit(form, action, { do: 'save', ...fields });
      };
      assert.equal((await plan(1, { postAt: '2026-03-01T13:00' })).status, 422);
      await plan(1, { postAt: '2026-03-01T13:00', policy: '1' });
      const saved = await plan(2, { postAt: '2026-03-01T15:00' });
      assert.match(saved.body, /is saved, and is posted at 2026-03-01 15:00/);
      app.clock.advance(hourMs);
      await runJobs(app.app);
      assert.equal((await shown(app, id)).chapters.length, 2);
      app.clock.advance(2 * hourMs);
      await runJobs(app.app);
      assert.equal((await shown(app, id)).chapters.length, 3);
    });

    it('is posted by who agreed to the policy, whoever changed its words since', async (test) => {
      const app = await makeApp(test, { database });
      const { parts } = app;
      const [ada, ben] = [await app.member('ada'), await app.member('ben')];
      const visit = await app.as('ada');
      const sent = { ...draft, policy: '1' };
      const saved = await visit.submit(await visit.get('/works/new'), '/works', sent);
      const id = Number(saved.path.split('/')[2]) as WorkId;
      assert.ok((await inviteCreators(parts, ada, id, ['ben'])).ok);
      await acceptInvitation(parts, ben, id, null);
      const { work } = await findWork(parts.database.read, ben, id);
      const [chapter] = work?.chapters ?? [];
      assert.ok(chapter);
      const change = { chapter: { ...soundChapter, title: 'Anew' } };
      assert.ok((await changeChapter(parts, ben, id, chapter.id, change)).ok);
      app.clock.advance(hourMs);
      await runJobs(app.app);
      assert.equal((await shown(app, id)).chapters[0]?.title, 'Anew');
      const [posting] = await listRevisions(
        parts.database.read,
        { work: id, chapter: 0 },
        ada.userId,
        {
          limit: 1,
        },
      );
      assert.deepEqual([posting?.reason, posting?.login], ['post', 'ada']);
    });

    it('stays a draft in the hands of whoever took it over', async (test) => {
      const app = await makeApp(test, { database });
      const { parts } = app;
      const [ada, ben] = [await app.member('ada'), await app.member('ben')];
      const making = { work: soundWork, chapters: [soundChapter], post: false };
      const made = await createWork(parts, ada, { ...making, postAt: [app.clock.now() + hourMs] });
      assert.ok(made.ok);
      assert.ok((await offerWork(parts, ada, made.value, 'ben')).ok);
      await acceptInvitation(parts, ben, made.value, null);
      app.clock.advance(hourMs);
      await runJobs(app.app);
      const { work } = await findWork(parts.database.read, ben, made.value);
      assert.deepEqual([work?.posted, work?.chapters[0]?.scheduledAt], [false, null]);
    });

    it('posted by hand, it leaves to come what has a time, but for the first', async (test) => {
      const app = await makeApp(test, { database });
      const ada = await app.member('ada');
      const hours = [1, 2].map((count) => app.clock.now() + count * hourMs);
      const making = { work: soundWork, chapters: [soundChapter, soundChapter], post: false };
      const made = await createWork(app.parts, ada, { ...making, postAt: hours });
      assert.ok(made.ok);
      await postWork(app.parts, ada, made.value);
      assert.equal((await shown(app, made.value)).chapters.length, 1);
      app.clock.advance(2 * hourMs);
      await runJobs(app.app);
      assert.equal((await shown(app, made.value)).chapters.length, 2);
    });
  });

  it('a call can give a chapter a time, and say that a change is news', async (test) => {
    const app = await makeApp(test, { database });
    const id = await placeTestWork(app);
    const ada = await app.member('ada');
    const token = await createToken(app.parts, ada.userId, ['read', 'write'], 'posting');
    const call = async (method: string, path: string, body: unknown) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      return app.guest().send(method, `/api/v1/works/${id}${path}`, JSON.stringify(body), {
        headers,
        follow: false,
      });
    };
    const sent = { html: '<p>Later.</p>', postAt: '2026-03-01T14:00:00+01:00' };
    const answer = await call('POST', '/chapters', sent);
    assert.equal(answer.status, 201, answer.body);
    const made = answer.json<{ id: number; postAt: string }>();
    assert.equal(made.postAt, '2026-03-01T13:00:00.000Z');
    app.clock.advance(hourMs);
    await runJobs(app.app);
    const posted = await shown(app, id);
    assert.equal(posted.chapters.length, 2);
    app.clock.advance(hourMs);
    const news = await call('PATCH', `/chapters/${made.id}`, { html: '<p>New.</p>', news: true });
    assert.equal(news.status, 200);
    assert.equal((await shown(app, id)).updatedAt, app.clock.now());
  });

  it('a change of a posted chapter moves the work’s date only as news', async (test) => {
    const app = await makeApp(test, { database });
    const id = await placeTestWork(app);
    const before = await shown(app, id);
    const chapter = before.chapters[0]?.id;
    const ada = await app.as('ada');
    const action = `/works/${id}/chapters/${chapter}`;
    app.clock.advance(hourMs);
    await ada.submit(await ada.get(`${action}/edit`), action, { text: '<p>Mended.</p>' });
    const edited = await shown(app, id);
    assert.deepEqual([edited.updatedAt, edited.editedAt], [before.updatedAt, app.clock.now()]);
    app.clock.advance(hourMs);
    const form = await ada.get(`${action}/edit`);
    await ada.submit(form, action, { text: '<p>A new ending.</p>', news: '1' });
    const told = await shown(app, id);
    assert.deepEqual([told.updatedAt, told.publishedAt], [app.clock.now(), before.publishedAt]);
  });
});
