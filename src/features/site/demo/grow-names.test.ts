import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseKey } from '../../../text/index.ts';
import { tagNameProblem } from '../../tags/index.ts';
import {
  characterName,
  creatorLogin,
  fandomName,
  freeformName,
  metafandomName,
  relationshipName,
} from './grow-names.ts';

const most = 20_000;
const numbered = { fandomName, metafandomName, characterName, freeformName };

for (const [name, nameOf] of Object.entries(numbered)) {
  test(`${name}: different numbers have different names, all of which a tag may have`, () => {
    const names = Array.from({ length: most }, (_, number) => nameOf(number));
    assert.equal(new Set(names.map(caseKey)).size, most);
    assert.deepEqual(
      names.filter((each) => tagNameProblem(each) !== null),
      [],
    );
  });
}

test('a pair has a name for each of its relationships', () => {
  const names = Array.from({ length: 20 }, (_, form) => relationshipName('A B', 'C D', form));
  assert.equal(new Set(names).size, 20);
  assert.deepEqual(names.slice(0, 2), ['A B/C D', 'A B & C D']);
});

test('no two creators share a log-in name, within a growth or between two', () => {
  const logins = [1, 2, 12].flatMap((growth) =>
    Array.from({ length: most }, (_, number) => creatorLogin(growth, number)),
  );
  assert.equal(new Set(logins).size, 3 * most);
  assert.ok(logins.every((login) => /^[a-z]{8}_[0-9]+$/.test(login)));
});
