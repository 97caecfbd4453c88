// Who floods, covers or hides in comments.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guestsOfAddress, guestsOnWork } from '../../src/features/comments/limits.ts';
import type { WorkId } from '../../src/shared/ids.ts';
import { makeApp, type TestApp } from '../kit/app.ts';
import { guestWords, rules } from '../kit/comments.ts';
import type { Visit, Visitor } from '../kit/visitor.ts';
import { placeTestWork } from '../kit/works.ts';
import { counting, logOf } from './bad-people.ts';
import { formTokenOf } from './scene.ts';

async function flood(
  app: TestApp,
  work: WorkId,
  count: number,
  addressOf: (at: number) => string,
): Promise<number[]> {
  const visitor = app.guest();
  const authenticity_token = await formTokenOf(visitor);
  const statuses: number[] = [];
  for (let at = 0; at < count; at++) {
    const fields = {
      authenticity_token,
      ...guestWords,
      'comment[text]': `A kind word, the ${at} of many.`,
    };
    const headers = { 'x-forwarded-for': addressOf(at) };
    const options = { headers, follow: false };
    const { status, response } = await visitor.post(`/works/${work}/comments`, fields, options);
    if (status === 429) assert.ok(Number(response.headers.get('retry-after')) > 0);
    statuses.push(status);
  }
  return statuses;
}

const taken = (statuses: readonly number[]) => statuses.filter((status) => status === 303).length;

test('of 1,000 comments of guests in a minute few are taken, the rest wait', async (t) => {
  const tried = counting(t);
  const app = await makeApp(t, { env: { INKSTEAD_PROXY: '127.0.0.1' } });
  const [one, two] = [await placeTestWork(app), await placeTestWork(app)];
  for (const work of [one, two]) await rules(app, work, 'everyone');
  const fromOne = await flood(app, one, 500, () => '203.0.113.7');
  assert.equal(taken(fromOne), guestsOfAddress.most);
  assert.ok(fromOne.every((status) => status === 303 || status === 429));
  const fromMany = await flood(app, two, 500, (at) => `198.51.${at % 250}.${Math.floor(at / 250)}`);
  assert.equal(taken(fromMany), guestsOnWork.most);
  assert.ok(fromMany.every((status) => status === 303 || status === 429));
  tried(1000);
  assert.ok(!logOf(app).includes('203.0.113.7') && !logOf(app).includes('A kind word'));
  // Whoever comes by another way reads on, and a member writes.
  const ben = await app.as('ben');
  const fields = { authenticity_token: await formTokenOf(ben), 'comment[text]': 'Still here.' };
  const said = await ben.post(`/works/${two}/comments`, fields, { follow: false });
  assert.equal(said.status, 303);
});

async function say(who: Visitor, work: WorkId, text: string): Promise<Visit> {
  const authenticity_token = await formTokenOf(who);
  return who.post(`/works/${work}/comments`, { authenticity_token, 'comment[text]': text });
}

test('marks that cover the page, and what is not seen, are refused in words', async (t) => {
  const tried = counting(t);
  const app = await makeApp(t);
  const work = await placeTestWork(app);
  const ben = await app.as('ben');
  const texts = {
    'ten thousand marks': `a${'\u0301'.repeat(9_999)}`,
    'marks of several kinds': `a${'\u0300\u0489\u20dd'.repeat(3_000)}`,
    'marks written as entities': `a${'&#x301;'.repeat(5_000)}`,
    'marks on every letter': `${`a${'\u0301'.repeat(12)}`.repeat(700)}`,
    'nothing but spaces': '\u2003'.repeat(5_000),
    'nothing that is seen': '\u200b'.repeat(5_000),
    'too many letters': 'a'.repeat(10_001),
    'deep markup': `${'<b>'.repeat(20_000)}x`,
  };
  for (const [what, text] of Object.entries(texts)) {
    const refused = await say(ben, work, text);
    assert.equal(refused.status, 422, what);
    assert.ok(
      refused.markup.find((one) => one.id === 'problems'),
      what,
    );
    tried();
  }
  const rows = await app.parts.database.read.selectFrom('comments').selectAll().execute();
  assert.deepEqual(rows, []);
  for (const text of ['Việt Nam, tiếng Việt', 'שָׁלוֹם עֲלֵיכֶם', 'नमस्ते', 'Z͑ͫ̓ͪ a little']) {
    assert.equal((await say(ben, work, text)).status, 200, text);
    tried();
  }
});
