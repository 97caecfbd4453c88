// The pages of passkeys: in one's preferences, and the form that logs in with one.
import { seeOther } from '../../../kit/http/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { Ask, MemberAsk } from '../../../web/ask.ts';
import { type Route, route } from '../../../web/routes.ts';
import { answerFault, browserOf, enterHere, ownerOnly } from '../handlers/answer.ts';
import { logInPageOf } from '../handlers/log-in-page.ts';
import { returnPath } from '../handlers/return-path.ts';
import type { Fault } from '../outcome.ts';
import { passkeyLogInUrl, passkeysUrl, personUrl } from '../urls.ts';
import { addPasskey, logInByPasskey, offerPasskey, removePasskey } from './actions.ts';
import { text } from './messages.ts';
import { offerPage, passkeysPage } from './pages/passkeys-page.ts';
import { listPasskeys } from './store.ts';
import { passkeySite } from './verify.ts';

export const passkeyRoutes: readonly Route[] = [
  route('POST', passkeyLogInUrl, 'anyone', logIn),
  route('GET', '/users/:login/preferences/passkeys', 'members', showPasskeys),
  route('POST', '/users/:login/preferences/passkeys', 'members', changePasskeys),
];

async function logIn(ask: Ask, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const formToken = ask.session.formToken();
  const remember = form.text('remember') === '1';
  const returnTo = returnPath(form.text('return_to'));
  const outcome = await logInByPasskey(parts, {
    credentialId: form.text('credential'),
    handle: form.text('handle'),
    clientData: form.text('client_data'),
    authenticatorData: form.text('authenticator_data'),
    signature: form.text('signature'),
    formToken,
    clientAddress: ask.clientAddress,
    remember,
    formerSession: ask.session.token,
    ...browserOf(ask),
  });
  if (!outcome.ok) {
    const typed = { returnTo, problem: outcome.problems[0]?.detail };
    return answerFault(ask, await logInPageOf(ask, parts, typed), outcome);
  }
  const { entry, login } = outcome.value;
  enterHere(ask, entry, remember);
  return seeOther(returnTo ?? personUrl(login));
}

async function showPasskeys(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  return answerPage(ask, await pageOf(ask, parts));
}

async function changePasskeys(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const { viewer } = ask;
  const here = passkeysUrl(viewer.login);
  const formToken = ask.session.formToken();
  const remove = parseId(form.text('remove'));
  if (remove !== null) {
    await removePasskey(parts, viewer, remove);
    return answerDone(ask, here, text.removed());
  }
  if (form.text('do') !== 'add') {
    const password = form.text('user[current_password]');
    const outcome = await offerPasskey(parts, viewer, { password, formToken });
    if (!outcome.ok) return refuse(ask, parts, outcome);
    const { siteName } = ask.frame();
    const answer = answerPage(
      ask,
      offerPage({ login: viewer.login, siteName, formToken, offer: outcome.value }),
    );
    answer.headers.set('cache-control', 'no-store');
    return answer;
  }
  const outcome = await addPasskey(parts, viewer, {
    name: form.text('name'),
    clientData: form.text('client_data'),
    authenticatorData: form.text('authenticator_data'),
    publicKey: form.text('public_key'),
    formToken,
  });
  if (!outcome.ok) return refuse(ask, parts, outcome);
  return answerDone(ask, here, text.added());
}

async function refuse(ask: MemberAsk, parts: Parts, fault: Fault): Promise<Response> {
  return answerFault(ask, await pageOf(ask, parts, fault.problems), fault);
}

async function pageOf(ask: MemberAsk, parts: Parts, problems: Fault['problems'] = []) {
  const { login, userId } = ask.viewer;
  return passkeysPage({
    login,
    formToken: ask.session.formToken(),
    passkeys: await listPasskeys(parts.database.read, userId),
    canMake: passkeySite(parts.settings.url) !== null,
    problems,
  });
}
