// What people are told of decisions about them and their works.
import type { Parts } from '../../../shared/parts.ts';
import { dateText } from '../../../web/controls.ts';
import type { NoticeKind } from '../../notices/index.ts';
import { rulingUrl } from '../urls.ts';
import { ruled } from './actions.ts';
import { type Act, isTaking, type SubjectKind } from './acts.ts';
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
  const { act, title, subject_kind: kind, until } = ruling;
  if (ruling.answered_at !== null && isTaking(act)) return text.appealAnswered();
  const date = dateText(until ?? 0);
  return (sentences[kind][act] ?? text.otherDecided)({ title, date });
}

type Said = (values: { readonly title: string; readonly date: string }) => string;

const sentences: Readonly<Record<SubjectKind, Readonly<Partial<Record<Act, Said>>>>> = {
  work: {
    hide: text.workHidden,
    show: text.workShown,
    'keep-out': text.workKeptOut,
    'let-in': text.workLetIn,
    restrict: text.workRestricted,
    unrestrict: text.workUnrestricted,
    remove: text.workRemoved,
    restore: text.workRestored,
  },
  series: { hide: text.seriesHidden, show: text.seriesShown },
  comment: { hide: text.commentHidden, show: text.commentShown },
  bookmark: { hide: text.bookmarkHidden, show: text.bookmarkShown },
  user: {
    hide: text.personHidden,
    show: text.personShown,
    'hide-profile': text.profileHidden,
    'show-profile': text.profileShown,
    warn: text.personWarned,
    unwarn: text.personUnwarned,
    suspend: text.personSuspended,
    ban: text.personBanned,
    lift: text.personLifted,
    undo: text.personUndone,
    redo: text.personRedone,
  },
};
