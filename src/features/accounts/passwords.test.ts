// Which new passwords are refused, and that none is refused for want of digits or signs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { isGuessedFirst } from './guessed-first.ts';
import { passwordProblem } from './passwords.ts';

const good = [
  'seven purple kettles',
  'a lamp in the long harbour',
  'correcthorsebatterystaple',
  'kx7 mull vane 19',
  'чайник на маяке',
  '灯台の下で猫が待つ夜明け',
  '😀🫖🌊🕯🦉🐚🌙🍞🧶🪁',
  'sunshine over 2,024 roofs',
];

test('passwords that are tried first are refused, however they are dressed up', async () => {
  const common = [
    'qwertyuiop',
    '1234567890',
    'password123',
    'PASSWORD123',
    'Sunshine2024!',
    '!!dragon1990',
    'p@ssw0rd2024',
    'poiuytrewq',
    'dragondragon',
    'monkeymonkeymonkey',
    '1212121212',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    'zyxwvutsrqpo',
    '12345678901234',
    '９８７６５４３２１０',
    'x'.repeat(1000),
  ];
  for (const word of common) assert.equal(await isGuessedFirst(word), true, word);
  for (const word of good) assert.equal(await isGuessedFirst(word), false, word);
});

test('names that everybody can read do not count', async (t) => {
  const app = await makeApp(t, { env: { INKSTEAD_URL: 'https://harbour.example' } });
  const { parts } = app;
  await parts.database.write(async (transaction) => {
    const name = { name: 'name', value: 'The Low Lights', changed_at: 1 };
    await transaction.insertInto('site_settings').values(name).execute();
  });
  const owner = { login: 'marina_k', email: 'm.kettle@example.org' };
  const refused = [
    'marina_k12',
    'Marina_K marina_k',
    'm.kettle@example.org1',
    'm.kettle1990',
    'thelowlights1',
    'The Low Lights 2026',
    'harbour.example9',
    'inkstead2026!',
  ];
  for (const word of refused) {
    assert.match((await passwordProblem(parts, word, owner)) ?? '', /do not count/, word);
  }
  for (const word of [...good, 'marina_k and nine kettles', 'low lights on the sea']) {
    assert.equal(await passwordProblem(parts, word, owner), null, word);
  }
  // Too short a name to be taken out of words.
  const ada = { login: 'ada', email: null };
  assert.equal(await passwordProblem(parts, 'canadian geese', ada), null);
});
