// SQL of what moderators note of people. For moderators alone: the routes see to it.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { notesShown } from '../limits.ts';
import type { PersonNotesTable } from './schema.ts';

export type PersonNote = PersonNotesTable & { readonly login: string };

/** The newest first, with who wrote them. */
export async function listPersonNotes(reader: Reader, user: UserId): Promise<PersonNote[]> {
  return reader
    .selectFrom('person_notes')
    .innerJoin('users', 'users.id', 'person_notes.by_id')
    .selectAll('person_notes')
    .select('users.login')
    .where('person_notes.user_id', '=', user)
    .orderBy('person_notes.at', 'desc')
    .orderBy('person_notes.id', 'desc')
    .limit(notesShown)
    .execute();
}

export async function insertPersonNote(
  transaction: Transaction,
  row: PersonNotesTable,
): Promise<void> {
  await transaction.insertInto('person_notes').values(row).execute();
}
