// The first works of young accounts, which wait where the host wishes that.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { placeTestWork } from '../../../../test/kit/works.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { setWorkHidden } from '../../works/index.ts';

async function turn(app: TestApp, works: string) {
  const dee = await app.as('dee');
  const fields = { first_works: works, first_works_days: '7' };
  const page = await dee.get('/moderation/switches');
  return dee.submit(page, '/moderation/switches', fields);
}

async function decide(app: TestApp, fields: Record<string, string | string[]>) {
  const dee = await app.as('dee');
  return dee.submit(await dee.get('/moderation/queue'), '/moderation/queue', fields as never);
}

async function isOpen(app: TestApp, work: number): Promise<boolean> {
  const ben = await app.as('ben');
  const list = (await ben.get('/works')).links.includes(`/works/${work}`);
  assert.equal((await ben.get(`/works/${work}`)).status === 200, list);
  return list;
}

eachDatabase((database) => {
  it('the first work waits, can be changed meanwhile, and is released by a click', async (t) => {
    const app = await makeApp(t, { database });
    const draft = await placeTestWork(app, { work: { title: 'The Keeper’s Dog' }, post: false });
    await turn(app, '1');
    const ada = await app.as('ada');
    const posted = await ada.submit(await ada.get(`/works/${draft}`), '/post', { policy: '1' });
    assert.match(posted.body, /posted, and waits for a moderator/);
    assert.match(posted.text, /This work waits for a moderator.*the first work of a new account/);
    const second = await placeTestWork(app, { work: { title: 'The Second' } });
    assert.deepEqual([await isOpen(app, draft), await isOpen(app, second)], [false, false]);
    const edit = await ada.get(`/works/${draft}/edit`);
    await ada.submit(edit, `/works/${draft}`, { title: 'The Keeper’s Hound' });
    app.clock.advance(2 * dayMs);
    const queue = await (await app.as('dee')).get('/moderation/queue');
    assert.match(queue.text, /Work “The Keeper’s Hound”, by ada/);
    const released = await decide(app, { release: `work:${draft}`, do: 'refuse' });
    assert.match(released.body, /1 is released\./);
    assert.deepEqual([await isOpen(app, draft), await isOpen(app, second)], [true, false]);
    assert.match(
      (await ada.get('/users/ada/notices')).text,
      /“The Keeper’s Hound”.*can read it now/,
    );
    // It is new for readers today.
    assert.match((await ada.get(`/works/${draft}`)).text, /Published:\s*2026-03-03/);
    assert.ok(await isOpen(app, await placeTestWork(app, { work: { title: 'The Third' } })));
  });

  it('a refused work stays its creators’, who are told why and appeal', async (t) => {
    const app = await makeApp(t, { database });
    await turn(app, '2');
    const work = await placeTestWork(app, { work: { title: 'The Storm' } });
    const unsaid = await decide(app, { 'waiting[]': `work:${work}`, do: 'refuse' });
    assert.equal(unsaid.status, 422);
    const why = { policy: 'spam', words: 'It sells lamps.', do: 'refuse' };
    const refused = await decide(app, { 'waiting[]': `work:${work}`, ...why });
    assert.match(refused.body, /1 is refused\./);
    const [ada, dee] = [await app.as('ada'), await app.as('dee')];
    assert.match((await ada.get(`/works/${work}`)).text, /A moderator has hidden this work/);
    const { links, text } = await ada.get('/decisions');
    assert.match(text, /“The Storm” and do not let it in/);
    const decision = links.find((href) => /^\/decisions\/\d+$/.test(href)) ?? '';
    const page = await ada.get(decision);
    assert.match(page.text, /spam.*It sells lamps\./i);
    await ada.submit(page, decision, { appeal: 'It sells nothing.' });
    const found = (await dee.get('/moderation/cases')).links;
    const appeal = found.find((href) => /cases\/\d+$/.test(href)) ?? '';
    const decided = await dee.get(appeal);
    await dee.submit(decided, appeal, { do: 'show', reason: 'So it is.' });
    assert.ok(await isOpen(app, work));
    assert.match((await ada.get(decision)).text, /taken back|stands in its place/);
  });

  it('nothing waits of people with a role, of old accounts, or while that is off', async (t) => {
    const app = await makeApp(t, { database });
    assert.ok(await isOpen(app, await placeTestWork(app, { by: 'eli' })));
    await turn(app, '1');
    assert.ok(await isOpen(app, await placeTestWork(app, { by: 'cho' })));
    // Others see a work of his already.
    const known = await placeTestWork(app, { by: 'eli' });
    assert.ok(await isOpen(app, known));
    await app.member('ada');
    app.clock.advance(7 * dayMs);
    assert.ok(await isOpen(app, await placeTestWork(app)));
    // What moderators hide is no proof of anything.
    const { write } = app.parts.database;
    await turn(app, '5');
    const young = await app.member('ben');
    assert.equal(young.login, 'ben');
    const hidden = await placeTestWork(app, { by: 'ben' });
    await write((transaction) => setWorkHidden(transaction, hidden, true, app.clock.now()));
  });
});
