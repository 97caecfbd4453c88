// Comments to be read: all of a work, one with its answers.
import { Refused } from '../../../kit/http/index.ts';
import { type ChapterId, parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage, orNotFound } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { threadPageMax } from '../limits.ts';
import { allCommentsPage, threadPage } from '../pages/comments-pages.ts';
import { isThreadFrozen, type MutedPeople, mutedBy, readTalk, readThread } from '../read.ts';
import { requireSeenWork } from '../work-of-comments.ts';
import { openComment, settingOf } from './open-comment.ts';

export function showComments(mutedPeople: MutedPeople) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { viewer, query } = ask;
    const seen = await requireSeenWork(parts, viewer, parseId<WorkId>(ask.params['id']));
    const asked = parseId<ChapterId>(query.get('chapter') ?? undefined);
    const chapter = seen.work.chapters.find(({ id }) => id === asked)?.id ?? null;
    const page = parseId(query.get('page') ?? '1') ?? 1;
    const talk = await readTalk(parts, { viewer, seen, chapter }, mutedPeople, page);
    return answerPage(ask, allCommentsPage(ask.frame(), orNotFound(talk)));
  };
}

export function showThread(mutedPeople: MutedPeople) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const opened = await openComment(ask, parts);
    const { row, seen } = opened;
    const muted = await mutedBy(parts, ask.viewer, mutedPeople);
    const thread = await readThread(parts, ask.viewer, row, seen.rule, muted);
    if (thread === null) throw new Refused(404);
    const setting = await settingOf(ask, parts, opened);
    const frozen = await isThreadFrozen(parts, row);
    const cut = countOf(thread) >= threadPageMax;
    return answerPage(ask, threadPage({ setting, work: seen.work, thread, frozen, cut }));
  };
}

type Tree = { readonly answers: readonly Tree[] };

function countOf({ answers }: Tree): number {
  return answers.reduce((sum, answer) => sum + countOf(answer), 1);
}
