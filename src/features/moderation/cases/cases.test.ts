// Reports: who may send them, what is kept, who reads them, and that nobody judges themself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import type { Visitor } from '../../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../../test/kit/works.ts';
import { addMember } from '../../../../test/security/scene.ts';
import { giveRole } from '../../accounts/index.ts';
import { postComment } from '../../comments/index.ts';
import { reportCharactersMax, reportsOfAddress } from './limits.ts';

const spam = { reason: 'spam', words: '' };

async function report(who: Visitor, about: string, fields: Record<string, string> = spam) {
  return who.submit(await who.get(`/report?about=${about}`), '/report', fields);
}

async function caseAddresses(who: Visitor, show = 'open'): Promise<string[]> {
  const { links } = await who.get(`/moderation/cases?show=${show}`);
  return links.filter((href) => /^\/moderation\/cases\/\d+$/.test(href));
}

async function press(who: Visitor, address: string, fields: Record<string, string>) {
  return who.submit(await who.get(address), address, fields);
}

async function onlyCase(who: Visitor): Promise<string> {
  const [address, ...more] = await caseAddresses(who);
  assert.deepEqual(more, []);
  return address ?? assert.fail('no case');
}

eachDatabase((database) => {
  test('what several report is one case, with what everybody said', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const [ben, dee] = [await app.as('ben'), await app.as('dee')];
    const page = await ben.get(`/works/${work}`);
    const form = await ben.get(page.link('Report this work'));
    const thanks = await ben.submit(form, '/report', { reason: 'copied', words: 'From a book.' });
    assert.match(thanks.body, /you will be told/);
    assert.match(thanks.text, /A work\. Somebody else’s text/);
    await report(app.guest(), `work:${work}`, { reason: 'spam', words: 'Buy <b>boats</b>' });
    const seen = await dee.get(await onlyCase(dee));
    assert.match(seen.text, /From a book\..*by ben/s);
    assert.match(seen.text, /Buy <b>boats<\/b>.*by a guest/s);
    assert.match((await dee.get('/moderation')).text, /Reports \(1 new\)/);
    assert.match((await dee.get('/users/dee/notices')).text, /A new report waits/);
  });

  test('what was there is kept, and a later change is pointed out', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { work: { title: 'Stolen Boats' } });
    await report(await app.as('ben'), `work:${work}`);
    const dee = await app.as('dee');
    const address = await onlyCase(dee);
    assert.doesNotMatch((await dee.get(address)).text, /It was changed since/);
    await app.parts.database.write((transaction) =>
      transaction
        .updateTable('works')
        .set({ title: 'My Own Boats' })
        .where('id', '=', work)
        .execute(),
    );
    const later = await dee.get(address);
    assert.match(later.text, /It was changed since it was reported/);
    assert.match(later.text, /Stolen Boats, kept 2026-03-01/);
    assert.match(later.text, /[0-9a-f]{64}/);
    assert.doesNotMatch(later.text, /My Own Boats/);
  });

  test('a case is taken, acted in and closed; its reporter learns the outcome', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { work: { title: 'Secret Name' } });
    const [ben, dee] = [await app.as('ben'), await app.as('dee')];
    await report(ben, `work:${work}`);
    const address = await onlyCase(dee);
    assert.match((await press(dee, address, { do: 'take' })).text, /Taken by dee/);
    const noted = await press(dee, address, { do: 'note', note: 'Asked the creator.' });
    assert.match(noted.text, /Asked the creator\./);
    const hidden = await press(dee, address, { do: 'hide', policy: 'spam', reason: 'It is spam.' });
    assert.match(hidden.text, /hide work by dee\. It is spam\./);
    assert.equal((await ben.get(`/works/${work}`)).status, 404);
    const waits = await press(dee, address, { do: 'wait' });
    assert.match(waits.text, /Waiting for an answer \(dee\)/);
    await press(dee, address, { do: 'acted' });
    assert.deepEqual(await caseAddresses(dee), []);
    assert.deepEqual(await caseAddresses(dee, 'closed'), [address]);
    const told = await ben.get('/users/ben/notices');
    assert.match(told.text, /Moderators have acted on your report about a work\./);
    for (const page of [told, await ben.get('/reports')]) {
      assert.doesNotMatch(page.text, /Secret Name|ada|dee/);
    }
  });

  test('a closed case is opened again, but not beside a newer one', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const [ben, dee] = [await app.as('ben'), await app.as('dee')];
    await report(ben, `work:${work}`);
    const first = await onlyCase(dee);
    await press(dee, first, { do: 'nothing' });
    assert.match((await press(dee, first, { do: 'reopen' })).text, /Taken by dee/);
    await press(dee, first, { do: 'nothing' });
    await report(app.guest(), `work:${work}`);
    const second = await onlyCase(dee);
    assert.ok((await dee.get(second)).links.includes(first), 'the earlier case is named');
    assert.equal((await press(dee, first, { do: 'reopen' })).status, 409);
  });

  test('nobody meets a case about themself, whatever their role', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { by: 'dee' });
    const [ben, dee] = [await app.as('ben'), await app.as('dee')];
    const { visitor: other } = await addMember(app, 'gus', ['moderator']);
    const { userId } = await app.member('dee');
    await report(ben, `work:${work}`);
    await report(ben, `user:${userId}`);
    const addresses = await caseAddresses(other);
    assert.equal(addresses.length, 2);
    assert.deepEqual(await caseAddresses(dee), []);
    assert.doesNotMatch((await dee.get('/moderation')).text, /new\)/);
    assert.match((await dee.get('/users/dee/notices')).text, /nothing|no notices/i);
    const { token } = (await dee.get('/token_dispenser.json')).json<{ token: string }>();
    for (const address of addresses) {
      assert.equal((await dee.get(address)).status, 404);
      const sent = { authenticity_token: token, do: 'nothing' };
      assert.equal((await dee.post(address, sent)).status, 404);
    }
    assert.equal((await dee.get(`/report?about=work:${work}`)).status, 403);
  });
});

test('chapters, series and people are reported too; what is not seen is not', async (t) => {
  const app = await makeApp(t);
  const [ben, dee] = [await app.as('ben'), await app.as('dee')];
  const work = await placeTestWork(app, { chapters: [{}, {}] });
  const draft = await placeTestWork(app, { post: false });
  const members = await placeTestWork(app, { work: { restricted: true } });
  const page = await ben.get(`/works/${work}`);
  await report(ben, page.link('Report this chapter').split('=')[1] ?? '');
  const { userId } = await app.member('ada');
  await report(ben, `user:${userId}`);
  assert.equal((await caseAddresses(dee)).length, 2);
  for (const about of [`work:${draft}`, 'work:1', 'tag:1', 'work:', '']) {
    assert.equal((await ben.get(`/report?about=${about}`)).status, 404, about);
  }
  assert.equal((await app.guest().get(`/report?about=work:${members}`)).status, 404);
  const person = await app.guest().get('/users/ada/profile');
  assert.ok(person.link('Report this person').endsWith(String(userId)));
});

test('comments are reported by whoever reads them, and nobody judges their own', async (t) => {
  const app = await makeApp(t);
  const work = await placeTestWork(app);
  const say = async (name: 'dee' | 'eli', text: string) => {
    const speaker = { kind: 'member', member: await app.member(name), as: null } as const;
    const where = { work, chapter: null, parent: null };
    const posted = await postComment(app.parts, speaker, { ...where, text });
    return posted.ok ? posted.id : assert.fail('refused');
  };
  const [ben, dee] = [await app.as('ben'), await app.as('dee')];
  const rude = await say('eli', '<p>Go <b>away</b>.</p>');
  const page = await ben.get(`/comments/${rude}`);
  await report(ben, page.link('Report').split('=')[1] ?? '');
  await report(ben, `comment:${await say('dee', 'Hm.')}`);
  const seen = await dee.get(await onlyCase(dee));
  assert.match(seen.text, /Report about a comment: “Go away\.”/);
  assert.ok(seen.links.includes(`/comments/${rude}`));
});

test('a report says why; words that are too long stay in the form', async (t) => {
  const app = await makeApp(t);
  const work = await placeTestWork(app);
  const ben = await app.as('ben');
  const long = 'x'.repeat(reportCharactersMax + 1);
  const tries = [
    { reason: '', words: '' },
    { reason: 'nothing we know', words: 'x' },
    { reason: 'other', words: '  ' },
    { reason: 'spam', words: long },
  ];
  for (const wish of tries) {
    const answer = await report(ben, `work:${work}`, wish);
    assert.equal(answer.status, 422, wish.reason);
    assert.ok(answer.body.includes(wish.words.trim()));
  }
  assert.deepEqual(await caseAddresses(await app.as('dee')), []);
});

test('one address reports so much as a guest, and members are not held up', async (t) => {
  const app = await makeApp(t);
  const work = await placeTestWork(app);
  for (let times = 0; times < reportsOfAddress.most; times++) {
    assert.equal((await report(app.guest(), `work:${work}`)).status, 200);
  }
  const refused = await report(app.guest(), `work:${work}`);
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.response.headers.get('retry-after')) > 0);
  assert.equal((await report(await app.as('ben'), `work:${work}`)).status, 200);
});

test('the gravest reasons come first, and an admin alone sees no case', async (t) => {
  const app: TestApp = await makeApp(t);
  const [ben, dee] = [await app.as('ben'), await app.as('dee')];
  const works = [await placeTestWork(app), await placeTestWork(app), await placeTestWork(app)];
  for (const [at, work] of works.entries()) {
    app.clock.advance(1000);
    await report(ben, `work:${work}`, { reason: at === 1 ? 'minors' : 'labels', words: '' });
  }
  const list = await dee.get('/moderation/cases');
  assert.match(list.text, /closed\s*Urgent/i);
  const { visitor: flo, userId } = await addMember(app, 'flo', ['admin']);
  assert.equal((await flo.get('/moderation/cases')).status, 403);
  await giveRole(app.parts, { userId, role: 'moderator', actorId: null });
  assert.equal((await caseAddresses(flo)).length, 3);
});
