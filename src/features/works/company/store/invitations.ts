// SQL of those who are asked to be creators.
import type { Reader, Transaction } from '../../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../../shared/ids.ts';
import { areApart } from '../../../accounts/index.ts';
import type { CreatorInvitationsTable } from '../../schema.ts';

/** What somebody is asked, as they see it. */
export type Invitation = {
  readonly workId: WorkId;
  readonly title: string;
  readonly kind: 'join' | 'transfer';
  /** The log-in name of who asks. */
  readonly by: string;
};

/** Somebody who is asked, as the creators see it. */
export type Asked = {
  readonly userId: UserId;
  readonly login: string;
  readonly kind: 'join' | 'transfer';
  readonly by: string;
  readonly refused: boolean;
};

function selectOpen(reader: Reader, user: UserId) {
  return (
    reader
      .selectFrom('creator_invitations')
      .innerJoin('works', 'works.id', 'creator_invitations.work_id')
      .innerJoin('users as asker', 'asker.id', 'creator_invitations.invited_by')
      .where('creator_invitations.user_id', '=', user)
      .where('creator_invitations.refused_at', 'is', null)
      // Of a work that is hidden or deleted nothing is said, not even that there is a question.
      .where('works.deleted_at', 'is', null)
      .where('works.hidden', '=', 0)
      .where('works.creators_hidden', '=', 0)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('work_creators')
            .select('work_creators.work_id')
            .whereRef('work_creators.work_id', '=', 'works.id')
            .whereRef('work_creators.user_id', '=', 'creator_invitations.invited_by'),
        ),
      )
  );
}

/** The questions that wait for this person, newest first; none between two who are apart. */
export async function listInvitations(reader: Reader, user: UserId): Promise<Invitation[]> {
  const rows = await selectOpen(reader, user)
    .select(['works.id as workId', 'works.title', 'creator_invitations.kind', 'asker.login as by'])
    .select('invited_by')
    .orderBy('creator_invitations.invited_at', 'desc')
    .orderBy('works.id')
    .execute();
  const askers = [...new Set(rows.map((row) => row.invited_by))];
  const apart = new Set<UserId>();
  for (const asker of askers) if (await areApart(reader, user, [asker])) apart.add(asker);
  return rows.filter((row) => !apart.has(row.invited_by)).map(({ invited_by, ...asked }) => asked);
}

/** The one open question about a work to this person, if there is one to answer. */
export async function findInvitation(transaction: Transaction, work: WorkId, user: UserId) {
  const row = await selectOpen(transaction, user)
    .select(['creator_invitations.kind', 'creator_invitations.invited_by as by'])
    .where('works.id', '=', work)
    .executeTakeFirst();
  return row === undefined || (await areApart(transaction, user, [row.by])) ? null : row;
}

/** Everybody who was asked about a work, and has not become a creator. */
export async function listAsked(reader: Reader | Transaction, work: WorkId): Promise<Asked[]> {
  const rows = await reader
    .selectFrom('creator_invitations')
    .innerJoin('users', 'users.id', 'creator_invitations.user_id')
    .innerJoin('users as asker', 'asker.id', 'creator_invitations.invited_by')
    .select([
      'users.id as userId',
      'users.login',
      'kind',
      'asker.login as by',
      'creator_invitations.refused_at',
    ])
    .where('work_id', '=', work)
    .orderBy('users.login')
    .execute();
  return rows.map(({ refused_at, ...asked }) => ({ ...asked, refused: refused_at !== null }));
}

export async function putInvitation(
  transaction: Transaction,
  invitation: CreatorInvitationsTable,
): Promise<void> {
  await removeInvitation(transaction, invitation.work_id, invitation.user_id);
  await transaction.insertInto('creator_invitations').values(invitation).execute();
}

export async function removeInvitation(
  transaction: Transaction,
  work: WorkId,
  user: UserId,
): Promise<void> {
  await transaction
    .deleteFrom('creator_invitations')
    .where('work_id', '=', work)
    .where('user_id', '=', user)
    .execute();
}

export async function markRefused(
  transaction: Transaction,
  work: WorkId,
  user: UserId,
  at: number,
): Promise<void> {
  await transaction
    .updateTable('creator_invitations')
    .set({ refused_at: at })
    .where('work_id', '=', work)
    .where('user_id', '=', user)
    .execute();
}
