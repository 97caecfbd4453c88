// The host's page of invitations: the queue, each day's, and what members have to give.
import type { Form } from '../../../../kit/http/index.ts';
import type { Parts } from '../../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../../web/answer.ts';
import type { MemberAsk } from '../../../../web/ask.ts';
import type { FormProblems } from '../../../../web/controls.ts';
import { readRegistration } from '../../registration-mode.ts';
import { invitationDeskUrl } from '../../urls.ts';
import { grantInvitations, inviteFromQueue, setDaily } from '../actions.ts';
import { givenAtOnceMost, listedMost } from '../limits.ts';
import { text } from '../messages.ts';
import { type DeskTyped, invitationDeskPage } from '../pages/desk-page.ts';
import { countWaiting, listInvitations, readDaily } from '../store.ts';

export async function showDesk(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerDesk(ask, parts, {}, []);
}

export async function inviteFirst(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const count = readCount(form, 'first', 1);
  if (count === null) return refuse(ask, parts, { first: form.text('first') }, 'first', 1);
  const invited = await inviteFromQueue(parts, ask.viewer.userId, count);
  return answerDone(ask, invitationDeskUrl, text.deskInvited({ count: invited }));
}

export async function saveDaily(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const count = readCount(form, 'daily', 0);
  if (count === null) return refuse(ask, parts, { daily: form.text('daily') }, 'daily', 0);
  await setDaily(parts, ask.viewer.userId, count);
  return answerDone(ask, invitationDeskUrl, text.deskDailySaved());
}

export async function grant(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const typed = { login: form.text('login').trim(), count: form.text('count') };
  const count = readCount(form, 'count', 1);
  if (count === null) return refuse(ask, parts, typed, 'count', 1);
  const login = typed.login === '' ? null : typed.login;
  const granted = await grantInvitations(parts, ask.viewer.userId, { login, count });
  if (!granted.ok) return answerDesk(ask, parts, typed, granted.problems);
  return answerDone(ask, invitationDeskUrl, text.deskGranted({ count: granted.value }));
}

function readCount(form: Form, field: string, least: number): number | null {
  const typed = form.text(field).trim();
  const count = /^\d{1,6}$/.test(typed) ? Number(typed) : -1;
  return count >= least && count <= givenAtOnceMost ? count : null;
}

function refuse(
  ask: MemberAsk,
  parts: Parts,
  typed: DeskTyped,
  field: string,
  least: number,
): Promise<Response> {
  const detail = text.countForm({ least, most: givenAtOnceMost });
  return answerDesk(ask, parts, typed, [{ field, detail }]);
}

async function answerDesk(
  ask: MemberAsk,
  parts: Parts,
  typed: DeskTyped,
  problems: FormProblems,
): Promise<Response> {
  const { read } = parts.database;
  const page = invitationDeskPage({
    formToken: ask.session.formToken(),
    registration: await readRegistration(read, parts.settings),
    waiting: await countWaiting(read),
    daily: (await readDaily(read)).count,
    given: await listInvitations(read, null, listedMost),
    now: parts.clock.now(),
    typed,
    problems,
  });
  return answerPage(ask, page, problems.length > 0 ? 422 : 200);
}
