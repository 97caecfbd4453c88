// What is told of comments: notices, and the inbox.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { answer, cast, decide, idOf, push, rules, say } from '../../../test/kit/comments.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { setWorkHidden } from '../works/index.ts';

eachDatabase((database) => {
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
});
