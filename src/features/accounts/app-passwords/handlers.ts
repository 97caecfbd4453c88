// The page on which app passwords are made. The list of sessions shows and revokes them.
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { type Route, route } from '../../../web/routes.ts';
import { answerFault, ownerOnly } from '../handlers/answer.ts';
import { makeAppPassword } from './app-passwords.ts';
import { madeAppPasswordPage, newAppPasswordPage } from './pages/app-password-pages.ts';

export const appPasswordRoutes: readonly Route[] = [
  route('GET', '/users/:login/preferences/apps', 'members', showForm),
  route('POST', '/users/:login/preferences/apps', 'members', make),
];

function showForm(ask: MemberAsk): Response {
  ownerOnly(ask);
  const { login } = ask.viewer;
  const formToken = ask.session.formToken();
  return answerPage(ask, newAppPasswordPage({ login, formToken, label: '', scopes: ['read'] }));
}

async function make(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const { login } = ask.viewer;
  const wish = { label: form.text('label'), scopes: form.all('scopes[]') };
  const password = form.text('user[current_password]');
  const outcome = await makeAppPassword(parts, ask.viewer, { ...wish, password });
  if (!outcome.ok) {
    const formToken = ask.session.formToken();
    const { problems } = outcome;
    return answerFault(ask, newAppPasswordPage({ login, formToken, ...wish, problems }), outcome);
  }
  const answer = answerPage(ask, madeAppPasswordPage(login, outcome.value));
  answer.headers.set('cache-control', 'no-store');
  return answer;
}
