// Comments: who writes them, how they hang together, what stays of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { answer, cast, guestWords, idOf, push, rules, say } from '../../../test/kit/comments.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { countOf, placeTestWork } from '../../../test/kit/works.ts';
import { listCommentsOf, listSimilar, partWithComments } from './index.ts';
import { guestsOfAddress, threadsPerPage } from './limits.ts';

eachDatabase((database) => {
  test('members talk in threads under a chapter, counted, quoted and answered', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { chapters: [{ title: 'One' }, { title: 'Two' }] });
    const [ada, ben] = (await cast(app, 'ada', 'ben')) as [Visitor, Visitor];
    const said = await say(ben, work, 'The lamp <b>sings</b>.<script>x</script>');
    assert.match(said.body, /Your comment is there/);
    const id = await idOf(app, 'The lamp <b>sings</b>.<script>x</script>');
    assert.match(said.body, /The lamp <b>sings<\/b>\./);
    assert.doesNotMatch(said.text, /x<\/script>/);
    const quoted = await ada.get(`/comments/${id}/reply?quote=yes`);
    assert.match(quoted.body, /&lt;blockquote&gt;.*sings/s);
    await answer(ada, id, 'It does.');
    const page = await app.guest().get(`/works/${work}?show_comments=true`);
    assert.match(page.text, /ben.*The lamp sings\..*ada \(creator\).*It does\./s);
    assert.equal(page.response.headers.get('cache-control')?.includes('public'), false);
    assert.deepEqual(htmlProblems(page.body), []);
    assert.equal(await countOf(app, 'comments', work), 2);
    const first = await app.guest().get(`/works/${work}`);
    assert.match(first.text, /Comments \(2\)/);
    const { chapters } = { chapters: first.markup.all('a') };
    assert.ok(chapters.length > 0);
    const whole = await app.guest().get(`/works/${work}/comments`);
    assert.match(whole.text, /on chapter 1/);
  });

  test('guests comment where creators allow it, under nothing like a member’s name', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    await cast(app, 'ben');
    const guest = app.guest();
    const closed = await guest.get(`/works/${work}?show_comments=true`);
    assert.match(closed.text, /Only members comment on this work/);
    const path = `/works/${work}/comments`;
    const fields = { 'comment[text]': 'Hello.', ...guestWords };
    assert.equal((await push(guest, path, fields)).status, 422);
    await rules(app, work, 'everyone');
    for (const name of ['Ben', 'ВEN', 'b e n', '  ben ', 'moderator', 'Anonymous Creator']) {
      const spaced = await push(guest, path, { ...fields, 'comment[name]': name });
      if (name === 'b e n') continue;
      assert.equal(spaced.status, 422, name);
      assert.match(spaced.text, /name of a member/);
      assert.match(spaced.body, /Hello\./, 'what was typed is given back');
    }
    const bad = await push(guest, path, { ...fields, 'comment[email]': 'nowhere' });
    assert.match(bad.text, /Give one mail address/);
    const done = await say(guest, work, 'Hello.', guestWords);
    assert.match(done.text, /Passing Ship \(guest\).*Hello\./s);
    for (const who of [guest, await app.as('ada'), await app.as('ben')]) {
      assert.doesNotMatch((await who.get(path)).body, /ship@example\.org/);
    }
    await rules(app, work, 'nobody');
    assert.equal((await push(await app.as('ben'), path, fields)).status, 422);
  });

  test('what is deleted leaves a place where answers hang on it, and else nothing', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const [ada, ben] = (await cast(app, 'ada', 'ben')) as [Visitor, Visitor];
    await say(ben, work, 'First.');
    const first = await idOf(app, 'First.');
    await answer(ada, first, 'Second.');
    const second = await idOf(app, 'Second.');
    const edit = await ben.get(`/comments/${first}/edit`);
    assert.match(edit.text, /Somebody has answered this comment/);
    await ben.submit(await ben.get(`/comments/${first}/delete`), '/delete', {});
    const page = await app.guest().get(`/works/${work}/comments`);
    assert.match(page.text, /A deleted comment.*Second\./s);
    assert.doesNotMatch(page.body, /First\.|ben/);
    assert.equal(await countOf(app, 'comments', work), 1);
    await ada.submit(await ada.get(`/comments/${second}/delete`), '/delete', {});
    assert.match((await app.guest().get(`/works/${work}/comments`)).text, /no comments yet/);
    const left = await app.parts.database.read.selectFrom('comments').select('id').execute();
    assert.deepEqual([left, await countOf(app, 'comments', work)], [[], 0]);
  });

  test('a creator stays anonymous where the work is', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    await app.parts.database.write((transaction) =>
      transaction.updateTable('works').set({ anonymous: 1 }).where('id', '=', work).execute(),
    );
    const [ada, ben] = (await cast(app, 'ada', 'ben')) as [Visitor, Visitor];
    await say(ben, work, 'Who are you?');
    await answer(ada, await idOf(app, 'Who are you?'), 'Guess.');
    await push(ben, '/mutes', { kind: 'person', person: 'ada' });
    for (const path of [`/works/${work}/comments`, '/inbox']) {
      const page = await ben.get(path);
      assert.match(page.text, /Anonymous Creator.*Guess\./s);
      assert.doesNotMatch(page.body, /\bada\b/);
    }
    assert.match((await ada.get(`/works/${work}/comments`)).text, /ada \(creator\)/);
  });

  test('a creator who has left a work is not led to by what they said there', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const [ada, ben] = (await cast(app, 'ada', 'ben')) as [Visitor, Visitor];
    await say(ada, work, 'By my own hand.');
    const { userId, pseuds } = await app.member('cho');
    await app.parts.database.write((transaction) =>
      transaction
        .updateTable('work_creators')
        .set({ user_id: userId, pseud_id: pseuds[0]?.id as never })
        .where('work_id', '=', work)
        .execute(),
    );
    const path = `/works/${work}/comments`;
    const page = await ben.get(path);
    assert.match(page.text, /A former creator of this work.*By my own hand/s);
    assert.doesNotMatch(page.body, /\bada\b/);
    assert.match((await ada.get(path)).text, /ada/);
  });

  test('floods, crowds of marks and walls of text are refused, and nothing is lost', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    await rules(app, work, 'everyone');
    const guest = app.guest();
    const path = `/works/${work}/comments`;
    const marks = `e${'\u0301'.repeat(9_999)}`;
    const crowded = await push(guest, path, { 'comment[text]': marks, ...guestWords });
    assert.equal(crowded.status, 422);
    assert.match(crowded.text, /more marks than any writing needs/);
    for (const text of ['a'.repeat(10_001), '<b></b> \u200b']) {
      assert.equal((await push(guest, path, { 'comment[text]': text, ...guestWords })).status, 422);
    }
    let taken = 0;
    for (let times = 0; times < guestsOfAddress.most + 20; times++) {
      const fields = { 'comment[text]': `Flood ${times}`, ...guestWords };
      const visit = await push(app.guest(), path, fields);
      if (visit.status === 200) taken++;
      else {
        assert.equal(visit.status, 429);
        assert.match(visit.body, new RegExp(`Flood ${times}`));
      }
    }
    assert.equal(taken, guestsOfAddress.most);
    assert.equal(await countOf(app, 'comments', work), taken);
    const ben = await app.as('ben');
    await say(ben, work, 'Twice.');
    await say(ben, work, 'twice');
    assert.equal(await countOf(app, 'comments', work), taken + 1);
  });

  test('nearly the same words are found, and those of one account in a time span', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const [ben, cho] = (await cast(app, 'ben', 'cho')) as [Visitor, Visitor];
    const words = 'buy lamps and oil and wicks at the shop behind the old harbour wall today';
    await say(ben, work, words);
    app.clock.advance(1000);
    await say(ben, work, `${words.replace('oil', 'rope')}!!`);
    await say(cho, work, 'What a lovely lamp behind the wall.');
    const { read } = app.parts.database;
    const similar = await listSimilar(read, `<p>${words}</p>`, { since: 0, most: 10 });
    assert.deepEqual(
      similar.map(({ login }) => login),
      ['ben', 'ben'],
    );
    const { userId } = await app.member('ben');
    const now = app.clock.now();
    const span = (from: number) => listCommentsOf(read, { user: userId, from, to: now }, 10);
    assert.deepEqual([(await span(0)).length, (await span(now)).length], [2, 1]);
  });

  test('threads that a reader cannot meet make no empty pages', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const dee = await app.as('dee');
    const members = await Promise.all((['ben', 'cho', 'eli'] as const).map((name) => app.as(name)));
    for (let each = 0; each <= threadsPerPage; each++) {
      const who = members[each % 3] as Visitor;
      await push(who, `/works/${work}/comments`, { 'comment[text]': `www.example.org ${each}` });
    }
    const guest = app.guest();
    const page = await guest.get(`/works/${work}/comments`);
    assert.match(page.text, /no comments yet/);
    assert.equal((await guest.get(`/works/${work}/comments?page=2`)).status, 404);
    assert.equal((await dee.get(`/works/${work}/comments?page=2`)).status, 200);
  });

  test('the words of somebody who is gone stay, under no name', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const ben = await app.as('ben');
    await say(ben, work, 'Remember me.');
    await partWithComments(app.parts, await app.member('ben'), 'keep');
    const page = await app.guest().get(`/works/${work}/comments`);
    assert.match(page.text, /A deleted account.*Remember me\./s);
    assert.doesNotMatch(page.body, /\bben\b/);
  });

  test('deep threads go on where they are opened, and every page is bounded', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const ben = await app.as('ben');
    await say(ben, work, 'Deep 0');
    for (let depth = 1; depth < 7; depth++) {
      app.clock.advance(1000);
      await answer(ben, await idOf(app, `Deep ${depth - 1}`), `Deep ${depth}`);
    }
    const page = await app.guest().get(`/works/${work}/comments`);
    assert.match(page.text, /Deep 4/);
    assert.doesNotMatch(page.text, /Deep 5/);
    assert.match((await app.guest().get(page.link('2 more answers'))).text, /Deep 4.*Deep 6/s);
  });
});
