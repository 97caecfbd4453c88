// Whom a work is for, and whose work it was made after, is told so once they can see it.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { setWorkHidden } from '../index.ts';

async function tell(app: TestApp) {
  await app.app.chores.find(({ name }) => name === 'tell followers')?.run();
}

async function noticesOf(app: TestApp, login: CastName) {
  await tell(app);
  return (await app.as(login)).get(`/users/${login}/notices`);
}

async function hide(app: TestApp, work: WorkId, hidden: boolean) {
  const { database, clock } = app.parts;
  await database.write((transaction) => setWorkHidden(transaction, work, hidden, clock.now()));
}

eachDatabase((database) => {
  it('a member is told of a gift once, and not again when the work is edited', async (test) => {
    const app = await makeApp(test, { database });
    await app.as('ben');
    const { id } = await postWork(app, 'ada', { title: 'Present' });
    const ada = await app.as('ada');
    const edit = async (fields: Record<string, string>) =>
      ada.submit(await ada.get(`/works/${id}/edit`), `/works/${id}`, fields);
    await edit({ gifts: 'ben, Aunt Rose' });
    const told = await noticesOf(app, 'ben');
    assert.match(told.text, /“Present” was given to you\./);
    assert.equal(told.link('“Present” was given to you.'), '/users/ben/gifts');
    await (await app.as('ben')).submit(told, '/notices/read', {});
    await edit({ title: 'Parcel' });
    const after = await noticesOf(app, 'ben');
    assert.doesNotMatch(after.body, /1 new/);
    assert.doesNotMatch((await noticesOf(app, 'ada')).text, /Parcel|Present/);
  });

  it('nobody is told, or counts a notice, of a work that they do not see', async (test) => {
    const app = await makeApp(test, { database });
    await app.as('ben');
    const { id } = await postWork(app, 'ada', { title: 'Present' });
    await hide(app, id, true);
    const ada = await app.as('ada');
    await ada.submit(await ada.get(`/works/${id}/edit`), `/works/${id}`, { gifts: 'ben' });
    assert.doesNotMatch((await noticesOf(app, 'ben')).body, /new\)|Present/);
    await hide(app, id, false);
    assert.match((await noticesOf(app, 'ben')).body, /Notices \(1 new\)/);
    await hide(app, id, true);
    assert.doesNotMatch((await noticesOf(app, 'ben')).text, /Present/);
  });

  it('who wrote the other work is told that one was made after it', async (test) => {
    const app = await makeApp(test, { database });
    const parent = await postWork(app, 'ada', { title: 'Song' });
    for (const login of ['ada', 'ben'] as const) {
      const { id } = await postWork(app, login, { title: `Echo of ${login}` });
      const visitor = await app.as(login);
      const form = await visitor.get(`/works/${id}/related`);
      await visitor.submit(form, `/works/${id}/related`, { url: `/works/${parent.id}` });
    }
    const told = await noticesOf(app, 'ada');
    assert.match(told.text, /“Echo of ben” says that it was made after a work of yours/);
    assert.doesNotMatch(told.text, /“Echo of ada”/);
  });
});
