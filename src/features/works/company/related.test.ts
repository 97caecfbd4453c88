// Related works: named by who made them, shown on the other work once its creators agree.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { type PostWishes, postWork } from '../../../../test/kit/post-work.ts';
import type { Fields } from '../../../../test/kit/visitor.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { setWorkHidden } from '../index.ts';
import { workAtAddress } from './actions/related.ts';

async function relate(app: TestApp, fields: Fields, wishes: PostWishes = {}) {
  const child = await postWork(app, 'ben', { title: 'Echo', ...wishes });
  const ben = await app.as('ben');
  const form = await ben.get(`/works/${child.id}/related`);
  const answer = await ben.submit(form, `/works/${child.id}/related`, fields);
  return { child, answer };
}

async function textOf(app: TestApp, work: { readonly id: WorkId }) {
  return (await app.guest().get(`/works/${work.id}`)).text;
}

eachDatabase((database) => {
  describe('a related work', () => {
    it('is shown on the one it was made after once that one’s creator agrees', async (test) => {
      const app = await makeApp(test, { database });
      const parent = await postWork(app, 'ada', { title: 'Song' });
      const { child } = await relate(app, { url: `/works/${parent.id}` });
      assert.match(await textOf(app, child), /Inspired by Song by ada\./);
      assert.doesNotMatch(await textOf(app, parent), /Echo/);
      const ada = await app.as('ada');
      assert.match((await ada.get('/users/ada')).text, /Waiting for your answer \(1\)/);
      const asked = await ada.get('/users/ada/invitations');
      assert.match(asked.text, /“Echo” by ben says that it is made after your work “Song”/);
      const shown = await ada.submit(asked, '/related/answer', { do: 'show' });
      const page = await app.guest().get(`/works/${parent.id}`);
      const [below] = page.markup.all('div').filter((one) => one.id === 'children');
      assert.match(below?.text ?? '', /Echo by ben/);
      await ada.submit(shown, '/related/answer', { do: 'hide' });
      assert.doesNotMatch(await textOf(app, parent), /Echo/);
      assert.doesNotMatch((await ada.get('/users/ada')).text, /Waiting/);
    });

    it('can be a translation, of something elsewhere too', async (test) => {
      const app = await makeApp(test, { database });
      const { child, answer } = await relate(app, {
        relation: 'translation',
        url: 'https://example.org/tales/1',
        title: 'A Far Tale',
        author: 'Somebody',
      });
      assert.equal(answer.status, 200);
      const page = await app.guest().get(`/works/${child.id}`);
      assert.match(page.text, /A translation of A Far Tale by Somebody\./);
      assert.equal(page.link('A Far Tale'), 'https://example.org/tales/1');
      const ben = await app.as('ben');
      const form = await ben.get(`/works/${child.id}/related`);
      await ben.submit(form, '/related/remove', {});
      assert.doesNotMatch(await textOf(app, child), /A Far Tale/);
    });

    it('is refused without what it needs, and nothing is told of works unseen', async (test) => {
      const app = await makeApp(test, { database });
      const draft = await postWork(app, 'ada', { title: 'Secret', post: false });
      const wrong: Fields[] = [
        { url: 'javascript:alert(1)', title: 'X' },
        { url: 'tales', title: 'X' },
        { url: 'https://example.org/', title: '' },
        { url: `/works/${draft.id}` },
        { url: '/works/987654321' },
      ];
      for (const fields of wrong) {
        const { answer } = await relate(app, fields);
        assert.equal(answer.status, 422);
        assert.doesNotMatch(answer.text, /Secret/);
      }
    });

    it('tells on neither side of a work that the reader may not see', async (test) => {
      const app = await makeApp(test, { database });
      const parent = await postWork(app, 'ada', { title: 'Song', restricted: true });
      const { child } = await relate(app, { url: `/works/${parent.id}` });
      assert.doesNotMatch(await textOf(app, child), /Song/);
      const ada = await app.as('ada');
      const asked = await ada.get('/users/ada/invitations');
      await ada.submit(asked, '/related/answer', { do: 'show' });
      const ben = await app.as('ben');
      assert.match((await ben.get(`/works/${parent.id}`)).text, /Echo/);
      await app.parts.database.write((transaction) =>
        setWorkHidden(transaction, child.id, true, app.clock.now()),
      );
      assert.doesNotMatch((await ada.get(`/works/${parent.id}`)).text, /Echo/);
      assert.doesNotMatch((await ada.get('/users/ada/invitations')).text, /Echo/);
    });

    it('is answered only by a creator of the work it was made after', async (test) => {
      const app = await makeApp(test, { database });
      const parent = await postWork(app, 'ada', { title: 'Song' });
      await relate(app, { url: `/works/${parent.id}` });
      const ada = await app.as('ada');
      const asked = await ada.get('/users/ada/invitations');
      const ben = await app.as('ben');
      const { token } = (await ben.get('/token_dispenser.json')).json<{ token: string }>();
      const sent = { do: 'show', authenticity_token: token };
      assert.equal((await ben.submit(asked, '/related/answer', sent)).status, 403);
    });
  });
});

describe('an address', () => {
  it('leads to a work here in each of its shapes', () => {
    const site = 'https://archive.example';
    const shapes = ['/works/5', `${site}/works/5`, `${site}/works/5/chapters/6`, '/works/5?page=1'];
    for (const shape of shapes) assert.equal(workAtAddress(shape, site), 5);
    for (const other of ['https://elsewhere.example/works/5', '/works/new', '/series/5']) {
      assert.equal(workAtAddress(other, site), null);
    }
  });
});
