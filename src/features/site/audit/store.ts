// SQL of the audit's page.
import type { ExpressionBuilder } from 'kysely';
import type { Milliseconds, Reader, Tables } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';

export type AuditWish = {
  /** Null: whoever; 'operator': commands. */
  readonly who: UserId | 'operator' | null;
  readonly act: string | null;
  readonly kind: string | null;
  readonly subject: number | null;
  readonly from: Milliseconds | null;
  /** Not included. */
  readonly to: Milliseconds | null;
  /** The row after which to go on. */
  readonly after: { readonly at: Milliseconds; readonly id: number } | null;
};

export type AuditRow = {
  readonly id: number;
  readonly at: Milliseconds;
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: number;
  readonly reason: string;
  readonly detail: string;
  /** Null: a command, or somebody who is gone. */
  readonly actor: string | null;
  readonly actor_id: UserId | null;
  /** The log-in name of a person it is about. */
  readonly person: string | null;
};

/** The newest first. Nothing that is about the viewer: nobody reads what others say of them. */
export function listAuditRows(
  reader: Reader,
  viewer: UserId,
  wish: AuditWish,
  most: number,
): Promise<AuditRow[]> {
  const { who, act, kind, subject, from, to, after } = wish;
  let query = reader
    .selectFrom('audit')
    .leftJoin('users as actors', 'actors.id', 'audit.actor_id')
    .leftJoin('users as people', (join) =>
      join.onRef('people.id', '=', 'audit.subject_id' as never).on('subject_kind', '=', 'user'),
    )
    .select([
      'audit.id',
      'audit.at',
      'audit.act',
      'audit.subject_kind',
      'audit.subject_id',
      'audit.reason',
      'audit.detail',
      'audit.actor_id',
      'actors.login as actor',
      'people.login as person',
    ])
    .where((eb) => eb.not(isAbout(eb as never, viewer) as never));
  if (who === 'operator') query = query.where('audit.actor_id', 'is', null);
  else if (who !== null) query = query.where('audit.actor_id', '=', who);
  if (act !== null) query = query.where('audit.act', '=', act);
  if (kind !== null) query = query.where('audit.subject_kind', '=', kind);
  if (subject !== null) query = query.where('audit.subject_id', '=', subject);
  if (from !== null) query = query.where('audit.at', '>=', from);
  if (to !== null) query = query.where('audit.at', '<', to);
  if (after !== null) {
    query = query.where((eb) =>
      eb.or([
        eb('audit.at', '<', after.at),
        eb.and([eb('audit.at', '=', after.at), eb('audit.id', '<', after.id)]),
      ]),
    );
  }
  return query.orderBy('audit.at', 'desc').orderBy('audit.id', 'desc').limit(most).execute();
}

function isAbout(eb: ExpressionBuilder<Tables, 'audit'>, viewer: UserId) {
  const works = eb
    .selectFrom('work_creators')
    .select('work_creators.work_id')
    .whereRef('work_creators.work_id', '=', 'audit.subject_id' as never)
    .where('work_creators.user_id', '=', viewer);
  const cases = eb
    .selectFrom('case_people')
    .select('case_people.case_id')
    .whereRef('case_people.case_id', '=', 'audit.subject_id' as never)
    .where('case_people.user_id', '=', viewer);
  const isKind = (kind: string) => eb('audit.subject_kind', '=', kind);
  return eb.or([
    eb.and([isKind('user'), eb('audit.subject_id', '=', viewer)]),
    eb.and([isKind('work'), eb.exists(works)]),
    eb.and([isKind('case'), eb.exists(cases)]),
  ]);
}

/** What acts and kinds of subject there are, in order. */
export async function listAuditWords(
  reader: Reader,
): Promise<{ readonly acts: string[]; readonly kinds: string[] }> {
  const rows = await reader
    .selectFrom('audit')
    .select(['act', 'subject_kind'])
    .distinct()
    .execute();
  return {
    acts: [...new Set(rows.map(({ act }) => act))].sort(),
    kinds: [...new Set(rows.map(({ subject_kind }) => subject_kind))].sort(),
  };
}

/** By log-in name, as it is typed. */
export async function findActor(reader: Reader, login: string): Promise<UserId | null> {
  const row = await reader
    .selectFrom('users')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['login']), '=', login.toLowerCase()))
    .executeTakeFirst();
  return row?.id ?? null;
}
