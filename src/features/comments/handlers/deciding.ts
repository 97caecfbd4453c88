// What creators and moderators decide: about a comment, its author, who may comment at all.
import { Refused } from '../../../kit/http/index.ts';
import { parseId, type UserId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { block } from '../../accounts/index.ts';
import { listOwnWorkIds } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import { type Decision, decideComment } from '../actions/change-comment.ts';
import { text } from '../messages.ts';
import { rulesPage } from '../pages/comments-pages.ts';
import type { MayComment } from '../schema.ts';
import { readRules, writeRules } from '../store/rules.ts';
import { commentUrl } from '../urls.ts';
import { requireSeenWork, type SeenWork } from '../work-of-comments.ts';
import { backOf, openWords } from './open-comment.ts';

const decisions: readonly string[] = ['approve', 'hide', 'show', 'freeze', 'unfreeze'];

export async function submitDecision(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { row, seen } = await openWords(ask, parts);
  const form = await ask.form();
  const asked = form.text('do');
  const back = backOf(form.text('return'), commentUrl(row));
  if (asked === 'ban' || asked === 'block') {
    const sentence = await keepAway(ask, parts, seen, asked, row);
    return answerDone(ask, back, sentence);
  }
  if (!decisions.includes(asked)) throw new Refused(422, { detail: text.decide() });
  await decideComment(parts, ask.viewer, row.id, asked as Decision);
  return answerDone(ask, back, text.decided());
}

async function keepAway(
  ask: MemberAsk,
  parts: Parts,
  { work }: SeenWork,
  asked: 'ban' | 'block',
  author: { readonly user_id: UserId | null; readonly login: string | null },
): Promise<string> {
  if (!work.own) throw new Refused(403);
  if (author.user_id === null || author.user_id === ask.viewer.userId) throw new Refused(404);
  await block(parts, ask.viewer, author.user_id, asked === 'ban' ? work.id : null);
  const name = author.login ?? '';
  return asked === 'ban' ? text.banned({ name }) : text.blocked({ name });
}

export async function showRules(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { work } = await ownWork(ask, parts);
  const rules = await readRules(parts.database.read, work.id);
  return answerPage(ask, rulesPage(ask.frame(), work, rules));
}

async function ownWork(ask: MemberAsk, parts: Parts): Promise<SeenWork> {
  const seen = await requireSeenWork(parts, ask.viewer, parseId<WorkId>(ask.params['id']));
  if (!seen.work.own) throw new Refused(403);
  return seen;
}

export async function submitRules(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { work } = await ownWork(ask, parts);
  const form = await ask.form();
  const who = readWho(form.text('who'));
  const moderated = form.ticked('moderated');
  const all = form.ticked('all');
  const works = all ? await listOwnWorkIds(parts.database.read, ask.viewer.userId) : [work.id];
  await parts.database.write((transaction) => writeRules(transaction, works, { who, moderated }));
  return answerDone(ask, workUrl(work), text.rulesSaved());
}

function readWho(word: string): MayComment {
  return word === 'everyone' || word === 'nobody' ? word : 'members';
}
