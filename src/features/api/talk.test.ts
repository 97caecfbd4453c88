// Comments, kudos and subscriptions through the API.
import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { type DatabaseKind, eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { minuteMs } from '../../kit/time/index.ts';
import { block, createToken } from '../accounts/index.ts';
import { decideComment, writeRules } from '../comments/index.ts';

type Comment = {
  readonly id: number;
  readonly parent: number | null;
  readonly author: { readonly kind: string; readonly login?: string };
  readonly standing: string;
  readonly html?: string;
  readonly state: string;
  readonly createdAt: string | null;
};
type List = { readonly items: readonly Comment[]; readonly barred: string | null };
type Followed = {
  readonly id: number;
  readonly kind: string;
  readonly news: string;
  readonly name: string | null;
};

async function caller(app: TestApp, name: CastName | null, scopes = ['read', 'write']) {
  const userId = name === null ? null : (await app.member(name)).userId;
  const token = userId && (await createToken(app.parts, userId, scopes as ['read'], 'test'));
  return async (method: string, path: string, body?: unknown) => {
    const type = { 'content-type': 'application/json' };
    const headers = token === null ? type : { ...type, authorization: `Bearer ${token}` };
    const sent = body === undefined ? undefined : JSON.stringify(body);
    return app.guest().send(method, `/api/v1${path}`, sent, { headers, follow: false });
  };
}

/** A work of ada's, and who calls. */
async function posted(t: TestContext, database: DatabaseKind) {
  const app = await makeApp(t, { database });
  const { id } = await postWork(app, 'ada', { title: 'Tides' });
  const [ada, ben] = [await caller(app, 'ada'), await caller(app, 'ben')];
  return { app, id, ada, ben, guest: await caller(app, null) };
}

eachDatabase((database) => {
  it('comments are written, answered, listed in threads, changed and deleted', async (t) => {
    const { app, id, ada, ben, guest } = await posted(t, database);
    const at = `/works/${id}/comments`;
    const made = await ben('POST', at, { text: 'Lovely <script>x</script><b>tides</b>' });
    assert.equal(made.status, 201);
    const first = made.json<Comment>();
    assert.match(first.html ?? '', /<b>tides<\/b>/);
    assert.ok(!first.html?.includes('script'));
    assert.equal(made.response.headers.get('location')?.endsWith(`/comments/${first.id}`), true);
    const again = await ben('POST', at, { text: 'Lovely <script>x</script><b>tides</b>' });
    assert.equal(again.json<Comment>().id, first.id);
    app.clock.advance(minuteMs);
    const answer = (await ada('POST', at, { text: 'Thanks', parent: first.id })).json<Comment>();
    const listed = (await guest('GET', at)).json<List>();
    assert.deepEqual(
      listed.items.map((one) => [one.id, one.parent, one.author.login]),
      [
        [first.id, null, 'ben'],
        [answer.id, first.id, 'ada'],
      ],
    );
    // What somebody has answered stays as it is.
    assert.equal((await ben('PATCH', `/comments/${first.id}`, { text: 'No' })).status, 403);
    const changed = await ada('PATCH', `/comments/${answer.id}`, { text: 'Thank you' });
    assert.match(changed.json<Comment>().html ?? '', /Thank you/);
    assert.equal((await ben('PATCH', `/comments/${answer.id}`, { text: 'x' })).status, 403);
    assert.equal((await ben('DELETE', `/comments/${answer.id}`)).status, 403);
    assert.equal((await ben('DELETE', `/comments/${first.id}`)).status, 204);
    const [place] = (await guest('GET', at)).json<List>().items;
    assert.deepEqual(
      [place?.standing, place?.html, place?.createdAt],
      ['deleted', undefined, null],
    );
    assert.equal((await guest('POST', at, { text: 'x' })).status, 401);
    const reader = await caller(app, 'ben', ['read']);
    assert.equal((await reader('POST', at, { text: 'x' })).status, 403);
  });

  it('comments that wait, are hidden, or stand where one does not look are not told', async (t) => {
    const app = await makeApp(t, { database });
    const { id } = await postWork(app, 'ada', { title: 'Tides' });
    const secret = await postWork(app, 'ada', { title: 'Secret', restricted: true });
    const anonymous = await postWork(app, 'ada', { title: 'Masked', anonymous: true });
    const [ada, ben, guest] = [
      await caller(app, 'ada'),
      await caller(app, 'ben'),
      await caller(app, null),
    ];
    const say = async (call: typeof ada, work: number, words: string) =>
      (await call('POST', `/works/${work}/comments`, { text: words })).json<Comment>();
    const hidden = await say(ben, id, 'Rude');
    await decideComment(app.parts, await app.member('ada'), hidden.id as never, 'hide');
    const rules = { who: 'everyone', moderated: true } as const;
    await app.parts.database.write((transaction) => writeRules(transaction, [id], rules));
    const waiting = await say(ben, id, 'Waits');
    assert.equal(waiting.state, 'waiting');
    const there = (await ada('GET', `/works/${id}/comments`)).json<List>().items;
    assert.equal(there.length, 2);
    assert.deepEqual((await guest('GET', `/works/${id}/comments`)).json<List>().items, []);
    assert.equal((await guest('GET', `/comments/${waiting.id}`)).status, 404);
    assert.equal((await ben('GET', `/comments/${waiting.id}`)).status, 200);
    // To delete one tells no more of it than to read it.
    const eli = await caller(app, 'eli');
    assert.equal((await eli('DELETE', `/comments/${waiting.id}`)).status, 404);
    assert.equal((await eli('DELETE', `/comments/${hidden.id}`)).status, 404);
    assert.equal((await ben('DELETE', `/comments/${hidden.id}`)).status, 204);
    const kept = await say(ben, secret.id, 'Ours');
    assert.equal((await guest('GET', `/comments/${kept.id}`)).status, 404);
    assert.equal((await guest('GET', `/works/${secret.id}/comments`)).status, 401);
    const masked = await say(ada, anonymous.id, 'Mine');
    const [seen] = (await guest('GET', `/works/${anonymous.id}/comments`)).json<List>().items;
    assert.deepEqual([seen?.id, seen?.author], [masked.id, { kind: 'anonymous-creator' }]);
    const { userId } = await app.member('ben');
    await block(app.parts, await app.member('ada'), userId);
    const barred = await ben('POST', `/works/${id}/comments`, { text: 'Again' });
    assert.equal(barred.status, 403);
    assert.notEqual((await ben('GET', `/works/${id}/comments`)).json<List>().barred, null);
    assert.equal((await ben('PUT', `/works/${id}/kudos`)).status, 403);
  });

  it('kudos are left once, taken back, and not given to oneself', async (t) => {
    const { id, ada, ben, guest } = await posted(t, database);
    const at = `/works/${id}/kudos`;
    for (const _ of [1, 2]) {
      const left = await ben('PUT', at);
      assert.deepEqual(left.json(), { names: ['ben'], more: 0, guests: 0, mine: true });
    }
    assert.equal((await ada('PUT', at)).status, 403);
    assert.equal((await guest('PUT', at)).status, 401);
    assert.equal((await guest('GET', at)).json<{ mine: boolean }>().mine, false);
    assert.equal((await ben('DELETE', at)).status, 204);
    assert.deepEqual((await guest('GET', at)).json<{ names: string[] }>().names, []);
    assert.equal((await ben('DELETE', '/works/17/kudos')).status, 404);
  });

  it('subscriptions are made, chosen between, listed and ended', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Tides' });
    const draft = await postWork(app, 'ada', { title: 'Draft', post: false });
    const { userId } = await app.member('ada');
    const ben = await caller(app, 'ben');
    const at = '/subscriptions';
    await ben('PUT', at, { kind: 'work', subject: work.id });
    const made = await ben('PUT', at, { kind: 'creator', subject: userId });
    assert.equal(made.json<Followed>().news, 'works-and-chapters');
    const only = { kind: 'creator', subject: userId, news: 'works' };
    assert.equal((await ben('PUT', at, only)).json<Followed>().news, 'works');
    const listed = (await ben('GET', at)).json<{ items: Followed[]; total: number }>();
    assert.equal(listed.total, 2);
    assert.deepEqual(listed.items.map(({ name }) => name).sort(), ['Tides', 'ada']);
    assert.equal((await ben('GET', `${at}?kind=work`)).json<{ total: number }>().total, 1);
    assert.equal((await ben('PUT', at, { kind: 'work', subject: draft.id })).status, 404);
    assert.equal((await ben('PUT', at, { kind: 'planet', subject: 1 })).status, 422);
    const mine = `${at}/${made.json<Followed>().id}`;
    assert.equal((await (await caller(app, 'eli'))('DELETE', mine)).status, 404);
    assert.equal((await ben('DELETE', mine)).status, 204);
    assert.equal((await ben('GET', at)).json<{ total: number }>().total, 1);
  });
});
