import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Ask } from '../../web/ask.ts';
import { callsPerWindow, createRateLimit } from './rate-limit.ts';

it('the addresses that one subscriber can choose from share a budget', () => {
  const limit = createRateLimit();
  const call = (clientAddress: string) => limit({ apiToken: null, clientAddress } as Ask, 0);
  for (let at = 0; at < callsPerWindow.guest; at += 1) {
    assert.equal(call(`2001:db8:0:1::${at.toString(16)}`).exceeded, false);
  }
  assert.equal(call('2001:db8:0:1::ffff').exceeded, true);
  assert.equal(call('2001:db8:0:2::1').exceeded, false);
});
