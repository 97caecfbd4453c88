import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dayMonthYear,
  dayMs,
  fixedClock,
  hourMs,
  isoDate,
  isoTime,
  isTimeZone,
  localTime,
  momentOfLocal,
} from './index.ts';

const ninthOfMay = Date.UTC(2024, 4, 9, 23, 30);

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock(ninthOfMay);
  assert.equal(clock.now(), ninthOfMay);
  assert.equal(clock.now(), ninthOfMay);
  clock.advance(dayMs);
  assert.equal(clock.now(), ninthOfMay + 86_400_000);
});

test('a time of a zone is the moment when its clocks show it', () => {
  assert.equal(localTime(ninthOfMay, 'Europe/Paris'), '2024-05-10T01:30');
  assert.equal(momentOfLocal('2024-05-10T01:30', 'Europe/Paris'), ninthOfMay);
  assert.equal(momentOfLocal('2024-05-09T23:30'), ninthOfMay);
  assert.equal(momentOfLocal('2024-05-09T13:30', 'Pacific/Honolulu'), ninthOfMay);
  // The first of two in autumn; in spring, as if the clocks had not been moved.
  const autumn = momentOfLocal('2024-10-27T02:30', 'Europe/Paris');
  assert.equal(autumn, Date.UTC(2024, 9, 27, 0, 30));
  assert.equal(momentOfLocal('2024-03-31T02:30', 'Europe/Paris'), Date.UTC(2024, 2, 31, 1, 30));
  for (const wrong of ['', 'soon', '2024-02-30T10:00', '2024-05-09', '2024-05-09T25:00']) {
    assert.equal(momentOfLocal(wrong), null);
  }
});

test('a day and a time are written as RFC 3339 in UTC', () => {
  assert.equal(isoDate(ninthOfMay), '2024-05-09');
  assert.equal(isoTime(ninthOfMay), '2024-05-09T23:30:00.000Z');
  assert.equal(isoTime(Date.parse(isoTime(ninthOfMay + 7))), '2024-05-09T23:30:00.007Z');
  assert.equal(isoDate(Date.UTC(12024, 0, 2)), '+012024-01-02');
});

test('a day for people has two digits, a three-letter month and the year', () => {
  assert.equal(dayMonthYear(ninthOfMay), '09 May 2024');
  assert.equal(dayMonthYear(Date.UTC(2024, 8, 30)), '30 Sep 2024');
  assert.equal(dayMonthYear(Date.UTC(2023, 11, 31, 23, 59)), '31 Dec 2023');
});

test('a day for people follows the zone', () => {
  assert.equal(dayMonthYear(ninthOfMay, 'Asia/Tokyo'), '10 May 2024');
  assert.equal(dayMonthYear(ninthOfMay, 'America/New_York'), '09 May 2024');
  assert.equal(dayMonthYear(ninthOfMay - 23 * hourMs, 'America/New_York'), '08 May 2024');
});

test('a zone that does not exist is refused', () => {
  assert.equal(isTimeZone('Europe/Berlin'), true);
  assert.equal(isTimeZone('Nowhere/Land'), false);
  assert.throws(() => dayMonthYear(ninthOfMay, 'Nowhere/Land'), RangeError);
});
