// The notice that somebody is asked to be a creator.
import type { Parts } from '../../../shared/parts.ts';
import type { NoticeKind, NoticeSort } from '../../notices/index.ts';
import { invitationsUrl } from '../urls.ts';
import { text } from './messages.ts';
import { listInvitations } from './store/invitations.ts';

export const creatorInvitation: NoticeSort = { name: 'creator-invitation', standard: 'here' };

/** Somebody asks to share a work or offers one: about the work, while the question waits. */
export function invitationNotices(parts: Parts): NoticeKind {
  return {
    ...creatorInvitation,
    label: text.invitationNotices,
    async say(member, notices) {
      const open = await listInvitations(parts.database.read, member.userId);
      return notices.map(({ about }) => {
        const found = open.find(({ workId }) => workId === about);
        if (found === undefined) return null;
        const { kind, by, title } = found;
        const say = kind === 'join' ? text.invitedToJoin : text.invitedToTake;
        return { sentence: say({ by, title }), href: invitationsUrl(member.login) };
      });
    },
  };
}
