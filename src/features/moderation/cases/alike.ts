// Comments that say nearly the same as one that was reported: found from its case, hidden together.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { excerpt, plainText } from '../../../text/index.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { type CommentId, type CommentRow, listSimilar } from '../../comments/index.ts';
import { decide, mayDecideAbout } from '../actions.ts';
import { typedAct } from '../rulings/form.ts';
import { type ActTyped, nothingTyped } from '../rulings/pages/ruling-fields.ts';
import { caseUrl } from '../urls.ts';
import { caseOf } from './handlers-cases.ts';
import { alikeDays, alikeMost, titleCharactersMax } from './limits.ts';
import { text } from './messages.ts';
import { alikePage } from './pages/alike-page.ts';
import type { CaseId } from './schema.ts';
import { listEvidence } from './store.ts';

export async function showAlike(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerAlike(ask, parts, { ...nothingTyped, chosen: null }, 200);
}

export async function submitAlike(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { id, comments } = await alikeOf(ask, parts);
  const form = await ask.form();
  const numbers = form.all('alike[]').map((one) => parseId<CommentId>(one));
  const chosen = comments.filter((one) => numbers.includes(one.id));
  const typed = typedAct(form);
  if (chosen.length === 0) {
    const errors = [{ field: 'alike[]', detail: text.alikeMissing() }];
    return answerAlike(ask, parts, { ...typed, errors, chosen: [] }, 422);
  }
  for (const comment of chosen) {
    const errors = await hide(ask, parts, comment, { ...typed, inCase: id });
    if (errors.length > 0) {
      const ids = chosen.map((one) => one.id);
      return answerAlike(ask, parts, { ...typed, errors, chosen: ids }, 422);
    }
  }
  return answerDone(ask, caseUrl({ id }), text.alikeHidden({ count: chosen.length }));
}

function hide(
  ask: MemberAsk,
  parts: Parts,
  comment: CommentRow,
  wish: ActTyped & { readonly inCase: CaseId },
): Promise<readonly FieldError[]> {
  const subject = {
    kind: 'comment',
    id: comment.id,
    title: excerpt(plainText(comment.html), titleCharactersMax),
    people: comment.user_id === null ? [] : [comment.user_id],
  } as const;
  return decide(parts, ask.viewer, subject, { ...wish, act: 'hide', days: 0 });
}

/** The others of a case about a comment, but for those that moderators have hidden already. */
async function alikeOf(ask: MemberAsk, parts: Parts) {
  const { found } = await caseOf(ask, parts);
  if (found.subject_kind !== 'comment') throw new Refused(404);
  const { read } = parts.database;
  const [kept] = await listEvidence(read, found.id);
  const since = parts.clock.now() - alikeDays * dayMs;
  const bounds = { since, most: alikeMost };
  const similar = await listSimilar(read, kept?.body ?? '', bounds);
  const comments: CommentRow[] = [];
  for (const one of similar) {
    if (one.id === found.subject_id || one.hidden_by === 'moderator') continue;
    const { user_id: author } = one;
    if (author !== null && !(await mayDecideAbout(read, ask.viewer, author))) continue;
    comments.push(one);
  }
  return { id: found.id, comments };
}

async function answerAlike(
  ask: MemberAsk,
  parts: Parts,
  typed: ActTyped & { readonly chosen: readonly number[] | null },
  status: number,
): Promise<Response> {
  const { id, comments } = await alikeOf(ask, parts);
  return answerPage(ask, alikePage(ask.frame(), { id, comments, ...typed }), status);
}
