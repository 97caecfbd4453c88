// Undoing invitations of an account: those that nobody has used open no account any more.
import { foundBy, type Undoer } from '../../../shared/undoing.ts';
import { endInvitation, givenBy, reopenInvitation } from './store.ts';

/** Invitations that an account gave. */
export const invitationsUndoer: Undoer = {
  kind: 'invitations',
  ...foundBy((reader, span) => givenBy(reader, span).select('id')),
  async undo({ transaction }, thing) {
    const expired = await endInvitation(transaction, thing);
    return expired === null ? null : String(expired);
  },
  async restore({ transaction }, thing, kept) {
    await reopenInvitation(transaction, thing, Number(kept));
  },
};
