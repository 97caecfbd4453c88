// Tags of one chapter: shown above it, the work's for as long as a chapter that counts has them.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import type { WorkId } from '../../shared/ids.ts';
import { guest } from '../../shared/viewer.ts';
import { createToken } from '../accounts/index.ts';
import { findWork } from './index.ts';

async function tagsOf(app: TestApp, id: WorkId): Promise<string[]> {
  const { work } = await findWork(app.parts.database.read, guest, id);
  const { warning = [], freeform = [] } = work?.tags ?? {};
  return [...warning, ...freeform].map((tag) => tag.name);
}

/** A work that chose not to warn, whose second chapter is saved with these fields. */
async function withChapter(app: TestApp, fields: Record<string, string | string[]>) {
  const id = await placeTestWork(app, {
    tags: { warning: ['Creator Chose Not To Use Archive Warnings'], freeform: ['Lamps'] },
  });
  const ada = await app.as('ada');
  const form = await ada.get(`/works/${id}/chapters/new`);
  assert.deepEqual(htmlProblems(form.body), []);
  const chapter = { title: 'Two', text: '<p>A storm.</p>', do: 'post', ...fields };
  const saved = await ada.submit(form, `/works/${id}/chapters`, chapter);
  return { id, ada, saved };
}

const stormy = { warnings: ['18'], freeforms: 'Storms, Lamps' };
const own = ['Creator Chose Not To Use Archive Warnings', 'Lamps'];

eachDatabase((database) => {
  it('tags of a posted chapter are shown above it, and the work is found by them', async (test) => {
    const app = await makeApp(test, { database });
    const { id, ada, saved } = await withChapter(app, stormy);
    const list = saved.markup
      .all('ul')
      .find((one) => one.attribute('class') === 'chapter-tags commas');
    assert.equal(list?.text, 'Major Character Death Storms Lamps');
    assert.deepEqual(htmlProblems(saved.body), []);
    const death = 'Major Character Death';
    assert.deepEqual(await tagsOf(app, id), [own[0], death, 'Lamps', 'Storms']);
    assert.match((await app.guest().get('/tags/Storms/works')).text, /The Keeper’s Cat/);
    const edit = await ada.get(saved.link('Edit this chapter'));
    assert.match(edit.body, /value="Storms, Lamps"/);
    const action = edit.path.replace(/\/edit$/, '');
    await ada.submit(edit, action, { freeforms: '', warnings: [] });
    assert.deepEqual(await tagsOf(app, id), own);
    assert.doesNotMatch((await app.guest().get('/tags/Storms/works')).text, /The Keeper’s Cat/);
    const versions = `${action}/history`;
    await ada.submit(await ada.get(`${versions}/1`), '/restore', {});
    assert.deepEqual(await tagsOf(app, id), [own[0], death, 'Lamps', 'Storms']);
  });

  it('tags of a draft chapter are nobody else’s before it is posted', async (test) => {
    const app = await makeApp(test, { database });
    const { id, ada, saved } = await withChapter(app, { ...stormy, do: 'draft' });
    assert.deepEqual(await tagsOf(app, id), own);
    await ada.submit(saved, '/post', { policy: '1' });
    assert.equal((await tagsOf(app, id)).length, 4);
  });

  it('the form of the work holds its own tags alone, and saving it keeps both', async (test) => {
    const app = await makeApp(test, { database });
    const { id, ada } = await withChapter(app, stormy);
    const form = await ada.get(`/works/${id}/edit`);
    assert.doesNotMatch(form.body, /Storms/);
    await ada.submit(form, `/works/${id}`, { title: 'Renamed' });
    assert.equal((await tagsOf(app, id)).length, 4);
  });

  it('they go with their chapter', async (test) => {
    const app = await makeApp(test, { database });
    const { id, ada, saved } = await withChapter(app, stormy);
    const asked = await ada.get(saved.path.replace(/\?.*$/, '').concat('/delete'));
    await ada.submit(asked, '/delete', {});
    assert.deepEqual(await tagsOf(app, id), own);
  });

  it('a chapter names no warning that says nothing, nor against the work', async (test) => {
    const app = await makeApp(test, { database });
    const { saved } = await withChapter(app, { warnings: ['16'] });
    assert.match(saved.text, /A chapter names what it warns of/);
    assert.equal(saved.status, 422);
    const calm = await placeTestWork(app);
    const ada = await app.as('ada');
    const form = await ada.get(`/works/${calm}/chapters/new`);
    const fields = { text: '<p>A storm.</p>', do: 'post', warnings: ['18'] };
    const refused = await ada.submit(form, `/works/${calm}/chapters`, fields);
    assert.match(refused.text, /Change the warnings of the work first/);
    const { id } = await withChapter(app, stormy);
    const edit = await ada.get(`/works/${id}/edit`);
    const calmed = await ada.submit(edit, `/works/${id}`, { warnings: ['16'] });
    assert.match(calmed.text, /A chapter of this work has a warning of its own/);
  });

  it('a call gives them, changes them and reads them', async (test) => {
    const app = await makeApp(test, { database });
    const { id } = await withChapter(app, {});
    const { userId } = await app.member('ada');
    const token = await createToken(app.parts, userId, ['read', 'write'], 'tags');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const call = async (method: string, path: string, body: unknown) => {
      const address = `/api/v1/works/${id}/chapters${path}`;
      const options = { headers, follow: false };
      const answer = await app.guest().send(method, address, JSON.stringify(body), options);
      return answer.json<{ id: number; freeforms?: { name: string }[] }>();
    };
    const sent = { html: '<p>Rain.</p>', freeforms: ['Rain'], warnings: ['Major Character Death'] };
    const made = await call('POST', '', sent);
    assert.deepEqual(
      made.freeforms?.map((tag) => tag.name),
      ['Rain'],
    );
    assert.equal((await tagsOf(app, id)).length, 4);
    type Listed = { revisions: { number: number; reason: string }[] };
    const list = (await call('GET', `/${made.id}/revisions`, undefined)) as unknown as Listed;
    assert.deepEqual(
      list.revisions.map((one) => one.reason),
      ['post'],
    );
    const changed = await call('PATCH', `/${made.id}`, { freeforms: null });
    assert.equal(changed.freeforms, undefined);
    assert.deepEqual(await tagsOf(app, id), [own[0], 'Major Character Death', 'Lamps']);
    await call('POST', `/${made.id}/revisions/1/restore`, {});
    assert.equal((await tagsOf(app, id)).length, 4);
  });
});
