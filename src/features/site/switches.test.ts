// The switches, as those meet them who are shut out and those who turn them.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { writeRules } from '../comments/index.ts';

async function turn(app: TestApp, fields: Record<string, string>) {
  const dee = await app.as('dee');
  const page = await dee.get('/moderation/switches');
  return dee.submit(page, '/moderation/switches', fields);
}

eachDatabase((database) => {
  it('guests cannot comment while that is off, and read again once it is on', async (test) => {
    const app = await makeApp(test, { database });
    const work = await placeTestWork(app);
    await app.parts.database.write((transaction) =>
      writeRules(transaction, [work], { who: 'everyone', moderated: false }),
    );
    const address = `/works/${work}/comments`;
    const form = await app.guest().get(`${address}`);
    assert.match(form.body, /name="comment\[name\]"/);
    await turn(app, { guest_comments: '0' });
    const guest = app.guest();
    const barred = await guest.get(address);
    assert.match(barred.text, /only members comment in this archive/);
    assert.doesNotMatch(barred.body, /name="comment\[name\]"/);
    const member = await (await app.as('ben')).get(address);
    assert.match(member.body, /name="comment\[text\]"/);
  });

  it('what a switch was is in the audit with who turned it', async (test) => {
    const app = await makeApp(test, { database });
    await turn(app, { read_only: '1' });
    const rows = await app.parts.database.read
      .selectFrom('audit')
      .select(['actor_id', 'act', 'detail'])
      .where('subject_kind', '=', 'site')
      .execute();
    const { userId } = await app.member('dee');
    const turned = rows.find(({ detail }) => detail.includes('read-only'));
    assert.equal(turned?.actor_id, userId);
    assert.equal(turned?.detail, '{"setting":"read-only","from":null,"to":"yes"}');
  });

  it('an adult work is for members at once in every process', async (test) => {
    const app = await makeApp(test, { database });
    const work = await placeTestWork(app, { tags: { rating: ['Explicit'] } });
    await placeTestWork(app, { work: { title: 'Plain' } });
    const other = await app.another();
    const total = async (fetch: typeof app.app.fetch) => {
      const answer = await fetch(new Request('http://127.0.0.1:4700/api/v1/works'));
      return ((await answer.json()) as { total: number }).total;
    };
    assert.deepEqual([await total(app.app.fetch), await total(other.fetch)], [2, 2]);
    await turn(app, { members_adult: '1' });
    assert.deepEqual([await total(app.app.fetch), await total(other.fetch)], [1, 1]);
    assert.match((await app.guest().get(`/works/${work}`)).text, /only available to registered/);
    assert.equal((await app.guest().get(`/api/v1/works/${work}`)).status, 401);
    await turn(app, { members_adult: '0' });
    assert.deepEqual([await total(app.app.fetch), await total(other.fetch)], [2, 2]);
    await other.close();
  });
});
