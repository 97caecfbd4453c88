// Comments: who writes them, who reads them, what stays of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import type { Fields, Visit, Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { block } from '../accounts/index.ts';
import { setWorkHidden } from '../works/index.ts';
import { forgetAuthor, listCommentsOf, listSimilar } from './index.ts';
import { guestsOfAddress, threadsPerPage } from './limits.ts';
import { writeRules } from './store/rules.ts';

const guestWords = { 'comment[name]': 'Passing Ship', 'comment[email]': 'ship@example.org' };

/** Writes under a work, on its page with comments. */
async function say(who: Visitor, work: WorkId, text: string, more: Fields = {}): Promise<Visit> {
  const page = await who.get(`/works/${work}?show_comments=true`);
  return who.submit(page, `/works/${work}/comments`, { 'comment[text]': text, ...more });
}

/** Sends what the form would, where there is none. */
async function push(who: Visitor, path: string, fields: Fields): Promise<Visit> {
  const { token } = (await who.get('/token_dispenser.json')).json<{ token: string }>();
  return who.post(path, { authenticity_token: token, ...fields });
}

/** The number of the comment with these words. */
async function idOf(app: TestApp, words: string): Promise<number> {
  const row = await app.parts.database.read
    .selectFrom('comments')
    .select('id')
    .where('source', '=', words)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function answer(who: Visitor, id: number, text: string, more: Fields = {}): Promise<Visit> {
  const page = await who.get(`/comments/${id}/reply`);
  return who.submit(page, '/works/', { 'comment[text]': text, ...more });
}

function decide(who: Visitor, id: number, what: string): Promise<Visit> {
  return push(who, `/comments/${id}/decide`, { do: what });
}

async function countOf(app: TestApp, work: WorkId): Promise<number> {
  const row = await app.parts.database.read
    .selectFrom('work_counts')
    .select('comments')
    .where('work_id', '=', work)
    .executeTakeFirstOrThrow();
  return row.comments;
}

async function rules(app: TestApp, work: WorkId, who: 'everyone' | 'nobody', moderated = false) {
  await app.parts.database.write((transaction) =>
    writeRules(transaction, [work], { who, moderated }),
  );
}

async function cast(app: TestApp, ...names: CastName[]): Promise<Visitor[]> {
  return Promise.all(names.map((name) => app.as(name)));
}

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
    assert.equal(await countOf(app, work), 2);
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
    assert.equal(await countOf(app, work), 0);
    assert.match((await ben.get(path)).text, /secret.*|waits/s);
    assert.match((await ada.get('/inbox?only=waiting')).text, /secret/);
    assert.equal((await decide(cho, id, 'approve')).status, 404);
    await decide(ada, id, 'approve');
    assert.match((await cho.get(path)).text, /secret/);
    assert.equal(await countOf(app, work), 1);
    await ben.submit(await ben.get(`/comments/${id}/edit`), '/edit', { 'comment[text]': 'Other.' });
    assert.doesNotMatch((await cho.get(path)).text, /secret|Other/);
    assert.equal(await countOf(app, work), 0);
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
    assert.equal(await countOf(app, work), 1);
    await ada.submit(await ada.get(`/comments/${second}/delete`), '/delete', {});
    assert.match((await app.guest().get(`/works/${work}/comments`)).text, /no comments yet/);
    const left = await app.parts.database.read.selectFrom('comments').select('id').execute();
    assert.deepEqual([left, await countOf(app, work)], [[], 0]);
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
    assert.equal(await countOf(app, work), 0);
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

  test('comments, answers and kudos are told, once, to whom they are for', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { work: { title: 'Told' } });
    const [ada, ben] = (await cast(app, 'ada', 'ben')) as [Visitor, Visitor];
    await rules(app, work, 'everyone', true);
    await say(ben, work, 'Waits.');
    const told = await ada.get('/users/ada/notices');
    assert.match(told.text, /ben commented on your work “Told”: it waits for you/);
    const id = await idOf(app, 'Waits.');
    await decide(ada, id, 'approve');
    await answer(ada, id, 'Thanks.');
    await push(ben, `/works/${work}/kudos`, {});
    const after = await ada.get('/users/ada/notices');
    assert.equal(after.text.match(/ben commented on your work “Told”\./g)?.length, 1);
    assert.match(after.text, /Somebody left kudos on “Told”/);
    const own = await ben.get('/users/ben/notices');
    assert.match(own.text, /ada answered your comment on “Told”/);
    await app.parts.database.write((transaction) =>
      setWorkHidden(transaction, work, true, app.clock.now()),
    );
    assert.doesNotMatch((await ben.get('/users/ben/notices')).text, /Told/);
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
    assert.equal(await countOf(app, work), taken);
    const ben = await app.as('ben');
    await say(ben, work, 'Twice.');
    await say(ben, work, 'twice');
    assert.equal(await countOf(app, work), taken + 1);
  });

  test('an inbox holds what one may read: filtered, marked, answered, narrowed', async (t) => {
    const app = await makeApp(t, { database });
    const [work, other] = [
      await placeTestWork(app, { work: { title: 'Near' } }),
      await placeTestWork(app, { by: 'cho', work: { title: 'Far' } }),
    ];
    const [ada, ben] = (await cast(app, 'ada', 'ben')) as [Visitor, Visitor];
    await say(ben, work, 'On yours.');
    await say(ada, other, 'My view.');
    await answer(ben, await idOf(app, 'My view.'), 'To you.');
    const inbox = await ada.get('/inbox');
    assert.match(inbox.text, /2 unread.*To you\..*On yours\./s);
    assert.deepEqual(htmlProblems(inbox.body), []);
    assert.doesNotMatch((await ada.get(`/inbox?work=${work}`)).text, /To you/);
    const id = await idOf(app, 'On yours.');
    const read = await push(ada, '/inbox', { 'comments[]': String(id), do: 'read' });
    assert.match(read.text, /1 unread/);
    await answer(ada, await idOf(app, 'To you.'), 'Indeed.');
    assert.doesNotMatch((await ada.get('/inbox?only=unanswered')).text, /To you/);
    assert.match((await ada.get('/inbox?only=unread')).text, /There is nothing here/);
    await app.parts.database.write((transaction) =>
      setWorkHidden(transaction, other, true, app.clock.now()),
    );
    for (const path of ['/inbox', `/inbox?work=${other}`]) {
      const page = await ada.get(path);
      assert.doesNotMatch(page.text, /To you|Far/);
    }
    const taken = await push(ada, '/inbox', { 'comments[]': String(id), do: 'take-out' });
    assert.match(taken.text, /There is nothing here/);
    assert.match((await ada.get(`/works/${work}/comments`)).text, /On yours/);
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
    const { userId } = await app.member('ben');
    await app.parts.database.write((transaction) => forgetAuthor(transaction, userId));
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
