// What is deleted is there for 30 days, and then gone with all that refers to it.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import { workRemovers } from '../../../app.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { deleteWork, purgeDeleted, undeleteWork, worksRemover } from '../index.ts';
import { addRelated } from './actions/related.ts';

// Nothing of a work may be left in these.
const referring = ['works', 'chapters', 'series'];

async function shapes(app: TestApp) {
  return app.parts.database.snapshot((snapshot) => snapshot.tables(new Set()));
}

it('every table that refers to a work or a series is named by who empties it', async (t) => {
  const app = await makeApp(t);
  const named = new Set([worksRemover, ...workRemovers].flatMap(({ tables }) => tables));
  const found = (await shapes(app)).filter(({ references }) =>
    references.some(({ table }) => referring.includes(table)),
  );
  const unnamed = found.map(({ name }) => name).filter((name) => !named.has(name));
  assert.deepEqual(unnamed, []);
});

eachDatabase((database) => {
  it('a deleted work and series can be had back for 30 days and are gone then', async (test) => {
    const app = await makeApp(test, { database });
    const { parts, clock } = app;
    const ada = await app.member('ada');
    await app.as('ben');
    const kept = await postWork(app, 'ada', { title: 'Kept' });
    const gone = await postWork(app, 'ada', { title: 'Gone', chapters: ['One.', 'Two.'] });
    const visitor = await app.as('ada');
    const form = await visitor.get(`/works/${gone.id}/edit`);
    const sent = { title: 'Going', seriesNew: 'Tides', coCreators: 'ben', gifts: 'Rose' };
    await visitor.submit(form, `/works/${gone.id}`, sent);
    const inspired = { relation: 'inspired', url: `/works/${gone.id}`, title: '', author: '' };
    await addRelated(parts, ada, kept.id, { ...inspired, relation: 'inspired' });
    const series = (await visitor.get(`/works/${gone.id}`)).link('Tides');
    await visitor.submit(await visitor.get(`${series}/delete`), '/delete', {});
    await deleteWork(parts, ada, gone.id);
    clock.advance(30 * dayMs);
    await purgeDeleted(parts, workRemovers);
    await undeleteWork(parts, ada, gone.id);
    assert.equal((await app.guest().get(`/works/${gone.id}`)).status, 200);
    await deleteWork(parts, ada, gone.id);
    clock.advance(30 * dayMs + 1);
    await purgeDeleted(parts, workRemovers);
    await purgeDeleted(parts, workRemovers);
    assert.equal((await app.guest().get(`/works/${gone.id}`)).status, 404);
    assert.match((await app.guest().get(`/works/${kept.id}`)).text, /Kept/);
    const { read } = parts.database;
    const left = await read.selectFrom('works').select('id').execute();
    assert.deepEqual(
      left.map(({ id }) => id),
      [kept.id],
    );
    for (const table of ['series', 'series_works', 'work_gifts', 'related_works'] as const) {
      assert.deepEqual(await read.selectFrom(table).selectAll().execute(), [], table);
    }
    const share = await read.selectFrom('disk_shares').selectAll().execute();
    const made = await read.selectFrom('revisions').select('bytes').execute();
    const used = made.reduce((sum, { bytes }) => sum + bytes, 0);
    assert.equal(
      share.reduce((sum, { bytes }) => sum + bytes, 0),
      used,
    );
  });
});
