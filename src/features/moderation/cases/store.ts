// All SQL of reports and cases. A moderator never reads a case about themself: every read of
// cases takes who asks.
import type { ExpressionBuilder } from 'kysely';
import type { Milliseconds, Reader, Tables, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { casesOnPage, reportsShown } from './limits.ts';
import type {
  CaseEvidenceTable,
  CaseId,
  CaseNotesTable,
  CasePeopleTable,
  CasesTable,
  ReportsTable,
} from './schema.ts';

type Subject = { readonly kind: string; readonly id: number };

/** The open case about the subject, made if there is none. */
export async function openCase(
  transaction: Transaction,
  subject: Subject,
  fresh: { readonly id: CaseId; readonly at: Milliseconds },
): Promise<{ readonly id: CaseId; readonly isNew: boolean }> {
  const row: CasesTable = {
    id: fresh.id,
    subject_kind: subject.kind,
    subject_id: subject.id,
    state: 'new',
    taken_by: null,
    outcome: null,
    opened_at: fresh.at,
    changed_at: fresh.at,
  };
  const made = await transaction
    .insertInto('cases')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (made.length > 0) return { id: fresh.id, isNew: true };
  const open = await findOpenCase(transaction, subject);
  return { id: open ?? fresh.id, isNew: false };
}

export async function findOpenCase(
  reader: Reader | Transaction,
  subject: Subject,
): Promise<CaseId | null> {
  const row = await reader
    .selectFrom('cases')
    .select('id')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Also those who became its creators since. */
export async function addPeople(
  transaction: Transaction,
  id: CaseId,
  people: readonly UserId[],
): Promise<void> {
  const rows: CasePeopleTable[] = people.map((user) => ({ case_id: id, user_id: user }));
  if (rows.length === 0) return;
  await transaction
    .insertInto('case_people')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps what stands there, once; its number. */
export async function keepEvidence(
  transaction: Transaction,
  row: CaseEvidenceTable,
): Promise<number> {
  const known = await transaction
    .selectFrom('case_evidence')
    .select('id')
    .where('case_id', '=', row.case_id)
    .where('hash', '=', row.hash)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  await transaction.insertInto('case_evidence').values(row).execute();
  return row.id;
}

/** False when this member has said the same of it already. */
export async function addReport(transaction: Transaction, row: ReportsTable): Promise<boolean> {
  if (row.reporter_id !== null) {
    const same = await transaction
      .selectFrom('reports')
      .select('id')
      .where('case_id', '=', row.case_id)
      .where('reporter_id', '=', row.reporter_id)
      .where('reason', '=', row.reason)
      .where('words', '=', row.words)
      .executeTakeFirst();
    if (same !== undefined) return false;
  }
  await transaction.insertInto('reports').values(row).execute();
  return true;
}

/** The lock on a case, so that of two moderators at once the second sees what the first did. */
export async function lockCase(transaction: Transaction, id: CaseId): Promise<CasesTable | null> {
  await transaction
    .updateTable('cases')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .execute();
  const row = await transaction
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function updateCase(
  transaction: Transaction,
  id: CaseId,
  change: Partial<Pick<CasesTable, 'state' | 'taken_by' | 'outcome' | 'changed_at'>>,
): Promise<void> {
  await transaction.updateTable('cases').set(change).where('id', '=', id).execute();
}

/** Null for none, and for one that is about the asker. */
export async function findCase(
  reader: Reader | Transaction,
  asker: UserId,
  id: CaseId,
): Promise<CasesTable | null> {
  const row = await reader
    .selectFrom('cases')
    .selectAll()
    .where('cases.id', '=', id)
    .where(notAbout(asker))
    .executeTakeFirst();
  return row ?? null;
}

export type ListedCase = CasesTable & {
  readonly title: string;
  readonly reports: number;
  readonly reasons: readonly string[];
};

export type Which = 'open' | 'mine' | 'closed';

/** One page of them, the newest reported last, and how many there are. */
export async function listCases(
  reader: Reader,
  asker: UserId,
  which: Which,
  skipped: number,
): Promise<{ readonly cases: readonly ListedCase[]; readonly all: number }> {
  const asked = reader
    .selectFrom('cases')
    .where(notAbout(asker))
    .where((eb) => {
      if (which === 'closed') return eb('cases.state', '=', 'closed');
      const open = eb('cases.state', '<>', 'closed');
      return which === 'open' ? open : eb.and([open, eb('cases.taken_by', '=', asker)]);
    });
  const { all } = await asked
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow();
  const rows = await asked
    .selectAll('cases')
    .orderBy('cases.changed_at', which === 'closed' ? 'desc' : 'asc')
    .orderBy('cases.id')
    .offset(skipped)
    .limit(casesOnPage)
    .execute();
  return { cases: await withReports(reader, rows), all: Number(all) };
}

async function withReports(reader: Reader, rows: readonly CasesTable[]): Promise<ListedCase[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counts = await reader
    .selectFrom('reports')
    .select((eb) => ['case_id', 'reason', eb.fn.countAll<number>().as('count')])
    .where('case_id', 'in', ids)
    .groupBy(['case_id', 'reason'])
    .execute();
  const titles = await reader
    .selectFrom('case_evidence')
    .select(['case_id', 'title'])
    .where('case_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const its = counts.filter((one) => one.case_id === row.id);
    return {
      ...row,
      title: titles.findLast((one) => one.case_id === row.id)?.title ?? '',
      reports: its.reduce((sum, { count }) => sum + Number(count), 0),
      reasons: its.map(({ reason }) => reason),
    };
  });
}

export async function countNew(reader: Reader, asker: UserId): Promise<number> {
  const row = await reader
    .selectFrom('cases')
    .where(notAbout(asker))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('cases.state', '=', 'new')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Other cases about the same, the newest first. */
export async function listOthers(reader: Reader, asker: UserId, one: CasesTable) {
  return reader
    .selectFrom('cases')
    .selectAll()
    .where(notAbout(asker))
    .where('cases.subject_kind', '=', one.subject_kind)
    .where('cases.subject_id', '=', one.subject_id)
    .where('cases.id', '<>', one.id)
    .orderBy('cases.opened_at', 'desc')
    .limit(casesOnPage)
    .execute();
}

export type ShownReport = ReportsTable & { readonly login: string | null };

/** The newest first, with their reporters: for moderators alone. */
export async function listReports(reader: Reader, id: CaseId): Promise<ShownReport[]> {
  return reader
    .selectFrom('reports')
    .leftJoin('users', 'users.id', 'reports.reporter_id')
    .selectAll('reports')
    .select('users.login as login')
    .where('case_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('reports.id')
    .limit(reportsShown)
    .execute();
}

export async function countReports(reader: Reader, id: CaseId): Promise<number> {
  const row = await reader
    .selectFrom('reports')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('case_id', '=', id)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The newest first. */
export async function listEvidence(reader: Reader, id: CaseId): Promise<CaseEvidenceTable[]> {
  return reader
    .selectFrom('case_evidence')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute();
}

export async function listNotes(reader: Reader, id: CaseId): Promise<CaseNotesTable[]> {
  return reader
    .selectFrom('case_notes')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function insertNote(transaction: Transaction, row: CaseNotesTable): Promise<void> {
  await transaction.insertInto('case_notes').values(row).execute();
}

/** Members who reported it, each once. */
export async function listReporters(transaction: Transaction, id: CaseId): Promise<UserId[]> {
  const rows = await transaction
    .selectFrom('reports')
    .select('reporter_id')
    .distinct()
    .where('case_id', '=', id)
    .where('reporter_id', 'is not', null)
    .execute();
  return rows.flatMap((row) => row.reporter_id ?? []);
}

/** Moderators whom the case is not about. */
export async function listJudges(transaction: Transaction, id: CaseId): Promise<UserId[]> {
  const rows = await transaction
    .selectFrom('user_roles')
    .select('user_id')
    .where('role', '=', 'moderator')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('case_people')
            .select('case_id')
            .where('case_id', '=', id)
            .whereRef('case_people.user_id', '=', 'user_roles.user_id'),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.user_id);
}

/** What a member has reported, the newest first. */
export async function listOwnReports(reader: Reader, user: UserId) {
  return reader
    .selectFrom('reports')
    .innerJoin('cases', 'cases.id', 'reports.case_id')
    .select(['reports.at', 'reports.reason', 'reports.words', 'cases.id'])
    .select(['cases.subject_kind as kind', 'cases.outcome'])
    .where('reports.reporter_id', '=', user)
    .orderBy('reports.at', 'desc')
    .orderBy('reports.id')
    .limit(200)
    .execute();
}

/** What became of cases that a member has reported. */
export async function readAnswers(
  reader: Reader,
  user: UserId,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<number, { readonly kind: string; readonly outcome: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('cases')
    .innerJoin('reports', 'reports.case_id', 'cases.id')
    .select(['cases.id', 'cases.subject_kind as kind', 'cases.outcome'])
    .distinct()
    .where('reports.reporter_id', '=', user)
    .where('cases.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findLogin(reader: Reader, id: UserId): Promise<string | null> {
  const row = await reader
    .selectFrom('users')
    .select('login')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.login ?? null;
}

/** The condition that a case is not about the asker. */
function notAbout(asker: UserId) {
  return (eb: ExpressionBuilder<Tables, 'cases'>) =>
    eb.not(
      eb.exists(
        eb
          .selectFrom('case_people')
          .select('case_people.case_id')
          .whereRef('case_people.case_id', '=', 'cases.id')
          .where('case_people.user_id', '=', asker),
      ),
    );
}
