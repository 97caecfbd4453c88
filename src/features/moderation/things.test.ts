// Deciding about things: members only, removed, hidden; each told with a reason, appealed against
// and undone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { formTokenOf } from '../../../test/security/scene.ts';
import { dayMs } from '../../kit/time/index.ts';
import { postComment } from '../comments/index.ts';
import { addSeries, setWorkRestricted } from '../works/index.ts';

const why = { policy: 'labels', reason: 'Two reports.', words: 'Warn of storms.' };

async function press(who: Visitor, address: string, fields: Record<string, string>) {
  return who.submit(await who.get(address), address, fields);
}

async function send(who: Visitor, address: string, fields: Record<string, string>) {
  return who.post(address, { authenticity_token: await formTokenOf(who), ...fields });
}

/** The page of the case that the report opens. */
async function caseOf(app: TestApp, about: string): Promise<string> {
  const [dee, cho] = [await app.as('dee'), await app.as('cho')];
  const report = await cho.get(`/report?about=${about}`);
  await cho.submit(report, '/report', { reason: 'spam', words: '' });
  const { links } = await dee.get('/moderation/cases');
  return links.findLast((href) => /cases\/\d+$/.test(href)) ?? assert.fail('no case');
}

eachDatabase((database) => {
  test('what moderators show to members only its creators cannot open again', async (t) => {
    const app = await makeApp(t, { database });
    const id = await placeTestWork(app, { work: { title: 'The Storm' } });
    const [ada, dee] = [await app.as('ada'), await app.as('dee')];
    const address = `/moderation/works/${id}`;
    const isOpen = async () => (await app.guest().get(`/works/${id}`)).body.includes('Storm');
    await press(dee, address, { ...why, do: 'restrict' });
    assert.equal(await isOpen(), false);
    assert.match((await ada.get('/decisions')).text, /“The Storm” to members only/);
    const edit = await ada.get(`/works/${id}/edit`);
    await ada.submit(edit, `/works/${id}`, { title: 'The Storm Again' });
    assert.equal(await isOpen(), false);
    assert.match((await ada.get(`/works/${id}`)).text, /The Storm Again/);
    await press(dee, address, { reason: 'Settled.', do: 'unrestrict' });
    assert.equal(await isOpen(), true);
  });

  test('what is removed only moderators bring back, until its days are over', async (t) => {
    const app = await makeApp(t, { database });
    const id = await placeTestWork(app, { work: { title: 'The Storm' } });
    const [ada, ben, dee] = [await app.as('ada'), await app.as('ben'), await app.as('dee')];
    const address = `/moderation/works/${id}`;
    await press(dee, address, { ...why, do: 'remove' });
    assert.notEqual((await ben.get(`/works/${id}`)).status, 200);
    assert.doesNotMatch((await ada.get('/users/ada/works/manage')).text, /The Storm/);
    assert.equal((await send(ada, `/works/${id}/undelete`, {})).status, 403);
    const { links } = await ada.get('/decisions');
    const decision = links.find((href) => /^\/decisions\/\d+$/.test(href)) ?? '';
    await press(ada, decision, { appeal: 'It was tagged.' });
    const found = (await dee.get('/moderation/cases')).links;
    const appeal = found.find((href) => /cases\/\d+$/.test(href)) ?? '';
    assert.match((await dee.get(appeal)).text, /It was tagged\./);
    await press(dee, appeal, { do: 'restore', reason: 'So it was.' });
    assert.equal((await ben.get(`/works/${id}`)).status, 200);
    await press(dee, address, { ...why, do: 'remove' });
    app.clock.advance(31 * dayMs);
    for (const { name, run } of app.app.chores) if (name.startsWith('remove')) await run();
    const works = await app.parts.database.read.selectFrom('works').select('id').execute();
    assert.deepEqual(works, []);
  });

  test('series, comments, bookmarks, profiles are hidden by a case and shown again', async (t) => {
    const app = await makeApp(t, { database });
    const [ada, ben, dee] = [await app.as('ada'), await app.as('ben'), await app.as('dee')];
    const { userId } = await app.member('ada');
    const work = await placeTestWork(app, { by: 'eli' });
    const series = await app.parts.database.write((transaction) =>
      addSeries(transaction, app.parts.ids, {
        title: 'Pinewood',
        summary: '',
        notes: '',
        by: userId,
        at: app.clock.now(),
        works: [{ id: work, position: 1 }],
      }),
    );
    const speaker = { kind: 'member', member: await app.member('ada'), as: null } as const;
    const said = { work, chapter: null, parent: null, text: 'Pinewood for sale.' };
    const comment = await postComment(app.parts, speaker, said);
    assert.ok(comment.ok);
    const kept = { 'bookmark[bookmarker_notes]': 'Pinewood again.' };
    await send(ada, `/works/${work}/bookmarks`, kept);
    await send(ada, '/users/ada/preferences/profile', { 'profile[text]': '<p>Pinewood.</p>' });
    const row = await app.parts.database.read.selectFrom('bookmarks').select('id').execute();
    const bookmark = row[0]?.id ?? 0;
    for (const [about, place, acts] of [
      [`series:${series}`, `/works/${work}`, ['hide', 'show']],
      [`comment:${comment.id}`, `/works/${work}/comments`, ['hide', 'show']],
      [`bookmark:${bookmark}`, `/works/${work}/bookmarks`, ['hide', 'show']],
      [`user:${userId}`, '/users/ada/profile', ['hide-profile', 'show-profile']],
    ] as const) {
      const seen = async () => (await ben.get(place)).body.includes('Pinewood');
      assert.equal(await seen(), true, about);
      const address = await caseOf(app, about);
      const hidden = await press(dee, address, { ...why, do: acts[0] });
      assert.equal(hidden.status, 200);
      assert.equal(await seen(), false, about);
      assert.match((await ada.get('/decisions')).text, /have hidden (your|the text of your)/);
      await press(dee, address, { reason: 'Settled.', do: acts[1] });
      assert.equal(await seen(), true, about);
      await press(dee, address, { do: 'acted' });
    }
  });
});

test('what a creator wished for meanwhile holds when moderators open a work again', async (t) => {
  const app = await makeApp(t);
  const id = await placeTestWork(app);
  const set = (restricted: boolean) =>
    app.parts.database.write((transaction) =>
      setWorkRestricted(transaction, id, restricted, app.clock.now()),
    );
  await set(true);
  const page = await (await app.as('ada')).get(`/works/${id}/edit`);
  await (await app.as('ada')).submit(page, `/works/${id}`, { restricted: '1' });
  await set(false);
  const { works } = await app.parts.database.read
    .selectFrom('works')
    .select((eb) => eb.fn.sum('restricted').as('works'))
    .executeTakeFirstOrThrow();
  assert.equal(Number(works), 1);
});

test('comments that say nearly the same are found from a case and hidden together', async (t) => {
  const app = await makeApp(t);
  const work = await placeTestWork(app, { by: 'ben' });
  const say = async (name: 'ada' | 'eli', words: string) => {
    const speaker = { kind: 'member', member: await app.member(name), as: null } as const;
    const said = { work, chapter: null, parent: null, text: words };
    const posted = await postComment(app.parts, speaker, said);
    return posted.ok ? posted.id : assert.fail('refused');
  };
  const first = await say('ada', 'Buy the very best boats at my shop today.');
  await say('eli', 'Buy the very best boats at my shop today, friends.');
  await say('eli', 'What a lovely chapter this was to read.');
  const dee = await app.as('dee');
  const address = await caseOf(app, `comment:${first}`);
  const page = await dee.get((await dee.get(address)).link('Comments that say nearly the same'));
  assert.match(page.text, /my shop today, friends/);
  assert.doesNotMatch(page.text, /lovely chapter/);
  const refused = await dee.submit(page, `${address}/alike`, { ...why, do: 'hide', policy: '' });
  assert.equal(refused.status, 422);
  const done = await dee.submit(page, `${address}/alike`, { ...why, do: 'hide' });
  assert.match(done.body, /1 comment is hidden/);
  const seen = await (await app.as('cho')).get(`/works/${work}/comments`);
  assert.doesNotMatch(seen.text, /friends/);
  assert.match(seen.text, /lovely chapter/);
  assert.match((await (await app.as('eli')).get('/decisions')).text, /have hidden your comment/);
});
