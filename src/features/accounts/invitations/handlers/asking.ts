// Asking for an invitation, and one's place in the queue.
import { seeOther } from '../../../../kit/http/index.ts';
import { hashToken } from '../../../../kit/ids/index.ts';
import type { Parts } from '../../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../../web/answer.ts';
import type { Ask } from '../../../../web/ask.ts';
import { answerFault, answerSecretPage } from '../../handlers/answer.ts';
import { readRegistration } from '../../registration-mode.ts';
import { askInvitationUrl, registerUrl } from '../../urls.ts';
import { askForInvitation } from '../actions.ts';
import { text } from '../messages.ts';
import { askedPage, askPage, placeGonePage, placePage } from '../pages/asking-pages.ts';
import { findPlace, leaveQueue } from '../store.ts';

export async function showAsk(ask: Ask, parts: Parts): Promise<Response> {
  // The page of registering says what is the case: open, or closed.
  if (!(await isByInvitation(parts))) return seeOther(registerUrl);
  return answerPage(ask, askPage({ formToken: ask.session.formToken(), email: '' }));
}

export async function submitAsk(ask: Ask, parts: Parts): Promise<Response> {
  if (!(await isByInvitation(parts))) return seeOther(registerUrl);
  const email = (await ask.form()).text('email').trim();
  const outcome = await askForInvitation(parts, { email, clientAddress: ask.clientAddress });
  if (outcome.ok) return answerPage(ask, askedPage(email));
  const formToken = ask.session.formToken();
  return answerFault(ask, askPage({ formToken, email, problems: outcome.problems }), outcome);
}

export async function showPlace(ask: Ask, parts: Parts): Promise<Response> {
  const token = ask.query.get('token') ?? '';
  const place = await findPlace(parts.database.read, hashToken(token));
  if (place === null) return answerPage(ask, placeGonePage(), 404);
  const formToken = ask.session.formToken();
  return answerSecretPage(ask, placePage({ formToken, token, ...place }));
}

export async function leave(ask: Ask, parts: Parts): Promise<Response> {
  const token = (await ask.form()).text('token');
  const left = await parts.database.write((transaction) =>
    leaveQueue(transaction, hashToken(token)),
  );
  if (!left) return answerPage(ask, placeGonePage(), 404);
  return answerDone(ask, askInvitationUrl, text.left());
}

async function isByInvitation(parts: Parts): Promise<boolean> {
  return (await readRegistration(parts.database.read, parts.settings)) === 'invite';
}
