// Undoing invitations of an account: those that nobody has used open no account any more.
import type { Undoer } from '../../../shared/undoing.ts';
import { endInvitation, givenBy, reopenInvitation } from './store.ts';

/** Invitations that an account gave. */
export const invitationsUndoer: Undoer = {
  kind: 'invitations',
  async count(reader, span) {
    const query = givenBy(reader, span).select((eb) => eb.fn.countAll<number>().as('count'));
    return Number((await query.executeTakeFirstOrThrow()).count);
  },
  async list(reader, span, below, most) {
    const rows = await givenBy(reader, span)
      .select('id')
      .where('id', '<', below)
      .orderBy('id', 'desc')
      .limit(most)
      .execute();
    return rows.map(({ id }) => id);
  },
  async undo({ transaction }, thing) {
    const expired = await endInvitation(transaction, thing);
    return expired === null ? null : String(expired);
  },
  async restore({ transaction }, thing, kept) {
    await reopenInvitation(transaction, thing, Number(kept));
  },
};
