// Creating an account, the link in its mail, and the first admin's link.
import { seeOther } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { setUpUrl } from '../../site/urls.ts';
import { isFirstAdminLink, promoteFirstAdmin, registerFirstAdmin } from '../actions/first-admin.ts';
import { isLinkGood } from '../actions/links.ts';
import { openAccount, registerPerson } from '../actions/registration.ts';
import { byInvitationPage } from '../invitations/pages/asking-pages.ts';
import { isInvited } from '../invitations/use.ts';
import { text } from '../messages.ts';
import type { Fault } from '../outcome.ts';
import { firstAdminPage } from '../pages/first-admin.ts';
import {
  checkMailPage,
  linkGonePage,
  linkStepPage,
  registrationClosedPage,
  registrationPage,
} from '../pages/registration.ts';
import { readRegistration } from '../registration-mode.ts';
import { openAccountUrl, personUrl, registerUrl } from '../urls.ts';
import { answerFault, answerSecretPage, browserOf, enterHere } from './answer.ts';

export async function showRegistration(ask: Ask, parts: Parts): Promise<Response> {
  const mode = await readRegistration(parts.database.read, parts.settings);
  if (mode === 'closed') return answerPage(ask, registrationClosedPage());
  const formToken = ask.session.formToken();
  if (mode === 'open') return answerPage(ask, registrationPage({ formToken }));
  const invitation = ask.query.get('invitation') ?? '';
  if (await isInvited(parts, invitation)) {
    return answerSecretPage(ask, registrationPage({ formToken, invitation }));
  }
  return answerPage(ask, byInvitationPage({ refused: invitation !== '' }));
}

export async function register(ask: Ask, parts: Parts): Promise<Response> {
  const mode = await readRegistration(parts.database.read, parts.settings);
  if (mode === 'closed') return answerPage(ask, registrationClosedPage(), 403);
  const form = await ask.form();
  const invitation = mode === 'invite' ? form.text('user[invitation]') : undefined;
  if (invitation !== undefined && !(await isInvited(parts, invitation))) {
    return answerPage(ask, byInvitationPage({ refused: invitation !== '' }), 403);
  }
  const typed = {
    login: form.text('user[login]').trim(),
    email: form.text('user[email]').trim(),
    acceptsPolicy: form.ticked('user[policy]'),
    oldEnough: form.ticked('user[age]'),
    ...(invitation === undefined ? {} : { invitation }),
  };
  const outcome = await registerPerson(parts, {
    ...typed,
    password: form.text('user[password]'),
    ...browserOf(ask),
    clientAddress: ask.clientAddress,
  });
  if (!outcome.ok) {
    const { problems } = outcome;
    const formToken = ask.session.formToken();
    return answerFault(ask, registrationPage({ ...typed, formToken, problems }), outcome);
  }
  if (outcome.value.entry === null) return answerPage(ask, checkMailPage(typed.email));
  enterHere(ask, outcome.value.entry);
  return seeOther(personUrl(typed.login));
}

export async function showOpenAccount(ask: Ask, parts: Parts): Promise<Response> {
  const token = ask.query.get('token') ?? '';
  if (!(await isLinkGood(parts, 'open-account', token))) return showGone(ask, registerUrl);
  const page = linkStepPage({
    title: text.openTitle(),
    lead: text.openLead(),
    button: text.openButton(),
    action: openAccountUrl,
    formToken: ask.session.formToken(),
    token,
  });
  return answerSecretPage(ask, page);
}

export async function openByLink(ask: Ask, parts: Parts): Promise<Response> {
  const token = (await ask.form()).text('token');
  const outcome = await openAccount(parts, token, browserOf(ask));
  if (!outcome.ok) return showGone(ask, registerUrl);
  enterHere(ask, outcome.value.entry);
  return seeOther(personUrl(outcome.value.login));
}

export async function showFirstAdmin(ask: Ask, parts: Parts): Promise<Response> {
  const token = ask.params['token'] ?? '';
  if (!(await isFirstAdminLink(parts, token))) return showGone(ask);
  const formToken = ask.session.formToken();
  const page = firstAdminPage({ viewer: ask.viewer, formToken, token });
  return answerSecretPage(ask, page);
}

export async function becomeFirstAdmin(ask: Ask, parts: Parts): Promise<Response> {
  const token = ask.params['token'] ?? '';
  const { viewer } = ask;
  if (viewer.kind === 'member') {
    const outcome = await promoteFirstAdmin(parts, token, viewer);
    return outcome.ok ? seeOther(setUpUrl) : showGone(ask);
  }
  if (!(await isFirstAdminLink(parts, token))) return showGone(ask);
  const form = await ask.form();
  const login = form.text('user[login]').trim();
  const email = form.text('user[email]').trim();
  const password = form.text('user[password]');
  const wish = { login, email, password, ...browserOf(ask) };
  const outcome = await registerFirstAdmin(parts, token, wish);
  if (!outcome.ok) {
    const { problems } = outcome;
    if (isLinkFault(problems)) return showGone(ask);
    const formToken = ask.session.formToken();
    const page = firstAdminPage({ viewer, formToken, token, login, email, problems });
    return answerFault(ask, page, outcome);
  }
  enterHere(ask, outcome.value);
  return seeOther(setUpUrl);
}

/** Whether it is the link that is refused, and no field of the form. */
export function isLinkFault(problems: Fault['problems']): boolean {
  return problems.every(({ field }) => field === '');
}

/** 404: a link that was never given and one that is used up are not told apart. */
export function showGone(ask: Ask, askAgain?: string): Response {
  return answerPage(ask, linkGonePage(askAgain), 404);
}
