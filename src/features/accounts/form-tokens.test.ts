import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../kit/ids/index.ts';
import {
  formToken,
  isFormToken,
  isGuestSession,
  isSessionToken,
  newGuestSession,
} from './form-tokens.ts';

const secret = Buffer.from('secret of the archive');

test('a form token is good for its own session and no other', () => {
  const token = formToken(secret, 'one');
  assert.ok(isFormToken(secret, 'one', token));
  assert.ok(!isFormToken(secret, 'two', token));
  assert.ok(!isFormToken(Buffer.from('another secret'), 'one', token));
  for (const forged of ['', token.slice(1), `${token} `, token.toLowerCase()]) {
    assert.ok(!isFormToken(secret, 'one', forged));
  }
});

test('every token given to a session stays good', () => {
  assert.equal(formToken(secret, 'one'), formToken(secret, 'one'));
});

test('a guest’s session is told from a member’s by its form', () => {
  const session = newGuestSession(seededRandom('guests'));
  assert.ok(isGuestSession(session));
  assert.ok(!isSessionToken(session));
  assert.ok(!isGuestSession('g.short'));
  assert.ok(!isGuestSession(`${session}; x`));
  assert.ok(isSessionToken('A'.repeat(43)));
  assert.ok(!isGuestSession('A'.repeat(43)));
});
