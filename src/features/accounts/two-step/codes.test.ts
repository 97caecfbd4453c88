import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '../../../kit/ids/index.ts';
import {
  base32,
  codeOf,
  makeRecoveryCodes,
  matchStep,
  otpAddress,
  stepAt,
  tidyCode,
  tidyRecoveryCode,
} from './codes.ts';

const seed = Buffer.from('12345678901234567890');

test('codes are those of the appendices of RFC 4226 and RFC 6238', () => {
  const counted = ['755224', '287082', '359152', '969429', '338314', '254676', '287922'];
  counted.forEach((code, counter) => {
    assert.equal(codeOf(seed, counter), code);
  });
  const timed = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ] as const;
  for (const [seconds, code] of timed) assert.equal(codeOf(seed, stepAt(seconds * 1000)), code);
});

test('a code counts half a minute early and late, and never at or before the last taken', () => {
  const now = 1_000_000_000_000;
  const present = stepAt(now);
  for (const near of [-1, 0, 1]) {
    assert.equal(matchStep(seed, codeOf(seed, present + near), now, 0), present + near);
  }
  for (const far of [-2, 2])
    assert.equal(matchStep(seed, codeOf(seed, present + far), now, 0), null);
  assert.equal(matchStep(seed, codeOf(seed, present), now, present), null);
  assert.equal(matchStep(seed, codeOf(seed, present - 1), now, present), null);
  assert.equal(matchStep(seed, codeOf(seed, present + 1), now, present), present + 1);
});

test('what is no code is none', () => {
  assert.equal(tidyCode(' 123 456\n'), '123456');
  for (const wrong of ['', '12345', '1234567', '12345a', '١٢٣٤٥٦', '-12345']) {
    assert.equal(tidyCode(wrong), null, wrong);
  }
});

test('an app is told the secret as base32, the archive and the account', () => {
  assert.equal(base32(Buffer.from('foobar')), 'MZXW6YTBOI');
  assert.equal(
    otpAddress(seed, 'Harbour: Lights', 'ada'),
    'otpauth://totp/Harbour%20%20Lights:ada' +
      '?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Harbour%20%20Lights',
  );
});

test('recovery codes differ, and are read with slips of eye and hand', () => {
  const codes = makeRecoveryCodes(systemRandom);
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) assert.match(code, /^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
  assert.equal(tidyRecoveryCode(' ABCD efgh-0jk1 2348 '), 'abcdefghojkl234b');
  for (const wrong of ['', '123456', 'abcd-efgh-ijkl-mno', 'abcd-efgh-ijkl-mno9']) {
    assert.equal(tidyRecoveryCode(wrong), null, wrong);
  }
});
