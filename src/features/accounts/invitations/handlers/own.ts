// The invitations that a member has to give and has given.
import { parseId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../../../web/answer.ts';
import type { MemberAsk } from '../../../../web/ask.ts';
import type { FormProblems } from '../../../../web/controls.ts';
import { answerFault, ownerOnly } from '../../handlers/answer.ts';
import { readRegistration } from '../../registration-mode.ts';
import { ownInvitationsUrl } from '../../urls.ts';
import { giveInvitation, takeBackInvitation } from '../actions.ts';
import { listedMost } from '../limits.ts';
import { text } from '../messages.ts';
import { ownInvitationsPage } from '../pages/own-page.ts';
import { listInvitations, readShare } from '../store.ts';

export async function showOwn(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  return answerPage(ask, await ownPage(ask, parts));
}

export async function give(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const email = (await ask.form()).text('email').trim();
  const outcome = await giveInvitation(parts, ask.viewer, email);
  if (outcome.ok) return answerDone(ask, ownInvitationsUrl(ask.viewer.login), text.ownSent());
  return answerFault(ask, await ownPage(ask, parts, email, outcome.problems), outcome);
}

export async function takeBack(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const id = orNotFound(parseId(ask.params['id']));
  const isBack = await takeBackInvitation(parts, ask.viewer, id);
  const said = isBack ? text.ownTakenBack() : text.ownGone();
  return answerDone(ask, ownInvitationsUrl(ask.viewer.login), said);
}

async function ownPage(ask: MemberAsk, parts: Parts, email = '', problems: FormProblems = []) {
  const { read } = parts.database;
  const { userId, login } = ask.viewer;
  return ownInvitationsPage({
    login,
    formToken: ask.session.formToken(),
    registration: await readRegistration(read, parts.settings),
    left: await readShare(read, userId),
    given: await listInvitations(read, userId, listedMost),
    now: parts.clock.now(),
    email,
    problems,
  });
}
