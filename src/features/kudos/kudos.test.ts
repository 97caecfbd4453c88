// Kudos: one of a person or browser, taken back as easily, and none where one may not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { countOf, placeTestWork } from '../../../test/kit/works.ts';
import type { WorkId } from '../../shared/ids.ts';
import { block } from '../accounts/index.ts';
import { setWorkHidden } from '../works/index.ts';
import { guestsOfAddressOnWork } from './limits.ts';

/** Presses the button of the page of kudos, which has one for everybody who may. */
async function leave(who: Visitor, work: WorkId) {
  const page = await who.get(`/works/${work}/kudos`);
  return who.submit(page, `/works/${work}/kudos`, {});
}

/** Sends what the button would, where there is none. */
async function push(who: Visitor, work: WorkId): Promise<number> {
  const { token } = (await who.get('/token_dispenser.json')).json<{ token: string }>();
  return (await who.post(`/works/${work}/kudos`, { authenticity_token: token })).status;
}

eachDatabase((database) => {
  test('members are named, guests are counted, each of them once', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const [ben, guest] = [await app.as('ben'), app.guest()];
    const page = await ben.get(`/works/${work}`);
    const thanked = await ben.submit(page, `/works/${work}/kudos`, {});
    assert.match(thanked.body, /Thank you for leaving kudos!/);
    assert.match(thanked.text, /ben left kudos on this work\./);
    app.clock.advance(1000);
    await leave(await app.as('eli'), work);
    await leave(guest, work);
    assert.equal(await push(guest, work), 200);
    assert.equal(await push(ben, work), 200);
    const seen = await guest.get(`/works/${work}`);
    assert.match(seen.text, /eli, ben and 1 guest left kudos on this work\./);
    assert.match(seen.body, /<dd class="kudos">3<\/dd>/);
    assert.equal(await countOf(app, 'kudos', work), 3);
  });

  test('kudos are taken back, by members and by the guest’s own browser', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    for (const who of [await app.as('ben'), app.guest()]) {
      await leave(who, work);
      const page = await who.get(`/works/${work}`);
      const back = await who.submit(page, '/kudos/undo', {});
      assert.match(back.body, /Your kudos are taken back/);
      assert.doesNotMatch(back.text, /left kudos/);
      assert.equal(await countOf(app, 'kudos', work), 0);
    }
    await leave(app.guest(), work);
    const other = app.guest();
    const { token } = (await other.get('/token_dispenser.json')).json<{ token: string }>();
    await other.post(`/works/${work}/kudos/undo`, { authenticity_token: token });
    assert.equal(
      await countOf(app, 'kudos', work),
      1,
      'another browser takes back what is not its own',
    );
  });

  test('nobody leaves kudos on their own work, an unseen one, or one of a blocker', async (t) => {
    const app = await makeApp(t, { database });
    const [open, members, draft, hidden] = [
      await placeTestWork(app),
      await placeTestWork(app, { work: { restricted: true } }),
      await placeTestWork(app, { post: false }),
      await placeTestWork(app),
    ];
    await app.parts.database.write((transaction) =>
      setWorkHidden(transaction, hidden, true, app.clock.now()),
    );
    const [ada, ben, eli] = [await app.as('ada'), await app.as('ben'), await app.as('eli')];
    assert.doesNotMatch((await ada.get(`/works/${open}`)).body, /♥ Kudos/);
    assert.equal(await push(ada, open), 403);
    assert.equal(await push(app.guest(), members), 404);
    for (const work of [draft, hidden]) {
      assert.equal(await push(ben, work), 404);
      assert.equal((await ben.get(`/works/${work}/kudos`)).status, 404);
    }
    const { userId } = await app.member('eli');
    await block(app.parts, await app.member('ada'), userId, open);
    assert.equal(await push(eli, open), 403);
    assert.equal(await push(eli, members), 200);
    await block(app.parts, await app.member('ada'), (await app.member('ben')).userId);
    assert.equal(await push(ben, members), 403);
    assert.deepEqual(
      [await countOf(app, 'kudos', open), await countOf(app, 'kudos', members)],
      [0, 1],
    );
  });

  test('one address leaves so many on a work as guests, and members are not held up', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    for (let times = 0; times < guestsOfAddressOnWork.most; times++) await leave(app.guest(), work);
    const refused = await leave(app.guest(), work);
    assert.equal(refused.status, 429);
    assert.match(refused.text, /Too many kudos came from where you are/);
    assert.equal(await push(await app.as('ben'), work), 200);
    assert.equal(await countOf(app, 'kudos', work), guestsOfAddressOnWork.most + 1);
  });

  test('kudos order lists, and script is answered with a sentence', async (t) => {
    const app = await makeApp(t, { database });
    const [first] = [await placeTestWork(app, { work: { title: 'Loved' } })];
    app.clock.advance(1000);
    await placeTestWork(app, { work: { title: 'Newer' } });
    const ben = await app.as('ben');
    const { token } = (await ben.get('/token_dispenser.json')).json<{ token: string }>();
    const headers = { accept: 'application/json' };
    const fields = { authenticity_token: token };
    const said = await ben.post(`/works/${first}/kudos`, fields, { headers });
    assert.deepEqual(said.json(), { sentence: 'Thank you for leaving kudos!', mine: true });
    const late = await ben.post(`/works/${first}/kudos`, { authenticity_token: '' }, { headers });
    assert.equal(late.status, 403);
    assert.equal(late.json<{ type: string }>().type, 'form-too-old');
    const list = await ben.get('/works?work_search%5Bsort_column%5D=kudos_count');
    assert.match(list.text, /Loved.*Newer/s);
  });
});
