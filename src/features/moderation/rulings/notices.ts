// What people are told of decisions about them and their works.
import type { Parts } from '../../../shared/parts.ts';
import type { NoticeKind } from '../../notices/index.ts';
import { rulingUrl } from '../urls.ts';
import { ruled } from './actions.ts';
import { text } from './messages.ts';
import type { RulingId, RulingsTable } from './schema.ts';
import { listToldTo } from './store.ts';

/** Decisions of moderators, told to those whose thing it is. */
export function rulingNotices(parts: Parts): NoticeKind {
  return {
    ...ruled,
    label: text.noticeKind,
    async say(member, notices) {
      const ids = notices.map(({ about }) => about as RulingId);
      const found = await listToldTo(parts.database.read, member.userId, ids);
      return notices.map(({ about }) => {
        const ruling = found.find(({ id }) => id === about);
        return ruling ? { sentence: sentenceOf(ruling), href: rulingUrl(ruling) } : null;
      });
    },
  };
}

/** The decision as a sentence. */
export function sentenceOf(ruling: RulingsTable): string {
  const { act, title, subject_kind: kind } = ruling;
  if (ruling.answered_at !== null) return text.appealAnswered();
  if (kind === 'user') return act === 'hide' ? text.personHidden() : text.personShown();
  return act === 'hide' ? text.workHidden({ title }) : text.workShown({ title });
}
