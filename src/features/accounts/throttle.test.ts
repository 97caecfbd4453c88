import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { minuteMs } from '../../kit/time/index.ts';
import { forgetTries, uncountTry } from './store/links.ts';
import { subscriberOf, takeTries, trySubject } from './throttle.ts';

const limit = { most: 3, windowMs: 15 * minuteMs };

eachDatabase((database) => {
  test('tries up to the limit go on, the next one waits for the window to end', async (t) => {
    const { parts, clock } = await makeApp(t, { database });
    const wanted = [{ subject: trySubject(parts, 'test', 'one'), limit }];
    for (let count = 0; count < 3; count++) {
      assert.equal(await takeTries(parts, wanted), null);
      clock.advance(minuteMs);
    }
    assert.equal(await takeTries(parts, wanted), 12 * 60);
    clock.advance(12 * minuteMs - 1);
    assert.equal(await takeTries(parts, wanted), 1);
    clock.advance(1);
    assert.equal(await takeTries(parts, wanted), null);
  });

  test('one subject over its limit holds up what is tried with it, not others', async (t) => {
    const { parts } = await makeApp(t, { database });
    const one = { subject: trySubject(parts, 'test', 'one'), limit };
    const two = { subject: trySubject(parts, 'test', 'two'), limit };
    for (let count = 0; count < 3; count++) await takeTries(parts, [one]);
    assert.equal(await takeTries(parts, [one, two]), 15 * 60);
    assert.equal(await takeTries(parts, [two]), null);
  });

  test('of many tries at once no more than the limit go on', async (t) => {
    const { parts } = await makeApp(t, { database });
    const wanted = [{ subject: trySubject(parts, 'test', 'one'), limit }];
    const waits = await Promise.all(Array.from({ length: 12 }, () => takeTries(parts, wanted)));
    assert.equal(waits.filter((wait) => wait === null).length, 3);
  });

  test('a try that was right is taken back, and all can be forgotten', async (t) => {
    const { parts } = await makeApp(t, { database });
    const subject = trySubject(parts, 'test', 'one');
    const wanted = [{ subject, limit }];
    for (let count = 0; count < 3; count++) await takeTries(parts, wanted);
    await parts.database.write((transaction) => uncountTry(transaction, subject));
    assert.equal(await takeTries(parts, wanted), null);
    assert.notEqual(await takeTries(parts, wanted), null);
    await parts.database.write((transaction) => forgetTries(transaction, subject));
    assert.equal(await takeTries(parts, wanted), null);
  });
});

describe('a subscriber', () => {
  test('is one IPv4 address, however it is written', () => {
    assert.equal(subscriberOf('192.0.2.7'), '192.0.2.7');
    assert.equal(subscriberOf('::ffff:192.0.2.7'), '192.0.2.7');
  });

  test('is the first 64 bits of an IPv6 address', () => {
    const home = subscriberOf('2001:db8:1:2:3:4:5:6');
    assert.equal(home, '2001:db8:1:2');
    assert.equal(subscriberOf('2001:0DB8:0001:0002::9'), home);
    assert.equal(subscriberOf('2001:db8:1:2::'), home);
    assert.equal(subscriberOf('fe80::1%eth0'), 'fe80:0:0:0');
    assert.equal(subscriberOf('::1'), '0:0:0:0');
    assert.notEqual(subscriberOf('2001:db8:1:3::9'), home);
  });
});
