// What is learnt from moderators' decisions, and what it does to those who write.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { decide, idOf, say } from '../../../../test/kit/comments.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { placeTestWork } from '../../../../test/kit/works.ts';
import { dayMs } from '../../../kit/time/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { learnSpam } from './learning.ts';
import { learntLeast } from './limits.ts';

/** Everybody has been here for long; ten comments of each kind are there, and learnt from. */
async function learnt(app: TestApp): Promise<WorkId> {
  const work = await placeTestWork(app);
  const [ben, dee] = [await app.as('ben'), await app.as('dee')];
  for (let at = 0; at < learntLeast; at++) {
    app.clock.advance(dayMs);
    const [kind, spam] = [`The storm at sea, number ${at}`, `Cheap shoes, order ${at} today`];
    await say(ben, work, kind);
    await say(ben, work, spam);
    await decide(dee, await idOf(app, spam), 'hide');
  }
  await learnSpam(app.parts);
  return work;
}

async function stateOf(app: TestApp, words: string): Promise<string> {
  const row = await app.parts.database.read
    .selectFrom('comments')
    .select('state')
    .where('source', '=', words)
    .executeTakeFirstOrThrow();
  return row.state;
}

/** Eli’s account is new from now on. */
async function renewEli(app: TestApp): Promise<void> {
  const { userId } = await app.member('eli');
  await app.parts.database.write((transaction) =>
    transaction
      .updateTable('users')
      .set({ created_at: app.clock.now() })
      .where('id', '=', userId)
      .execute(),
  );
}

eachDatabase((database) => {
  it('what looks like spam waits, if it is by a young account, and says why', async (test) => {
    const app = await makeApp(test, { database });
    const work = await learnt(app);
    await renewEli(app);
    const eli = await app.as('eli');
    await say(eli, work, 'Order cheap shoes here today');
    await say(eli, work, 'What a storm at sea');
    assert.equal(await stateOf(app, 'Order cheap shoes here today'), 'held');
    assert.equal(await stateOf(app, 'What a storm at sea'), 'shown');
    const queue = await (await app.as('dee')).get('/moderation/queue');
    assert.match(queue.text, /Looks like spam: 9\d%, for “(cheap|shoes|order|today)”/);
    // Whom the archive knows is not held for their words.
    await say(await app.as('ben'), work, 'Order cheap shoes again today');
    assert.equal(await stateOf(app, 'Order cheap shoes again today'), 'shown');
  });

  it('is forgotten by a button, and learns no more from what was written before', async (test) => {
    const app = await makeApp(test, { database });
    const work = await learnt(app);
    await renewEli(app);
    app.clock.advance(1000);
    const dee = await app.as('dee');
    const done = await dee.submit(
      await dee.get('/moderation/queue'),
      '/moderation/queue/forget',
      {},
    );
    assert.match(done.text, /knows 0 comments/);
    await learnSpam(app.parts);
    await say(await app.as('eli'), work, 'Order cheap shoes here today');
    assert.equal(await stateOf(app, 'Order cheap shoes here today'), 'shown');
  });
});
