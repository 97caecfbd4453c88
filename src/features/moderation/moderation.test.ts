// Hiding works and people: who may, what it does, and that it can be undone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { formTokenOf } from '../../../test/security/scene.ts';
import { reasonCharactersMax } from './limits.ts';

async function moderate(app: TestApp, address: string, fields: Record<string, string>) {
  const dee = await app.as('dee');
  return dee.submit(await dee.get(address), address, fields);
}

eachDatabase((database) => {
  describe('a hidden work', () => {
    it('is not found by readers, but by its creator and moderators', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      await moderate(app, `/moderation/works/${id}`, {
        reason: 'Reported twice.',
        policy: 'other',
        do: 'hide',
      });
      const status = async (visitor: Awaited<ReturnType<typeof app.as>>) =>
        (await visitor.get(`/works/${id}`)).status;
      assert.equal(await status(app.guest()), 404);
      assert.equal(await status(await app.as('ben')), 404);
      assert.equal(await status(await app.as('dee')), 200);
      const own = await (await app.as('ada')).get(`/works/${id}`);
      assert.equal(own.status, 200);
      assert.match(own.text, /A moderator has hidden this work/);
      assert.doesNotMatch((await app.guest().get('/works')).body, new RegExp(`work_${id}`));
    });

    it('is back once that is undone, and both acts are kept with their reasons', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const address = `/moderation/works/${id}`;
      await moderate(app, address, { reason: 'Reported twice.', policy: 'other', do: 'hide' });
      const after = await moderate(app, address, { reason: 'It was a mistake.', do: 'show' });
      assert.equal((await app.guest().get(`/works/${id}`)).status, 200);
      assert.match(after.text, /hide work by dee\. Reported twice\./);
      assert.match(after.text, /show work by dee\. It was a mistake\./);
    });

    it('needs a reason, and keeps what was typed when it is too long', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const address = `/moderation/works/${id}`;
      assert.equal(
        (await moderate(app, address, { reason: '  ', policy: 'other', do: 'hide' })).status,
        422,
      );
      const long = 'x'.repeat(reasonCharactersMax + 1);
      const refused = await moderate(app, address, { reason: long, policy: 'other', do: 'hide' });
      assert.equal(refused.status, 422);
      assert.ok(refused.body.includes(long));
      assert.equal((await app.guest().get(`/works/${id}`)).status, 200);
    });
  });

  describe('a hidden person', () => {
    it('takes the works that are theirs alone with them, and brings them back', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const other = await placeTestWork(app, { by: 'ben' });
      const address = '/moderation/people/ada';
      await moderate(app, address, { reason: 'Harassment.', policy: 'other', do: 'hide' });
      assert.equal((await app.guest().get(`/works/${id}`)).status, 404);
      assert.equal((await app.guest().get('/users/ada')).status, 404);
      assert.equal((await app.guest().get(`/works/${other}`)).status, 200);
      assert.equal((await (await app.as('ada')).get('/users/ada')).status, 200);
      await moderate(app, address, { reason: 'Settled.', do: 'show' });
      assert.equal((await app.guest().get(`/works/${id}`)).status, 200);
      assert.equal((await app.guest().get('/users/ada')).status, 200);
    });

    it('does not undo the hiding of a work by itself', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      await moderate(app, `/moderation/works/${id}`, {
        reason: 'The work.',
        policy: 'other',
        do: 'hide',
      });
      await moderate(app, '/moderation/people/ada', {
        reason: 'The person.',
        policy: 'other',
        do: 'hide',
      });
      await moderate(app, '/moderation/people/ada', { reason: 'Not the person.', do: 'show' });
      assert.equal((await app.guest().get(`/works/${id}`)).status, 404);
    });
  });
});

describe('moderation', () => {
  it('is for moderators alone', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app);
    for (const name of ['ada', 'cho'] as const) {
      const visitor = await app.as(name);
      assert.equal((await visitor.get('/moderation')).status, 403);
      assert.equal((await visitor.get(`/moderation/works/${id}`)).status, 403);
    }
  });

  it('is never of oneself', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, { by: 'dee' });
    for (const address of [`/moderation/works/${id}`, '/moderation/people/dee']) {
      const dee = await app.as('dee');
      const fields = { reason: 'Mine.', policy: 'other', do: 'hide' };
      const sent = { authenticity_token: await formTokenOf(dee), ...fields };
      assert.equal((await dee.post(address, sent)).status, 403, address);
      assert.equal((await dee.get(address)).markup.all('textarea').length, 0);
    }
  });

  it('finds a work by its address and a person by name, or says there is none', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app);
    const found = await moderate(app, '/moderation', {
      subject: `https://archive.example/works/${id}/chapters/3`,
    });
    assert.equal(found.path, `/moderation/works/${id}`);
    assert.equal(
      (await moderate(app, '/moderation', { subject: 'ada' })).path,
      '/moderation/people/ada',
    );
    assert.equal((await moderate(app, '/moderation', { subject: 'nobody_here' })).status, 422);
  });
});
