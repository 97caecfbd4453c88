// Co-creators: asked, named once they agree, free to leave; works given away.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { hidePerson } from '../../accounts/index.ts';
import { deleteWork, settleWorksOfPerson, setWorkHidden } from '../index.ts';

async function ask(app: TestApp, work: { readonly id: WorkId }, names: string) {
  for (const name of ['ben', 'cho', 'eli'] as const) await app.as(name);
  const ada = await app.as('ada');
  const page = await ada.get(`/works/${work.id}/creators`);
  return ada.submit(page, `/works/${work.id}/creators`, { coCreators: names });
}

async function answer(app: TestApp, by: CastName, work: { readonly id: WorkId }, said: string) {
  const visitor = await app.as(by);
  const page = await visitor.get(`/users/${by}/invitations`);
  return visitor.submit(page, `/works/${work.id}/creators/${said}`, {});
}

async function bylineOf(app: TestApp, work: { readonly id: WorkId }): Promise<string | undefined> {
  const page = await app.guest().get(`/works/${work.id}`);
  return page.markup.withClass('byline heading')[0]?.text;
}

eachDatabase((database) => {
  describe('a co-creator', () => {
    it('is named, and may edit, only once they agree', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Duet' });
      assert.equal((await ask(app, work, 'ben, cho')).status, 200);
      assert.equal(await bylineOf(app, work), 'ada');
      const ben = await app.as('ben');
      assert.equal((await ben.get(`/works/${work.id}/edit`)).status, 403);
      assert.match((await ben.get('/users/ben')).text, /Waiting for your answer \(1\)/);
      const page = await answer(app, 'ben', work, 'accept');
      assert.match(page.text, /Duet/);
      assert.equal(await bylineOf(app, work), 'ada, ben');
      assert.equal((await ben.get(`/works/${work.id}/edit`)).status, 200);
      const works = await app.guest().get('/users/ben/works');
      assert.match(works.text, /Duet/);
    });

    it('who refuses is not named, and not asked again', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Duet' });
      await ask(app, work, 'ben');
      const page = await answer(app, 'ben', work, 'refuse');
      assert.doesNotMatch(page.text, /Duet/);
      assert.equal(await bylineOf(app, work), 'ada');
      const again = await ask(app, work, 'ben');
      assert.equal(again.status, 422);
      assert.match(again.text, /ben has refused/);
    });

    it('is not asked, nor can agree, while one of the two has blocked the other', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Duet' });
      await ask(app, work, 'ben');
      const ben = await app.as('ben');
      const asked = await ben.get('/users/ben/invitations');
      const ada = await app.as('ada');
      await ada.submit(await ada.get('/blocks/new?person=ben'), '/blocks', {});
      assert.doesNotMatch((await ben.get('/users/ben/invitations')).text, /Duet/);
      assert.doesNotMatch((await ben.get('/users/ben')).text, /Waiting for your answer/);
      await ben.submit(asked, `/works/${work.id}/creators/accept`, {});
      assert.equal(await bylineOf(app, work), 'ada');
    });

    it('can leave unless they are the last', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Duet' });
      const ada = await app.as('ada');
      const alone = await ada.get(`/works/${work.id}/creators/leave`);
      assert.equal((await ada.submit(alone, '/leave', {})).status, 409);
      await ask(app, work, 'ben');
      await answer(app, 'ben', work, 'accept');
      const leave = await ada.get(`/works/${work.id}/creators/leave`);
      await ada.submit(leave, '/leave', {});
      assert.equal(await bylineOf(app, work), 'ben');
      assert.equal((await ada.get(`/works/${work.id}/edit`)).status, 403);
      assert.doesNotMatch((await app.guest().get('/users/ada/works')).text, /Duet/);
    });

    it('is asked by a name that means one person', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Duet' });
      const refused = await ask(app, work, 'nobody_here, ada, ben (cho)');
      assert.equal(refused.status, 422);
      assert.match(refused.text, /nobody called “nobody_here”/);
      assert.match(refused.text, /That is you/);
      assert.match(refused.text, /nobody called “ben \(cho\)”/);
      assert.equal((await ask(app, work, 'ben (ben)')).status, 200);
    });

    it('can be asked on the form of a new work', async (test) => {
      const app = await makeApp(test, { database });
      await app.as('ben');
      const ada = await app.as('ada');
      const form = await ada.get('/works/new');
      const sent = {
        title: 'Duet',
        rating: '10',
        warnings: '16',
        fandoms: 'Harbour Lights',
        language: 'en',
        'chapter[text]': 'Tea.',
        policy: '1',
        do: 'post',
        coCreators: 'ben',
        seriesNew: 'Songs',
      };
      const page = await ada.submit(form, '/works', sent);
      assert.match(page.text, /Part 1 of Songs/);
      const asked = await (await app.as('ben')).get('/users/ben/invitations');
      assert.match(asked.text, /ada asks you to be a co-creator of “Duet”/);
      const wrong = await ada.submit(form, '/works', { ...sent, coCreators: 'nobody_here' });
      assert.equal(wrong.status, 422);
      assert.match(wrong.text, /nobody called “nobody_here”/);
    });
  });

  describe('an invitation', () => {
    it('to a work that is hidden or deleted says nothing, and cannot be accepted', async (test) => {
      const app = await makeApp(test, { database });
      const hidden = await postWork(app, 'ada', { title: 'Secret One' });
      const gone = await postWork(app, 'ada', { title: 'Secret Two' });
      const ben = await app.as('ben');
      for (const work of [hidden, gone]) await ask(app, work, 'ben');
      const before = await ben.get('/users/ben/invitations');
      assert.match(before.text, /Secret One.*|Secret Two/s);
      await app.parts.database.write((transaction) =>
        setWorkHidden(transaction, hidden.id, true, app.clock.now()),
      );
      await deleteWork(app.parts, await app.member('ada'), gone.id);
      const after = await ben.get('/users/ben/invitations');
      assert.doesNotMatch(after.text, /Secret/);
      assert.doesNotMatch((await ben.get('/users/ben')).text, /Waiting for your answer/);
      for (const { id } of [hidden, gone]) {
        for (const said of ['accept', 'refuse']) {
          const sent = await ben.submit(before, `/works/${id}/creators/${said}`, {});
          assert.equal(sent.status, 404);
        }
      }
    });

    it('to a draft shows its title alone, and opens nothing until accepted', async (test) => {
      const app = await makeApp(test, { database });
      const draft = await postWork(app, 'ada', { title: 'Sketch', post: false });
      await ask(app, draft, 'ben');
      const ben = await app.as('ben');
      assert.match((await ben.get('/users/ben/invitations')).text, /Sketch/);
      assert.equal((await ben.get(`/works/${draft.id}`)).status, 404);
      await answer(app, 'ben', draft, 'accept');
      assert.equal((await ben.get(`/works/${draft.id}`)).status, 200);
      assert.match((await ben.get('/users/ben/drafts')).text, /Sketch/);
    });

    it('of a person who is hidden does not bring their work back', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Duet' });
      await ask(app, work, 'ben');
      const { userId } = await app.member('ada');
      await app.parts.database.write(async (transaction) => {
        await hidePerson(transaction, userId, app.clock.now());
        await settleWorksOfPerson(transaction, userId, app.clock.now());
      });
      const ben = await app.as('ben');
      assert.doesNotMatch((await ben.get('/users/ben/invitations')).text, /Duet/);
    });

    it('is taken back by a creator', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Duet' });
      const page = await ask(app, work, 'ben');
      const ada = await app.as('ada');
      await ada.submit(page, '/withdraw', {});
      const ben = await app.as('ben');
      assert.doesNotMatch((await ben.get('/users/ben/invitations')).text, /Duet/);
    });
  });

  describe('a work that is offered', () => {
    it('stays until it is accepted, and is the other’s alone then', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada', { title: 'Heirloom' });
      await app.as('ben');
      const ada = await app.as('ada');
      const page = await ada.get(`/works/${work.id}/creators`);
      await ada.submit(page, '/offer', { transferTo: 'ben' });
      assert.equal(await bylineOf(app, work), 'ada');
      await answer(app, 'ben', work, 'accept');
      assert.equal(await bylineOf(app, work), 'ben');
      assert.equal((await ada.get(`/works/${work.id}/edit`)).status, 403);
    });
  });
});
