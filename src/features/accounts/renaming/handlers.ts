import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import type { FormProblems } from '../../../web/controls.ts';
import { type Route, route } from '../../../web/routes.ts';
import { answerFault, ownerOnly } from '../handlers/answer.ts';
import { pseudKey } from '../names.ts';
import { preferencesUrl } from '../urls.ts';
import { readNextRename, renamePerson } from './actions.ts';
import { text } from './messages.ts';
import { renamePage } from './pages/rename-page.ts';

const path = '/users/:login/preferences/name';

export const renamingRoutes: readonly Route[] = [
  route('GET', path, 'members', showRename),
  route('POST', path, 'members', submitRename),
];

async function showRename(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  return answerPage(ask, await pageOf(ask, parts, { login: '', withPseud: true }));
}

async function submitRename(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const typed = { login: form.text('user[login]').trim(), withPseud: form.ticked('with_pseud') };
  const password = form.text('user[current_password]');
  const outcome = await renamePerson(parts, ask.viewer, { ...typed, password });
  if (!outcome.ok) {
    return answerFault(ask, await pageOf(ask, parts, typed, outcome.problems), outcome);
  }
  const { login } = outcome.value;
  return answerDone(ask, preferencesUrl(login), text.done({ login }));
}

async function pageOf(
  ask: MemberAsk,
  parts: Parts,
  typed: { readonly login: string; readonly withPseud: boolean },
  problems: FormProblems = [],
) {
  const { login, pseuds, userId } = ask.viewer;
  const namesake = pseuds.find(({ name }) => pseudKey(name) === pseudKey(login));
  return renamePage({
    login,
    formToken: ask.session.formToken(),
    namesake: namesake?.name ?? null,
    next: await readNextRename(parts, userId),
    typed,
    problems,
  });
}
