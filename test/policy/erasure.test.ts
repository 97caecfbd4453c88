// That nothing of a person is left behind when their account is erased: a column that names one is
// emptied, goes with something else of theirs, or has a reason here.
import { test } from 'node:test';
import { erasedRows } from '../../src/erased.ts';
import { freshDatabase } from '../kit/database.ts';
import { personColumns } from './person-columns.ts';
import { hold } from './rule.ts';

const goesOtherwise: Readonly<Record<string, string>> = {
  'autosaves.user_id': 'partWithWorks',
  'bookmarks.user_id': 'removeBookmarksOf',
  'comments.pseud_id': 'partWithComments',
  'comments.user_id': 'partWithComments',
  'creator_invitations.invited_by': 'partWithWorks',
  'creator_invitations.user_id': 'partWithWorks',
  'erasure_works.user_id': 'dropErasure',
  'erasures.user_id': 'dropErasure',
  'images.added_by': 'partWithWorks',
  'inbox.user_id': 'partWithComments',
  'kudos.user_id': 'forgetGiver',
  'revisions.made_by': 'partWithWorks',
  'series.created_by': 'partWithWorks',
  'series_creators.user_id': 'partWithWorks',
  'work_creators.pseud_id': 'partWithWorks',
  'work_creators.user_id': 'partWithWorks',
  'work_gifts.user_id': 'partWithWorks',
  'works.created_by': 'partWithWorks',
};

const stays: Readonly<Record<string, string>> = {
  'audit.actor_id': 'others must be able to follow what was decided',
  'case_notes.by_id': 'what moderators have told each other',
  'case_people.user_id': 'whom a case was about, so that what was decided can be followed',
  'cases.taken_by': 'which moderator looked into it',
  'held_works.decided_by': 'which moderator decided',
  'hold_rules.made_by': 'a rule of the archive',
  'kin.granted_by': 'which moderator decided',
  'imports.brought_by': 'that an archivist brought it in for somebody else, who still has it',
  'person_notes.by_id': 'what moderators have told each other',
  'ruling_people.user_id': 'about whom was decided',
  'rulings.by_id': 'which moderator decided',
  'tag_acts.by_id': 'the history of the tags that all share',
  'tag_notes.by_id': 'what wranglers have told each other',
  'undoings.by_id': 'which moderator decided',
  'unclaimed_authors.claimed_by': 'that the name is claimed, and nobody else’s',
  'unclaimed_authors.made_by': 'which archivist made it',
  'unclaimed_authors.user_id': 'nobody’s account, which holds works that wait to be claimed',
  'used_logins.user_id': 'a log-in name is never given twice',
};

test('every column that names a person is emptied when their account is erased', async () => {
  const { database, close } = await freshDatabase('sqlite');
  const tables = await database.snapshot((snapshot) => snapshot.tables(new Set()));
  await close();
  const naming = new Set<string>();
  for (const { name, columns, references } of tables) {
    const leads = references.filter(({ table }) => table === 'users' || table === 'pseuds');
    for (const column of leads.flatMap((lead) => lead.columns)) naming.add(`${name}.${column}`);
    for (const column of columns) {
      if (personColumns.has(column.name)) naming.add(`${name}.${column.name}`);
    }
  }
  const erased = new Set(erasedRows.map(({ table, by }) => `${table}.${by.column}`));
  const said = new Set([...erased, ...Object.keys(goesOtherwise), ...Object.keys(stays)]);
  const loose = erasedRows.filter(({ by, only }) => by.within !== undefined || only !== undefined);
  const notNaming = new Set(loose.map(({ table, by }) => `${table}.${by.column}`));
  hold(
    {
      name: 'erasure-whole',
      rule: 'A column that names a person is in src/erased.ts, or goes otherwise, or has a reason.',
      reason: 'Whoever deletes their account is told that nothing else of them is left.',
      remedy: 'Add its table to src/erased.ts, or to a list in test/policy/erasure.test.ts.',
    },
    [
      ...[...naming]
        .filter((column) => !said.has(column))
        .map((column) => ({ file: column, found: 'stays when its person goes' })),
      ...[...said]
        .filter((column) => !naming.has(column) && !notNaming.has(column))
        .map((column) => ({ file: column, found: 'is listed and names nobody' })),
    ],
  );
});
