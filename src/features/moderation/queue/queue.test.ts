// What waits for a moderator, decided by forms.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { idOf, say } from '../../../../test/kit/comments.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import { placeTestWork } from '../../../../test/kit/works.ts';

const spam = (number: number) => `Buy lamps ${number} at https://example.org/${number}`;

async function decide(app: TestApp, fields: Record<string, string | string[]>) {
  const dee = await app.as('dee');
  return dee.submit(await dee.get('/moderation/queue'), '/moderation/queue', fields as never);
}

async function held(app: TestApp, most: number): Promise<{ work: number; ids: number[] }> {
  const work = await placeTestWork(app);
  const ben = await app.as('ben');
  for (let at = 0; at < most; at++) await say(ben, work, spam(at));
  const ids: number[] = [];
  for (let at = 0; at < most; at++) ids.push(await idOf(app, spam(at)));
  return { work, ids };
}

eachDatabase((database) => {
  it('several comments are released at once, and others refused with a reason', async (test) => {
    const app = await makeApp(test, { database });
    const { work, ids } = await held(app, 3);
    const queue = await (await app.as('dee')).get('/moderation/queue');
    assert.equal(queue.text.match(/Comment on “The Keeper’s Cat”/g)?.length, 3);
    assert.deepEqual(htmlProblems(queue.body), []);
    const [first, second, third] = ids.map((id) => `comment:${id}`) as [string, string, string];
    const released = await decide(app, { 'waiting[]': [first, second], do: 'release' });
    assert.match(released.body, /2 are released\./);
    const page = await (await app.as('eli')).get(`/works/${work}/comments`);
    assert.match(page.text, /lamps 0.*lamps 1/);
    assert.doesNotMatch(page.text, /lamps 2/);
    const unsaid = await decide(app, { 'waiting[]': [third], do: 'refuse' });
    assert.equal(unsaid.status, 422);
    assert.match(unsaid.body, /Choose a reason/);
    const refused = await decide(app, { 'waiting[]': [third], do: 'refuse', policy: 'spam' });
    assert.match(refused.body, /1 is refused\./);
    assert.match(refused.text, /Nothing waits/);
    const row = await app.parts.database.read
      .selectFrom('audit')
      .select('reason')
      .where('act', '=', 'hide comment')
      .executeTakeFirstOrThrow();
    assert.equal(row.reason, 'Advertising or spam');
    const told = await (await app.as('ben')).get('/decisions');
    assert.match(told.text, /hidden your comment “Buy lamps 2/);
  });

  it('what somebody else has decided, and what never waited, is left', async (test) => {
    const app = await makeApp(test, { database });
    const { ids } = await held(app, 1);
    const late = await (await app.as('dee')).get('/moderation/queue');
    const wish = { 'waiting[]': `comment:${ids[0]}`, do: 'release' };
    assert.match((await decide(app, wish)).body, /1 is released/);
    const dee = await app.as('dee');
    const again = await dee.submit(late, '/moderation/queue', wish);
    assert.match(again.body, /0 are released\. 1 was left/);
    const strange = { 'waiting[]': 'comment:x', do: 'release' };
    const none = await dee.submit(late, '/moderation/queue', strange);
    assert.match(none.body, /Tick what you want/);
  });
});
