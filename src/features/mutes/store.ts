// All SQL of mutes. Every read is of the person who muted.
import type { Reader, Transaction } from '../../kit/sql/index.ts';
import type { PseudId, TagId, UserId, WorkId } from '../../shared/ids.ts';
import type { Member } from '../../shared/viewer.ts';
import type { Mute, MuteId, MuteSubject } from './mute.ts';
import { subjectKey } from './mute.ts';
import type { MutesTable } from './schema.ts';

/** Everything that the person has muted, in the order in which they did. */
export async function listMutes(reader: Reader | Transaction, user: UserId): Promise<Mute[]> {
  const rows = await reader
    .selectFrom('mutes')
    .leftJoin('tags as tag', 'tag.id', 'mutes.tag_id')
    .leftJoin('tags as within', 'within.id', 'mutes.within_id')
    .leftJoin('users as person', 'person.id', 'mutes.person_id')
    .leftJoin('languages', 'languages.tag', 'mutes.language')
    .selectAll('mutes')
    .select(['tag.name as tagName', 'within.name as withinName', 'person.login'])
    .select('languages.name as languageName')
    .where('mutes.user_id', '=', user)
    .orderBy('mutes.created_at')
    .orderBy('mutes.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subject: subjectOf(row),
    name: row.tagName ?? row.login ?? row.languageName ?? '',
    withinName: row.withinName ?? '',
  }));
}

/** The people whom a member has muted: also what they say is kept from them. */
export async function listMutedPeople(
  reader: Reader,
  member: Pick<Member, 'userId'>,
): Promise<ReadonlySet<UserId>> {
  const rows = await reader
    .selectFrom('mutes')
    .select('person_id')
    .where('user_id', '=', member.userId)
    .where('kind', '=', 'person')
    .execute();
  return new Set(rows.flatMap(({ person_id }) => person_id ?? []));
}

/** The pseuds of people, by person. */
export async function listPseudsOf(
  reader: Reader,
  people: readonly UserId[],
): Promise<ReadonlyMap<UserId, readonly PseudId[]>> {
  if (people.length === 0) return new Map();
  const rows = await reader
    .selectFrom('pseuds')
    .select(['id', 'user_id'])
    .where('user_id', 'in', people)
    .orderBy('id')
    .execute();
  const pseuds = new Map<UserId, PseudId[]>();
  for (const { id, user_id } of rows) pseuds.set(user_id, [...(pseuds.get(user_id) ?? []), id]);
  return pseuds;
}

/** Keeps a mute; one that is there already stays as it is. */
export async function insertMute(
  transaction: Transaction,
  mute: { readonly id: MuteId; readonly user: UserId; readonly at: number },
  subject: MuteSubject,
): Promise<void> {
  await transaction
    .insertInto('mutes')
    .values({
      id: mute.id,
      user_id: mute.user,
      kind: subject.kind,
      subject: subjectKey(subject),
      ...emptyColumns,
      ...columnsOf(subject),
      created_at: mute.at,
    })
    .onConflict((conflict) => conflict.columns(['user_id', 'subject']).doNothing())
    .execute();
}

/** False if the person has no such mute. */
export async function deleteMute(
  transaction: Transaction,
  user: UserId,
  id: MuteId,
): Promise<boolean> {
  const gone = await transaction
    .deleteFrom('mutes')
    .where('user_id', '=', user)
    .where('id', '=', id)
    .returning('id')
    .execute();
  return gone.length > 0;
}

type SubjectColumns = Pick<
  MutesTable,
  | 'tag_id'
  | 'within_id'
  | 'person_id'
  | 'work_id'
  | 'phrase'
  | 'language'
  | 'words_min'
  | 'words_max'
>;

const emptyColumns: SubjectColumns = {
  tag_id: null,
  within_id: null,
  person_id: null,
  work_id: null,
  phrase: null,
  language: null,
  words_min: null,
  words_max: null,
};

function columnsOf(subject: MuteSubject): Partial<SubjectColumns> {
  switch (subject.kind) {
    case 'tag':
      return { tag_id: subject.tag, within_id: subject.within };
    case 'person':
      return { person_id: subject.person };
    case 'work':
      return { work_id: subject.work };
    case 'phrase':
      return { phrase: subject.phrase };
    case 'language':
      return { language: subject.language };
    case 'words':
      return { words_min: subject.min, words_max: subject.max };
  }
}

function subjectOf(row: SubjectColumns & Pick<MutesTable, 'kind'>): MuteSubject {
  switch (row.kind) {
    case 'tag':
      return { kind: 'tag', tag: row.tag_id as TagId, within: row.within_id };
    case 'person':
      return { kind: 'person', person: row.person_id as UserId };
    case 'work':
      return { kind: 'work', work: row.work_id as WorkId };
    case 'phrase':
      return { kind: 'phrase', phrase: row.phrase ?? '' };
    case 'language':
      return { kind: 'language', language: row.language ?? '' };
    case 'words':
      return { kind: 'words', min: row.words_min, max: row.words_max };
  }
}

/** Nobody mutes a work that is removed. */
export async function deleteMutesOfWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('mutes').where('work_id', '=', work).execute();
}
