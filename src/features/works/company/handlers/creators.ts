// Asking people to be creators, and answering.
import { Refused } from '../../../../kit/http/index.ts';
import { type PseudId, parseId, type UserId, type WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../../../web/answer.ts';
import type { MemberAsk } from '../../../../web/ask.ts';
import { splitTagNames } from '../../../tags/index.ts';
import { ownWork } from '../../handlers/work.ts';
import { creatorsUrl, invitationsUrl, workUrl } from '../../urls.ts';
import {
  acceptInvitation,
  inviteCreators,
  leaveWork,
  offerWork,
  refuseInvitation,
  withdrawInvitation,
} from '../actions/creators.ts';
import { text } from '../messages.ts';
import {
  type CreatorsForm,
  creatorsPage,
  invitationsPage,
  leavePage,
} from '../pages/creators-pages.ts';
import { listAsked, listInvitations } from '../store/invitations.ts';
import { listDerived } from '../store/related.ts';

export async function showCreators(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerForm(ask, parts, { coCreators: '', transferTo: '', errors: [] }, 200);
}

export async function submitInvite(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const typed = (await ask.form()).text('coCreators');
  const outcome = await inviteCreators(parts, ask.viewer, work.id, splitTagNames(typed));
  if (outcome.ok) return answerDone(ask, creatorsUrl(work), text.invitesSaved());
  const { errors } = outcome;
  return answerForm(ask, parts, { coCreators: typed, transferTo: '', errors }, 422);
}

export async function submitOffer(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const typed = (await ask.form()).text('transferTo');
  const outcome = await offerWork(parts, ask.viewer, work.id, typed);
  if (outcome.ok) return answerDone(ask, creatorsUrl(work), text.transferSaved());
  const { errors } = outcome;
  return answerForm(ask, parts, { coCreators: '', transferTo: typed, errors }, 422);
}

export async function submitWithdraw(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const user = orNotFound(parseId<UserId>((await ask.form()).text('user')));
  await withdrawInvitation(parts, ask.viewer, work.id, user);
  return answerDone(ask, creatorsUrl(work), text.inviteWithdrawn());
}

export async function showLeave(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  return answerPage(ask, leavePage(ask.frame(), work));
}

export async function submitLeave(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  await leaveWork(parts, ask.viewer, work.id);
  return answerDone(ask, invitationsUrl(ask.viewer.login), text.left());
}

export async function submitAccept(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = orNotFound(parseId<WorkId>(ask.params['id']));
  const as = parseId<PseudId>((await ask.form()).text('as'));
  await acceptInvitation(parts, ask.viewer, id, as);
  return answerDone(ask, workUrl({ id }), text.accepted());
}

export async function submitRefuse(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = orNotFound(parseId<WorkId>(ask.params['id']));
  await refuseInvitation(parts, ask.viewer, id);
  return answerDone(ask, invitationsUrl(ask.viewer.login), text.refused());
}

export async function showInvitations(ask: MemberAsk, parts: Parts): Promise<Response> {
  // What waits for somebody is nobody else's business: another login's address is not there.
  if (ask.path !== invitationsUrl(ask.viewer.login)) throw new Refused(404);
  const { read } = parts.database;
  const invitations = await listInvitations(read, ask.viewer.userId);
  const derived = await listDerived(read, ask.viewer);
  return answerPage(ask, invitationsPage(ask.frame(), ask.viewer, { invitations, derived }));
}

async function answerForm(
  ask: MemberAsk,
  parts: Parts,
  typed: Pick<CreatorsForm, 'coCreators' | 'transferTo' | 'errors'>,
  status: number,
): Promise<Response> {
  const work = await ownWork(ask, parts);
  const asked = await listAsked(parts.database.read, work.id);
  return answerPage(
    ask,
    creatorsPage(ask.frame(), { ...typed, login: ask.viewer.login, work, asked }),
    status,
  );
}
