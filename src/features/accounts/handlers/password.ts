// A forgotten password, and the confirmation of a new mail address.
import { seeOther } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { confirmEmail } from '../actions/email.ts';
import { isLinkGood } from '../actions/links.ts';
import { readResetLink, requestReset, resetPassword } from '../actions/password.ts';
import { canMail } from '../deliver.ts';
import { text } from '../messages.ts';
import { forgottenPasswordPage, resetAskedPage, resetPasswordPage } from '../pages/password.ts';
import { linkStepPage } from '../pages/registration.ts';
import {
  confirmEmailUrl,
  forgottenPasswordUrl,
  logInUrl,
  personUrl,
  preferencesUrl,
} from '../urls.ts';
import { answerFault, answerSecretPage, browserOf, enterHere } from './answer.ts';
import { isLinkFault, showGone } from './registration.ts';

export function showForgotten(ask: Ask): Response {
  return answerPage(ask, forgottenPasswordPage({ formToken: ask.session.formToken() }));
}

export async function askForReset(ask: Ask, parts: Parts): Promise<Response> {
  const login = (await ask.form()).text('user[login]').trim();
  const outcome = await requestReset(parts, { name: login, clientAddress: ask.clientAddress });
  if (!outcome.ok) {
    const { problems } = outcome;
    const formToken = ask.session.formToken();
    return answerFault(ask, forgottenPasswordPage({ formToken, login, problems }), outcome);
  }
  return answerPage(ask, resetAskedPage(canMail(parts)));
}

export async function showReset(ask: Ask, parts: Parts): Promise<Response> {
  const token = ask.query.get('token') ?? '';
  const link = await readResetLink(parts, token);
  if (link === null) return showGone(ask, forgottenPasswordUrl);
  const page = resetPasswordPage({ formToken: ask.session.formToken(), token, ...link });
  return answerSecretPage(ask, page);
}

export async function resetByLink(ask: Ask, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const token = form.text('token');
  const dropsPasskeys = form.ticked('user[drop_passkeys]');
  const password = form.text('user[password]');
  const wish = { token, password, dropsPasskeys, ...browserOf(ask) };
  const outcome = await resetPassword(parts, wish);
  if (!outcome.ok) {
    const { problems } = outcome;
    if (isLinkFault(problems)) return showGone(ask, forgottenPasswordUrl);
    const formToken = ask.session.formToken();
    const hasPasskeys = (await readResetLink(parts, token))?.hasPasskeys ?? false;
    const page = resetPasswordPage({ formToken, token, hasPasskeys, dropsPasskeys, problems });
    return answerFault(ask, page, outcome);
  }
  const { login, entry } = outcome.value;
  if (entry === null) return answerDone(ask, logInUrl, text.resetDone());
  enterHere(ask, entry);
  return seeOther(personUrl(login));
}

export async function showConfirmEmail(ask: Ask, parts: Parts): Promise<Response> {
  const token = ask.query.get('token') ?? '';
  if (!(await isLinkGood(parts, 'new-email', token))) return showGone(ask);
  const page = linkStepPage({
    title: text.confirmEmailTitle(),
    lead: text.confirmEmailLead(),
    button: text.confirmEmailButton(),
    action: confirmEmailUrl,
    formToken: ask.session.formToken(),
    token,
  });
  return answerSecretPage(ask, page);
}

export async function confirmEmailByLink(ask: Ask, parts: Parts): Promise<Response> {
  const outcome = await confirmEmail(parts, (await ask.form()).text('token'));
  if (!outcome.ok) return showGone(ask);
  const next = ask.viewer.kind === 'member' ? preferencesUrl(ask.viewer.login) : logInUrl;
  return answerDone(ask, next, text.emailConfirmed());
}
