// A member's own pages: preferences, pseuds, sessions.
import { Refused } from '../../../kit/http/index.ts';
import { hashToken } from '../../../kit/ids/index.ts';
import { type PseudId, parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { formatReading, parseReading, readingChoices } from '../../../shared/reading.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { readingCookie } from '../../../web/serve/index.ts';
import { readDiskShare } from '../actions/disk-share.ts';
import { changeEmail } from '../actions/email.ts';
import { changePassword } from '../actions/password.ts';
import { savePreferences } from '../actions/people.ts';
import { addPseud, makeDefaultPseud, renamePseud } from '../actions/pseuds.ts';
import { closeOtherSessions, closeSessionOf } from '../actions/sessions.ts';
import { revokeToken } from '../actions/tokens.ts';
import { text } from '../messages.ts';
import { type Preferences, preferencesPage } from '../pages/preferences.ts';
import { editPseudPage, pseudsPage } from '../pages/pseuds.ts';
import { sessionsPage } from '../pages/sessions.ts';
import type { OwnPseud } from '../person.ts';
import { findUser } from '../store/people.ts';
import { listPseuds } from '../store/pseuds.ts';
import { listSessions, listTokens } from '../store/sessions.ts';
import { preferencesUrl, pseudsUrl, sessionsUrl } from '../urls.ts';
import { answerFault, browserOf, enterHere, ownerOnly } from './answer.ts';

export async function showPreferences(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const page = preferencesPage(await preferences(ask, parts));
  return answerPage(ask, page);
}

export async function changePreferences(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const chosen = Object.keys(readingChoices).map((choice) => form.text(`reading[${choice}]`));
  await savePreferences(parts, ask.viewer, {
    // Words that are no choice fall to the default.
    reading: parseReading(chosen.join('.')),
    adultConsent: form.ticked('adult_consent'),
    timeZone: form.text('time_zone'),
  });
  // What the device was told before gives way to what the account says now.
  ask.setCookie(readingCookie, '', { maxAgeSeconds: 0 });
  return answerDone(ask, preferencesUrl(ask.viewer.login), text.saved());
}

export async function changeOwnPassword(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const outcome = await changePassword(parts, ask.viewer, {
    current: form.text('user[current_password]'),
    next: form.text('user[password]'),
    endsTokens: form.ticked('user[end_tokens]'),
    ...browserOf(ask),
    session: ask.session.token ?? '',
  });
  if (!outcome.ok) {
    const refused = { form: 'password', problems: outcome.problems } as const;
    const shown = { ...(await preferences(ask, parts)), refused };
    return answerFault(ask, preferencesPage(shown), outcome);
  }
  const { entry, remember } = outcome.value;
  enterHere(ask, entry, remember);
  return answerDone(ask, preferencesUrl(ask.viewer.login), text.passwordSaved());
}

export async function changeOwnEmail(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const email = form.text('user[email]').trim();
  const password = form.text('user[email_password]');
  const outcome = await changeEmail(parts, ask.viewer, { email, password });
  if (!outcome.ok) {
    const refused = { form: 'email', problems: outcome.problems, email } as const;
    const shown = { ...(await preferences(ask, parts)), refused };
    return answerFault(ask, preferencesPage(shown), outcome);
  }
  const sentence = outcome.value === 'sent' ? text.emailSent() : text.emailSaved();
  return answerDone(ask, preferencesUrl(ask.viewer.login), sentence);
}

export async function showPseuds(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  return answerPage(ask, await pseudsPageOf(ask, parts));
}

export async function addOwnPseud(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const typed = (await ask.form()).text('pseud[name]');
  const outcome = await addPseud(parts, ask.viewer, typed);
  if (outcome.ok) return answerDone(ask, pseudsUrl(ask.viewer.login), text.pseudSaved());
  const page = await pseudsPageOf(ask, parts, { typed, problems: outcome.problems });
  return answerFault(ask, page, outcome);
}

export async function showEditPseud(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const pseud = await ownPseud(ask, parts);
  const formToken = ask.session.formToken();
  return answerPage(ask, editPseudPage({ pseud, formToken, typed: pseud.name }));
}

export async function renameOwnPseud(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const pseud = await ownPseud(ask, parts);
  const typed = (await ask.form()).text('pseud[name]');
  const outcome = await renamePseud(parts, ask.viewer, pseud.id, typed);
  if (outcome.ok) return answerDone(ask, pseudsUrl(ask.viewer.login), text.pseudSaved());
  const { problems } = outcome;
  const page = editPseudPage({ pseud, formToken: ask.session.formToken(), typed, problems });
  return answerFault(ask, page, outcome);
}

export async function chooseDefaultPseud(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const pseud = await ownPseud(ask, parts);
  await makeDefaultPseud(parts, ask.viewer, pseud.id);
  return answerDone(ask, pseudsUrl(ask.viewer.login), text.pseudSaved());
}

export async function showSessions(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const { database, clock } = parts;
  const { userId, login } = ask.viewer;
  const here = hashToken(ask.session.token ?? '');
  const sessions = await listSessions(database.read, userId, clock.now());
  const tokens = await listTokens(database.read, userId);
  const page = sessionsPage({
    login,
    formToken: ask.session.formToken(),
    sessions: sessions.map(({ token_hash: key, client, created_at: began, seen_at: seen }) => {
      return { key, client, began, seen, isHere: key === here };
    }),
    tokens: tokens.map(({ id, label, scopes, created_at: made, used_at: used }) => {
      return { id, label, scopes, made, used };
    }),
  });
  return answerPage(ask, page);
}

export async function endSession(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const end = form.text('end');
  const tokenId = parseId(form.text('revoke'));
  if (tokenId !== null) await revokeToken(parts, ask.viewer, tokenId);
  else if (end === 'others') {
    await closeOtherSessions(parts, ask.viewer, ask.session.token ?? '', browserOf(ask).device);
  } else await closeSessionOf(parts, ask.viewer, end);
  return answerDone(ask, sessionsUrl(ask.viewer.login), text.sessionEnded());
}

async function preferences(ask: MemberAsk, parts: Parts): Promise<Preferences> {
  const user = await findUser(parts.database.read, ask.viewer.userId);
  return {
    login: ask.viewer.login,
    formToken: ask.session.formToken(),
    reading: parseReading(user?.reading ?? formatReading(ask.frame().reading)),
    adultConsent: ask.viewer.adultConsent,
    email: user?.email ?? null,
    timeZone: user?.time_zone ?? 'UTC',
    share: await readDiskShare(parts.database.read, parts.settings, ask.viewer.userId),
  };
}

async function pseudsPageOf(
  ask: MemberAsk,
  parts: Parts,
  refused: Partial<Parameters<typeof pseudsPage>[0]> = {},
) {
  const { login, userId } = ask.viewer;
  const pseuds = await listPseuds(parts.database.read, userId);
  return pseudsPage({ login, formToken: ask.session.formToken(), pseuds, ...refused });
}

async function ownPseud(ask: MemberAsk, parts: Parts): Promise<OwnPseud> {
  const id = parseId<PseudId>(ask.params['pseudId']);
  const pseuds = await listPseuds(parts.database.read, ask.viewer.userId);
  const found = pseuds.find((pseud) => pseud.id === id);
  if (found === undefined) throw new Refused(404);
  return found;
}
