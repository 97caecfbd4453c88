import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeOf, tokenOf } from './answers.ts';

const problemType = 'application/problem+json; charset=utf-8';
const answer = (status: number, words = '', type = 'application/json') =>
  new Response(words === '' ? null : words, { status, headers: { 'content-type': type } });

test('the archive says in its own words why it does not take something', async () => {
  const refused = async (words: string, type: string) => outcomeOf(answer(403, words, type));
  const script = await refused('{"sentence":"Not this work."}', 'application/json');
  assert.deepEqual(script, { refused: 'Not this work.' });
  const problem = await refused('{"title":"Not allowed","detail":"Kept away."}', problemType);
  assert.deepEqual(problem, { refused: 'Kept away.' });
  assert.deepEqual(await refused('{"title":"No"}', problemType), { refused: 'No' });
  assert.deepEqual(await refused('<h1>Blocked</h1>', 'text/html'), { refused: '403' });
  assert.equal(await outcomeOf(answer(204)), 'done');
});

test('what the archive could not judge is sent again', async () => {
  for (const status of [401, 408, 429, 500, 503]) {
    assert.equal(await outcomeOf(answer(status, '{"sentence":"Wait."}')), 'later', `${status}`);
  }
  const old = '{"type":"form-too-old","title":"Not allowed","detail":"Send it again."}';
  assert.equal(await outcomeOf(answer(403, old, problemType)), 'later');
});

test('an answer that is cut off is no answer, and no token is none', async () => {
  await assert.rejects(outcomeOf(answer(403, '{"sentence":"Not th')));
  await assert.rejects(outcomeOf(answer(403)));
  assert.equal(await tokenOf(answer(200, '{"token":"abc"}')), 'abc');
  await assert.rejects(tokenOf(answer(200, '{"token":""}')));
  await assert.rejects(tokenOf(answer(503, '{"token":"abc"}')));
});
