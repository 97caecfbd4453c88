// The form in which a member writes their profile; the page that shows it is people's.

import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { saveProfile } from '../actions/profile.ts';
import { text } from '../messages.ts';
import { editProfilePage } from '../pages/profile.ts';
import { findPerson } from '../store/people.ts';
import { editProfileUrl } from '../urls.ts';
import { answerFault, ownerOnly } from './answer.ts';

export async function showEditProfile(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const { login } = ask.viewer;
  const { profile } = orNotFound(await findPerson(parts.database.read, ask.viewer, login));
  return answerPage(
    ask,
    editProfilePage({ ...profile, login, formToken: ask.session.formToken() }),
  );
}

export async function editProfile(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const { login } = ask.viewer;
  const form = await ask.form();
  const typed = { title: form.text('profile[title]'), source: form.text('profile[text]') };
  const outcome = await saveProfile(parts, ask.viewer, typed);
  if (outcome.ok) return answerDone(ask, editProfileUrl(login), text.saved(), `${login}/profile`);
  const { problems } = outcome;
  const formToken = ask.session.formToken();
  return answerFault(ask, editProfilePage({ ...typed, login, formToken, problems }), outcome);
}
