// Undoing all that an account did in a time span: what is counted, what goes, what comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import type { Visitor } from '../../../../test/kit/visitor.ts';
import { placeTestWork, soundChapter } from '../../../../test/kit/works.ts';
import { tagId } from '../../../../test/kit/wrangling.ts';
import { addMember, formTokenOf } from '../../../../test/security/scene.ts';
import { askForJob } from '../../../kit/jobs/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { postComment } from '../../comments/index.ts';
import { performActs } from '../../tags/index.ts';
import { addChapter } from '../../works/index.ts';
import { undoingJob } from './go-on.ts';
import { findUndoing, insertUndoing } from './store.ts';

const address = '/moderation/people/ada/undo';
const span = { from: '2026-03-01T13:00', to: '2026-03-01T15:00' };
const why = { policy: 'spam', reason: 'A stolen account.', words: 'Change your password.' };

async function send(who: Visitor, path: string, fields: Record<string, string> = {}) {
  return who.post(path, { authenticity_token: await formTokenOf(who), ...fields });
}

/** Ada has an old work; then, within the span, does some of everything. */
async function busyAda(app: TestApp): Promise<{ old: WorkId; bens: WorkId; fresh: WorkId }> {
  const old = await placeTestWork(app, { work: { title: 'The Old One' } });
  const bens = await placeTestWork(app, { by: 'ben', work: { title: 'Of Ben' } });
  app.clock.advance(2 * 3_600_000);
  const ada = await app.as('ada');
  const member = await app.member('ada');
  const fresh = await placeTestWork(app, { work: { title: 'Buy Boats' } });
  const chapter = { ...soundChapter, source: '<p>Cheap boats.</p>' };
  const added = await addChapter(app.parts, member, old, { chapter, post: true });
  assert.ok(added.ok);
  const speaker = { kind: 'member', member, as: null } as const;
  const said = { work: bens, chapter: null, parent: null, text: 'Boats for sale.' };
  assert.ok((await postComment(app.parts, speaker, said)).ok);
  assert.ok((await send(ada, `/works/${bens}/kudos`)).status < 400);
  const kept = { 'bookmark[bookmarker_notes]': 'Boats!' };
  assert.ok((await send(ada, `/works/${bens}/bookmarks`, kept)).status < 400);
  return { old, bens, fresh };
}

eachDatabase((database) => {
  test('all of it goes after a look, and all of it comes back', async (t) => {
    const app = await makeApp(t, { database });
    const { old, bens, fresh } = await busyAda(app);
    const [dee, eli] = [await app.as('dee'), await app.as('eli')];
    const seen = async () => ({
      fresh: (await eli.get(`/works/${fresh}`)).status,
      old: /Cheap boats/.test((await eli.get(`/works/${old}?view_full_work=true`)).body),
      said: /Boats for sale/.test((await eli.get(`/works/${bens}/comments`)).body),
      kudos: /ada/.test((await eli.get(`/works/${bens}/kudos`)).text),
      bookmark: /Boats!/.test((await eli.get(`/works/${bens}/bookmarks`)).body),
    });
    const before = { fresh: 200, old: true, said: true, kudos: true, bookmark: true };
    assert.deepEqual(await seen(), before);
    const look = await dee.get(`${address}?from=${span.from}&to=${span.to}`);
    for (const line of ['1 work posted', '1 chapter of', '1 comment', 'kudos on 1', '1 public'])
      assert.ok(look.text.includes(line), line);
    assert.deepEqual(await seen(), before);
    const done = await dee.submit(look, address, { ...why, do: 'undo' });
    assert.match(done.text, /5 things\. Done\./);
    const gone = { old: false, said: false, kudos: false, bookmark: false };
    const { fresh: status, ...after } = await seen();
    assert.deepEqual(after, gone);
    assert.notEqual(status, 200);
    assert.match((await eli.get(`/works/${old}`)).text, /The Old One/);
    assert.match((await (await app.as('ada')).get('/decisions')).text, /have undone what you did/);
    const back = await dee.submit(await dee.get(address), address, { reason: 'It was ada.' });
    assert.match(back.text, /Brought back/);
    assert.deepEqual(await seen(), before);
  });

  test('what was not done in one request a job does', async (t) => {
    const app = await makeApp(t, { database });
    await busyAda(app);
    const { userId } = await app.member('ada');
    const { userId: dee } = await app.member('dee');
    const id = 77 as never;
    await app.parts.database.write(async (transaction) => {
      const row = { id, user_id: userId, by_id: dee, from_at: 0, to_at: app.clock.now() } as const;
      const stand = { at: 0, state: 'doing', kind: null, things: 0 } as const;
      await insertUndoing(transaction, { ...row, ...stand, below: Number.MAX_SAFE_INTEGER });
      await askForJob(transaction, undoingJob, id, 0);
    });
    await app.app.chores.find(({ name }) => name === 'run jobs')?.run();
    const undoing = await findUndoing(app.parts.database.read, id);
    assert.equal(undoing?.state, 'done');
    // Both works, their posted chapters aside, and what was said and kept.
    assert.equal(undoing?.things, 5);
  });
});

test('acts on tags and unused invitations are undone too, and come back', async (t) => {
  const app = await makeApp(t);
  const { userId: user } = await app.member('cho');
  await placeTestWork(app, { tags: { freeform: ['Boats'] } });
  const tag = await tagId(app, 'freeform:Boats');
  const at = app.clock.now();
  const { parts } = app;
  const invitation = { code_hash: 'x', email: null, used_at: null, used_by: null } as const;
  await parts.database.write(async (transaction) => {
    const doing = { ids: parts.ids, at, by: user, movers: [] };
    await performActs(transaction, [{ kind: 'canonise', tag }], doing);
    const row = { ...invitation, id: 5, given_by: user, made_at: at, expires_at: at + 1000 };
    await transaction.insertInto('invitations').values(row).execute();
  });
  const stand = async () => {
    const { read } = parts.database;
    const tags = await read.selectFrom('tags').select('status').where('id', '=', tag).execute();
    const open = await read.selectFrom('invitations').select('expires_at').execute();
    return [tags[0]?.status, open[0]?.expires_at];
  };
  assert.deepEqual(await stand(), ['canonical', at + 1000]);
  const dee = await app.as('dee');
  const of = '/moderation/people/cho/undo';
  const time = { from: '2026-03-01T11:00', to: '2026-03-01T13:00' };
  await send(dee, of, { ...why, ...time });
  assert.deepEqual(await stand(), ['unwrangled', 0]);
  await dee.submit(await dee.get(of), of, { reason: 'It was right.' });
  assert.deepEqual(await stand(), ['canonical', at + 1000]);
});

test('it needs a reason, a time span, and somebody who is no moderator', async (t) => {
  const app = await makeApp(t);
  const { fresh } = await busyAda(app);
  const dee = await app.as('dee');
  await addMember(app, 'gus', ['moderator']);
  const tries = [
    { ...why, from: '', to: span.to },
    { ...why, from: span.to, to: span.from },
    { ...why, ...span, reason: ' ' },
    { ...why, ...span, policy: '' },
  ];
  for (const fields of tries) assert.equal((await send(dee, address, fields)).status, 422);
  for (const login of ['gus', 'dee']) {
    assert.equal((await dee.get(`/moderation/people/${login}/undo`)).status, 403);
    const path = `/moderation/people/${login}/undo`;
    assert.equal((await send(dee, path, { ...why, ...span })).status, 403);
  }
  assert.equal((await app.guest().get(`/works/${fresh}`)).status, 200);
});
