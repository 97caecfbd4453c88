// The pages of the second step: at log-in, and in one's preferences.
import { found, seeOther } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { Ask, MemberAsk } from '../../../web/ask.ts';
import { type Route, route } from '../../../web/routes.ts';
import { answerFault, browserOf, enterHere, ownerOnly } from '../handlers/answer.ts';
import { logInPageOf } from '../handlers/log-in-page.ts';
import { returnPath } from '../handlers/return-path.ts';
import type { Fault, Outcome } from '../outcome.ts';
import { logInStepUrl, logInUrl, personUrl, secondStepUrl } from '../urls.ts';
import {
  beginSecondStep,
  cancelSecondStep,
  confirmSecondStep,
  readSecondStep,
  removeSecondStep,
  renewRecoveryCodes,
} from './actions.ts';
import { stepIn } from './log-in-step.ts';
import { text } from './messages.ts';
import { logInStepPage } from './pages/log-in-step-page.ts';
import {
  type Asked,
  passwordName,
  recoveryCodesPage,
  secondStepPage,
} from './pages/second-step-page.ts';

export const secondStepRoutes: readonly Route[] = [
  // Somebody has loaded the page anew: what was sent with the form is gone.
  route('GET', logInStepUrl, 'anyone', () => found(logInUrl)),
  route('POST', logInStepUrl, 'anyone', logInByCode, { whileReadOnly: true }),
  route('GET', '/users/:login/preferences/codes', 'members', showSecondStep),
  route('POST', '/users/:login/preferences/codes', 'members', changeSecondStep),
];

async function logInByCode(ask: Ask, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const ticket = form.text('ticket');
  const returnTo = returnPath(form.text('return_to'));
  const formToken = ask.session.formToken();
  const outcome = await stepIn(parts, {
    ticket,
    answer: form.text('code'),
    formToken,
    ...browserOf(ask),
    clientAddress: ask.clientAddress,
    formerSession: ask.session.token,
  });
  if (!outcome.ok) {
    const { problems } = outcome;
    const begins = outcome.waitSeconds === undefined && problems[0]?.field === '';
    if (!begins) {
      return answerFault(ask, logInStepPage({ formToken, ticket, returnTo, problems }), outcome);
    }
    const typed = { problem: problems[0]?.detail, returnTo };
    return answerPage(ask, await logInPageOf(ask, parts, typed));
  }
  const { entry, remember, login, codesLeft } = outcome.value;
  enterHere(ask, entry, remember);
  if (codesLeft === null) return seeOther(returnTo ?? personUrl(login));
  return answerDone(ask, secondStepUrl(login), text.recoveryUsed({ count: codesLeft }));
}

async function showSecondStep(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  return answerSecret(answerPage(ask, await pageOf(ask, parts)));
}

async function changeSecondStep(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const { viewer } = ask;
  const here = secondStepUrl(viewer.login);
  const password = form.text(passwordName(form.text('do') || 'begin'));
  switch (form.text('do')) {
    case 'confirm':
      return answerCodes(ask, parts, 'confirm', () =>
        confirmSecondStep(parts, viewer, form.text('code')),
      );
    case 'codes':
      return answerCodes(ask, parts, 'codes', () => renewRecoveryCodes(parts, viewer, password));
    case 'cancel':
      await cancelSecondStep(parts, viewer);
      return seeOther(here);
    case 'remove': {
      const outcome = await removeSecondStep(parts, viewer, password);
      if (!outcome.ok) return refuse(ask, parts, 'remove', outcome);
      return answerDone(ask, here, text.removed());
    }
    default: {
      const outcome = await beginSecondStep(parts, viewer, password);
      return outcome.ok ? seeOther(here) : refuse(ask, parts, 'begin', outcome);
    }
  }
}

async function answerCodes(
  ask: MemberAsk,
  parts: Parts,
  asked: Asked,
  act: () => Promise<Outcome<readonly string[]>>,
): Promise<Response> {
  const outcome = await act();
  if (!outcome.ok) return refuse(ask, parts, asked, outcome);
  return answerSecret(answerPage(ask, recoveryCodesPage(ask.viewer.login, outcome.value)));
}

async function refuse(ask: MemberAsk, parts: Parts, asked: Asked, fault: Fault): Promise<Response> {
  const problems = fault.problems.map((problem) =>
    problem.field === 'user[current_password]'
      ? { ...problem, field: passwordName(asked) }
      : problem,
  );
  const page = await pageOf(ask, parts, { asked, problems });
  return answerSecret(answerFault(ask, page, fault));
}

async function pageOf(
  ask: MemberAsk,
  parts: Parts,
  refused?: Parameters<typeof secondStepPage>[0]['refused'],
) {
  const { login, userId } = ask.viewer;
  const { siteName } = ask.frame();
  const step = await readSecondStep(parts, userId);
  const formToken = ask.session.formToken();
  return secondStepPage({ login, siteName, formToken, step, ...(refused && { refused }) });
}

/** Secrets and codes stay in no cache, and in no history that others can go back to. */
function answerSecret(answer: Response): Response {
  answer.headers.set('cache-control', 'no-store');
  return answer;
}
