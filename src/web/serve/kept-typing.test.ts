// What a form that is refused before anything looked at it leaves its writer with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { nothing } from '../../kit/html/index.ts';
import { Form } from '../../kit/http/index.ts';
import { keptTyping } from './kept-typing.ts';

test('whose session has ended is told so, and has all that they typed', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const form = await ada.get('/works/new');
  ada.cookies.delete('inkstead_session');
  const fields = {
    title: 'Ink',
    fandoms: 'Tidewater Chronicles',
    text: 'The lamp went out, “& then” nothing.',
    language: 'en',
    do: 'post',
  };
  const page = await ada.submit(form, '/works', fields);
  assert.equal(page.status, 403);
  assert.match(page.text, /not logged in any more/);
  const doors = page.markup.all('a').filter((link) => link.text === 'Log in');
  assert.ok(doors.length > 1, 'beside the sentence, too');
  const kept = page.markup.all('textarea').map((box) => box.text.trim());
  assert.deepEqual(kept, [fields.title, fields.fandoms, fields.text]);
});

test('what proves who somebody is does not come back', () => {
  const proofs = ['password', 'code', 'authenticity_token'];
  assert.equal(keptTyping(new Form(proofs.map((name) => [name, 'abcd-efgh']))), nothing);
});

test('an old form of somebody who is logged in says that it is old', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const form = await ada.get('/works/new');
  const page = await ada.submit(form, '/works', { title: 'Ink', authenticity_token: 'x' });
  assert.equal(page.status, 403);
  assert.match(page.text, /open for too long/);
});
