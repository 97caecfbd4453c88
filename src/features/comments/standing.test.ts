// Who reads a comment: waiting, held, hidden, frozen, blocked, muted, under what is not seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import {
  answer,
  cast,
  decide,
  guestWords,
  idOf,
  push,
  rules,
  say,
} from '../../../test/kit/comments.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { countOf, placeTestWork } from '../../../test/kit/works.ts';
import { dayMs } from '../../kit/time/index.ts';
import { block } from '../accounts/index.ts';

eachDatabase((database) => {
  test('a comment that waits is seen by its author and the creators until approved', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    await rules(app, work, 'everyone', true);
    const [ada, ben, cho] = (await cast(app, 'ada', 'ben', 'cho')) as [Visitor, Visitor, Visitor];
    assert.match((await say(ben, work, 'A secret word.')).body, /waits for a creator/);
    const id = await idOf(app, 'A secret word.');
    const path = `/works/${work}/comments`;
    for (const who of [cho, app.guest()]) {
      assert.doesNotMatch((await who.get(path)).text, /secret/);
      assert.equal((await who.get(`/comments/${id}`)).status, 404);
      assert.equal((await who.get(`/comments/${id}/reply?quote=yes`)).status, 404);
    }
    assert.equal(await countOf(app, 'comments', work), 0);
    assert.match((await ben.get(path)).text, /secret.*|waits/s);
    assert.match((await ada.get('/inbox?only=waiting')).text, /secret/);
    assert.equal((await decide(cho, id, 'approve')).status, 404);
    await decide(ada, id, 'approve');
    assert.match((await cho.get(path)).text, /secret/);
    assert.equal(await countOf(app, 'comments', work), 1);
    await ben.submit(await ben.get(`/comments/${id}/edit`), '/edit', { 'comment[text]': 'Other.' });
    assert.doesNotMatch((await cho.get(path)).text, /secret|Other/);
    assert.equal(await countOf(app, 'comments', work), 0);
  });

  test('a link from a guest or a young account waits for a moderator', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    await rules(app, work, 'everyone');
    const [ada, ben, dee] = (await cast(app, 'ada', 'ben', 'dee')) as [Visitor, Visitor, Visitor];
    await say(ben, work, 'See <a href="https://example.org">this</a>');
    await say(app.guest(), work, 'Look at www.example.com now', guestWords);
    const path = `/works/${work}/comments`;
    for (const who of [ada, app.guest()]) {
      assert.doesNotMatch((await who.get(path)).text, /See this|Look at/);
    }
    assert.doesNotMatch((await ada.get('/inbox')).text, /See this/);
    const held = await dee.get('/moderation/comments');
    assert.match(held.text, /See this.*ship@example\.org/s);
    const id = await idOf(app, 'See <a href="https://example.org">this</a>');
    assert.equal((await decide(ada, id, 'approve')).status, 404);
    await say(dee, work, 'My own www.example.net');
    const own = await idOf(app, 'My own www.example.net');
    assert.equal((await decide(dee, own, 'approve')).status, 403, 'nobody moderates themself');
    await decide(dee, id, 'approve');
    assert.match((await app.guest().get(path)).text, /See this/);
    assert.match((await ada.get('/inbox')).text, /See this/);
    app.clock.advance(8 * dayMs);
    await say(ben, work, 'Again https://example.org');
    assert.match((await app.guest().get(path)).text, /Again https/);
  });

  test('hidden is hidden from who need not see it, frozen takes no more words', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const [ada, ben, cho, dee] = (await cast(app, 'ada', 'ben', 'cho', 'dee')) as [
      Visitor,
      Visitor,
      Visitor,
      Visitor,
    ];
    await say(ben, work, 'Rude words.');
    const id = await idOf(app, 'Rude words.');
    assert.equal((await decide(cho, id, 'hide')).status, 403);
    await decide(ada, id, 'hide');
    const sees = async (who: Visitor) =>
      /Rude words/.test((await who.get(`/works/${work}/comments`)).text);
    const all = [ada, ben, dee, cho, app.guest()];
    assert.deepEqual(await Promise.all(all.map(sees)), [true, true, true, false, false]);
    assert.equal(await countOf(app, 'comments', work), 0);
    await decide(dee, id, 'show');
    await decide(dee, id, 'hide');
    assert.deepEqual(await Promise.all(all.map(sees)), [false, true, true, false, false]);
    assert.equal((await decide(ada, id, 'show')).status, 404);
    await decide(dee, id, 'show');
    const acts = await app.parts.database.read
      .selectFrom('audit')
      .select('act')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    assert.deepEqual(
      acts.map(({ act }) => act),
      ['show comment', 'hide comment', 'show comment'],
    );
    await decide(ada, id, 'freeze');
    assert.match((await cho.get(`/comments/${id}/reply`)).text, /This thread is frozen/);
    const pushed = await push(cho, `/works/${work}/comments`, {
      'comment[text]': 'But!',
      parent: String(id),
    });
    assert.match(pushed.text, /This thread is frozen/);
    await decide(ada, id, 'unfreeze');
    assert.match((await answer(cho, id, 'But!')).body, /Your comment is there/);
  });

  test('who is blocked or banned writes nothing, and neither do two who are apart', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { by: 'cho' });
    const [ada, ben] = (await cast(app, 'ada', 'ben')) as [Visitor, Visitor];
    await say(ben, work, 'Mine.');
    const id = await idOf(app, 'Mine.');
    await block(app.parts, await app.member('ada'), (await app.member('ben')).userId);
    assert.match((await ada.get(`/comments/${id}/reply`)).text, /You cannot answer this person/);
    const own = await placeTestWork(app);
    const refused = await push(ben, `/works/${own}/comments`, { 'comment[text]': 'Hi.' });
    assert.match(refused.text, /You cannot comment on this work/);
    const cho = await app.as('cho');
    await decide(cho, id, 'ban');
    const again = await push(ben, `/works/${work}/comments`, { 'comment[text]': 'Hi.' });
    assert.match(again.text, /You cannot comment on this work/);
  });

  test('whom one has muted says nothing to one, but opens when asked for', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const [ada, ben] = (await cast(app, 'ada', 'ben')) as [Visitor, Visitor];
    await say(ben, work, 'Blah.');
    await push(ada, '/mutes', { kind: 'person', person: 'ben' });
    const page = await ada.get(`/works/${work}/comments`);
    assert.match(page.text, /Blah/, 'creators read what stands under their works');
    const cho = await app.as('cho');
    await push(cho, '/mutes', { kind: 'person', person: 'ben' });
    const muted = await cho.get(`/works/${work}/comments`);
    assert.doesNotMatch(muted.text, /Blah|ben/);
    assert.match((await cho.get(muted.link('Show it'))).text, /Blah/);
  });

  test('comments of works that one does not see are nowhere', async (t) => {
    const app = await makeApp(t, { database });
    const [members, draft] = [
      await placeTestWork(app, { work: { restricted: true } }),
      await placeTestWork(app, { post: false }),
    ];
    const ben = await app.as('ben');
    await say(ben, members, 'Among us.');
    const id = await idOf(app, 'Among us.');
    const guest = app.guest();
    for (const path of [`/comments/${id}`, `/comments/${id}/reply`, `/works/${members}/comments`]) {
      assert.equal((await guest.get(path)).status, 404, path);
    }
    assert.equal((await ben.get(`/works/${draft}/comments`)).status, 404);
    const pushed = await push(await app.as('ada'), `/works/${draft}/comments`, {
      'comment[text]': 'x',
    });
    assert.equal(pushed.status, 404);
  });
});
