// The member's notices, their choices, and the page that stops mails.
import { Refused } from '../../kit/http/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../web/answer.ts';
import type { Ask, MemberAsk } from '../../web/ask.ts';
import { chooseWays, readNotices, stopMailsTo, wayOf } from './actions.ts';
import { noticesOnPage } from './limits.ts';
import { sayNotices } from './mailing.ts';
import { text } from './messages.ts';
import { type NoticeId, type NoticeKind, type NoticeWay, noticeWays } from './notice.ts';
import { choicesPage } from './pages/choices-page.ts';
import { noticesPage } from './pages/notices-page.ts';
import { stopPage, stoppedPage } from './pages/stop-page.ts';
import { findReceiver, listNotices, readChoices } from './store.ts';
import { userOfStopToken } from './unsubscribe.ts';
import { noticeChoicesUrl, noticesUrl } from './urls.ts';

export function showNotices(kinds: readonly NoticeKind[]) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    ownerOnly(ask);
    const { read } = parts.database;
    const { userId, login } = ask.viewer;
    const wanted = ask.query.get('kind');
    const kind = kinds.find(({ name }) => name === wanted)?.name ?? null;
    const asked = { kind, unreadOnly: ask.query.get('unread') === '1' };
    const page = pageAsked(ask.query.get('page'));
    const span = { offset: (page - 1) * noticesOnPage, limit: noticesOnPage };
    const { notices, all } = await listNotices(read, userId, asked, span);
    const pages = Math.max(1, Math.ceil(all / noticesOnPage));
    if (page > pages) throw new Refused(404);
    const said = await sayNotices(kinds, ask.viewer, notices);
    const zone = (await findReceiver(read, userId))?.zone ?? 'UTC';
    const token = ask.session.formToken();
    const shown = { login, token, zone, asked, kinds, notices, said, page, pages };
    return answerPage(ask, noticesPage(shown));
  };
}

/** One notice, or all that were there when the page was. */
export async function submitRead(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const id = parseId<NoticeId>(form.text('notice'));
  const until = parseId<number>(form.text('until'));
  if (id !== null) await readNotices(parts, ask.viewer, { id });
  else if (until !== null) await readNotices(parts, ask.viewer, { until });
  return answerDone(ask, noticesUrl(ask.viewer.login), text.marked());
}

export function showChoices(kinds: readonly NoticeKind[]) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    ownerOnly(ask);
    const { read } = parts.database;
    const { userId, login } = ask.viewer;
    const choices = await readChoices(read, userId);
    const receiver = await findReceiver(read, userId);
    const page = choicesPage({
      login,
      token: ask.session.formToken(),
      kinds,
      wayOf: (kind) => wayOf(choices, kind),
      sendsMail: parts.settings.smtpUrl !== null,
      hasAddress: (receiver?.email ?? null) !== null,
    });
    return answerPage(ask, page);
  };
}

export function submitChoices(kinds: readonly NoticeKind[]) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    ownerOnly(ask);
    const form = await ask.form();
    const ways = new Map<string, NoticeWay>();
    for (const { name } of kinds) {
      const way = noticeWays.find((one) => one === form.text(`way[${name}]`));
      if (way !== undefined) ways.set(name, way);
    }
    await chooseWays(parts, ask.viewer, ways);
    return answerDone(ask, noticeChoicesUrl(ask.viewer.login), text.choicesSaved());
  };
}

/** GET changes nothing: whatever looks into mails may follow the link. */
export function showStop(ask: Ask, parts: Parts): Response {
  orNotFound(userOfStopToken(parts.secret, ask.params['token'] ?? ''));
  return withoutReferrer(answerPage(ask, stopPage(ask.path)));
}

export async function submitStop(ask: Ask, parts: Parts): Promise<Response> {
  const user = orNotFound(userOfStopToken(parts.secret, ask.params['token'] ?? ''));
  await stopMailsTo(parts, user);
  return withoutReferrer(answerPage(ask, stoppedPage()));
}

function withoutReferrer(answer: Response): Response {
  answer.headers.set('referrer-policy', 'no-referrer');
  return answer;
}

/** Members may open these pages, but only their own. */
export function ownerOnly(ask: MemberAsk): void {
  const login = ask.params['login'] ?? '';
  if (login.toLowerCase() !== ask.viewer.login.toLowerCase()) throw new Refused(403);
}

function pageAsked(asked: string | null): number {
  return parseId<number>(asked ?? undefined) ?? 1;
}
