// That whoever takes everything out gets everything: a table that leads to a person is in the
// takeout, or has a reason here.
import { test } from 'node:test';
import { ownedTables } from '../../src/owned.ts';
import { freshDatabase } from '../kit/database.ts';
import { personColumns } from './person-columns.ts';
import { hold } from './rule.ts';

const notTaken: Readonly<Record<string, string>> = {
  announced: 'what followers of a work were told of; nobody is named',
  announced_parts: 'what followers of its series were told of a work',
  case_evidence: 'what moderators keep of what was reported',
  case_notes: 'what moderators tell each other',
  case_people: 'whom moderators’ cases are about',
  cases: 'what moderators decide about; it leads to whoever took it',
  audit: 'what people with roles did, for moderators; it names others',
  held_works: 'what moderators have decided about works',
  undoings: 'what moderators undid of an account',
  undone_things: 'what moderators can bring back of that',
  person_notes: 'what moderators tell each other of a person',
  hold_rules: 'the rules of the archive',
  idempotent_answers: 'whether a program asked twice; forgotten after a day',
  one_time_links: 'hashes of links that work once',
  tellings: 'notices on their way, for some seconds',
  tag_act_tags: 'which tags an act was about: an index of tag_acts',
};

// What a work or a tag has does not become the person's by who first wrote its tag.
const notLeading = new Set(['tags']);

test('every table that leads to a person is in the takeout', async () => {
  const { database, close } = await freshDatabase('sqlite');
  const tables = await database.snapshot((snapshot) => snapshot.tables(new Set()));
  await close();
  const owned = new Set(ownedTables.map(({ table }) => table));
  const leading = new Set(['users', 'pseuds']);
  for (let before = -1; before !== leading.size; ) {
    before = leading.size;
    for (const { name, columns, references } of tables) {
      if (notLeading.has(name)) continue;
      const names = columns.some((column) => personColumns.has(column.name));
      if (names || references.some(({ table }) => leading.has(table))) leading.add(name);
    }
  }
  hold(
    {
      name: 'takeout-whole',
      rule: 'A table whose rows lead to a person is in src/owned.ts, or has a reason not to be.',
      reason: 'Everybody can leave with all that they own; what nobody lists stays behind.',
      remedy: 'Add it to owned.ts of its feature, or to the list in test/policy/takeout.test.ts.',
    },
    [
      ...[...leading]
        .filter((name) => !owned.has(name) && notTaken[name] === undefined)
        .map((name) => ({ file: name, found: 'is in no takeout' })),
      ...[...owned, ...Object.keys(notTaken)]
        .filter((name) => !leading.has(name))
        .map((name) => ({ file: name, found: 'is listed and leads to nobody' })),
    ],
  );
});
