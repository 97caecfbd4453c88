// Logging in and out, and the token that programs ask for.
import { found, jsonResponse, Refused, seeOther } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { closeSession } from '../actions/sessions.ts';
import { signIn } from '../actions/sign-in.ts';
import { text } from '../messages.ts';
import { logOutPage } from '../pages/log-out.ts';
import { logInStepPage } from '../two-step/pages/log-in-step-page.ts';
import { personUrl } from '../urls.ts';
import { answerFault, browserOf, enterHere } from './answer.ts';
import { logInPageOf } from './log-in-page.ts';
import { returnPath } from './return-path.ts';

export async function showLogIn(ask: Ask, parts: Parts): Promise<Response> {
  refuseQueryCredentials(ask);
  const returnTo = returnPath(ask.query.get('return_to') ?? '');
  if (ask.viewer.kind === 'member') return found(returnTo ?? personUrl(ask.viewer.login));
  return answerPage(ask, await logInPageOf(ask, parts, { returnTo }));
}

export async function logIn(ask: Ask, parts: Parts): Promise<Response> {
  refuseQueryCredentials(ask);
  const sent = await ask.form();
  const login = sent.text('user[login]');
  const remember = sent.ticked('user[remember_me]');
  const returnTo = returnPath(sent.text('return_to'));
  const outcome = await signIn(parts, {
    name: login,
    password: sent.text('user[password]'),
    remember,
    ...browserOf(ask),
    clientAddress: ask.clientAddress,
    formToken: ask.session.formToken(),
    formerSession: ask.session.token,
  });
  if (!outcome.ok) {
    const problem = outcome.problems[0]?.detail;
    const typed = { login, remember, returnTo, problem };
    // Tools know a failed log-in by the form and status 200.
    return answerFault(ask, await logInPageOf(ask, parts, typed), outcome, 200);
  }
  if ('ticket' in outcome.value) {
    const { ticket } = outcome.value;
    const formToken = ask.session.formToken();
    return answerPage(ask, logInStepPage({ formToken, ticket, returnTo }));
  }
  enterHere(ask, outcome.value.entry, remember);
  return seeOther(returnTo ?? personUrl(outcome.value.login));
}

export function showLogOut(ask: Ask): Response {
  return answerPage(ask, logOutPage(ask.viewer, ask.session.formToken()));
}

export async function logOut(ask: Ask, parts: Parts): Promise<Response> {
  if (ask.session.token !== null) await closeSession(parts, ask.session.token);
  ask.session.replace(null);
  return seeOther('/');
}

/** For the asker's own session, and for no page of another site. */
export function dispenseToken(ask: Ask): Response {
  return jsonResponse({ token: ask.session.formToken() }, 200, {
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
  });
}

function refuseQueryCredentials(ask: Ask): void {
  const names = [...ask.query.keys()];
  if (!names.some((name) => name.includes('password'))) return;
  throw new Refused(400, { detail: text.queryCredentials() });
}
