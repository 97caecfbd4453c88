// What reporters and moderators are told of cases: never about whom, nor what was done to them.
import type { Parts } from '../../../shared/parts.ts';
import { hasRole } from '../../../shared/viewer.ts';
import type { NoticeKind } from '../../notices/index.ts';
import { casesUrl, ownReportsUrl } from '../urls.ts';
import { text } from './messages.ts';
import { newCase, reportAnswer } from './notice-sorts.ts';
import { reportableOf } from './reportable.ts';
import type { CaseId } from './schema.ts';
import { readAnswers } from './store.ts';

/** The kinds of notices of cases: an answer to reporters, new cases to moderators. */
export function caseNotices(parts: Parts): readonly NoticeKind[] {
  const answers: NoticeKind = {
    ...reportAnswer,
    label: text.answerNotices,
    async say(member, notices) {
      const ids = notices.map(({ about }) => about as CaseId);
      const found = await readAnswers(parts.database.read, member.userId, ids);
      return notices.map(({ about }) => {
        const answer = found.get(about);
        if (!answer?.outcome) return null;
        const kind = (reportableOf(answer.kind)?.inSentence ?? text.ofOther)();
        const say = answer.outcome === 'acted' ? text.answeredActed : text.answeredNothing;
        return { sentence: say({ kind }), href: ownReportsUrl };
      });
    },
  };
  const fresh: NoticeKind = {
    ...newCase,
    label: text.caseNotices,
    async say(member, notices) {
      const isModerator = hasRole(member, 'moderator');
      return notices.map(({ count }) =>
        isModerator ? { sentence: text.newCase({ count }), href: casesUrl } : null,
      );
    },
  };
  return [answers, fresh];
}
