// Rows that go with a person whose account is erased, besides what works, comments, bookmarks and
// kudos do of themselves. `test/policy/erasure.test.ts` holds it against the tables there are.
import type { ErasedRows } from './kit/sql/index.ts';

const person = { column: 'user_id' };

const rowsOf = (table: string, column = 'user_id'): ErasedRows => {
  return { table, by: { column }, fate: 'delete' };
};

const emptied = (table: string, column: string): ErasedRows => {
  return { table, by: { column }, fate: 'empty' };
};

function rowsBelow(
  table: string,
  column: string,
  within: { readonly table: string; readonly select: string },
): ErasedRows {
  return { table, by: { column, within: { ...within, by: person } }, fate: 'delete' };
}

/** In this order: rows that others refer to come after those. */
export const erasedRows: readonly ErasedRows[] = [
  rowsBelow('saved_filter_tags', 'filter_id', { table: 'saved_filters', select: 'id' }),
  rowsOf('default_filters'),
  rowsOf('saved_filters'),
  rowsOf('mutes'),
  rowsOf('mutes', 'person_id'),
  rowsOf('blocks', 'blocker_id'),
  rowsOf('blocks', 'blocked_id'),
  { ...rowsOf('follows', 'subject_id'), only: { column: 'kind', value: 'creator' } },
  rowsOf('follows'),
  rowsOf('tellings'),
  rowsOf('private_feeds'),
  rowsOf('notices'),
  rowsOf('notice_choices'),
  rowsOf('notice_mails'),
  rowsOf('push_devices'),
  rowsOf('readings'),
  rowsOf('visits'),
  rowsOf('history_choices'),
  rowsOf('announcement_dismissals'),
  rowsOf('shelves'),
  rowsOf('kin'),
  rowsOf('kin', 'kin_id'),
  rowsOf('policy_consents'),
  // Works that stay are without one then.
  rowsOf('skins'),
  rowsOf('desk_dismissals'),
  rowsOf('waiting_imports'),
  rowsOf('imports', 'owner_id'),
  rowsOf('wrangler_fandoms'),
  emptied('reports', 'reporter_id'),
  emptied('tags', 'created_by'),
  rowsBelow('idempotent_answers', 'token_id', { table: 'api_tokens', select: 'id' }),
  rowsOf('api_tokens'),
  rowsOf('sessions'),
  rowsOf('known_devices'),
  rowsOf('passkeys'),
  rowsOf('one_time_links'),
  rowsOf('second_steps'),
  rowsOf('recovery_codes'),
  rowsOf('user_roles'),
  rowsOf('bars'),
  rowsOf('person_notes'),
  rowsBelow('undone_things', 'undoing_id', { table: 'undoings', select: 'id' }),
  rowsOf('undoings'),
  rowsOf('invitations', 'used_by'),
  emptied('invitations', 'given_by'),
  rowsOf('invitation_shares'),
  rowsOf('disk_shares'),
  rowsOf('pseuds'),
];
