// A member's own list of what they have opened and marked, and their history.
import { Refused } from '../../../kit/http/index.ts';
import { parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { answerDone, orNotFound } from '../../../web/answer.ts';
import type { Ask, MemberAsk } from '../../../web/ask.ts';
import { returnPath } from '../../accounts/index.ts';
import { answerWorksList, type Finding } from '../../finding/index.ts';
import { bringBack } from '../bringing/bring.ts';
import { readRows } from '../bringing/rows.ts';
import { isIn, listEntries, listOfEntries, readPart } from '../list.ts';
import { text } from '../messages.ts';
import { type HistoryStanding, historyPart } from '../pages/history-part.ts';
import { listedIn, partItems, readingsPage } from '../pages/readings-page.ts';
import { countVisits, findCleared, readHistoryChoice } from '../store/visits.ts';
import { readingsUrl } from '../urls.ts';
import { performHistoryAct, readHistoryAct, removeVisit } from './actions.ts';
import type { VisitKeeper } from './keeper.ts';
import type { HistoryChoice } from './visit.ts';

export function showReadings(finding: Finding, visits: VisitKeeper) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const { viewer } = ask;
    refuseOthers(ask);
    await writeNoted(parts, visits);
    const { read } = parts.database;
    const part = readPart(ask.query.get('show'));
    const [all, history] = await Promise.all([
      listEntries(read, viewer),
      readHistory(parts, viewer),
    ]);
    const frame = ask.frame();
    const beside = { login: viewer.login, formToken: frame.formToken, back: frame.path };
    const list = {
      ...listOfEntries(
        all.filter((entry) => isIn(part, entry)),
        beside,
      ),
      address: readingsUrl(viewer.login),
      ...(part === 'all' ? {} : { keep: { show: part } }),
      of: listedIn,
      title: text.title(),
      feed: null,
      under: {
        actions: partItems(viewer.login, part),
        after: historyPart(frame, history),
      },
      book: null,
    };
    return answerWorksList(ask, parts, finding, list, ({ body }) => readingsPage(body));
  };
}

/** What was opened a moment ago is there; where it cannot be written, the rest is. */
export async function writeNoted({ log }: Parts, visits: VisitKeeper): Promise<void> {
  await visits
    .flush()
    .catch((error: Error) => log.warn({ reason: error.message }, 'visits were not written'));
}

export function submitHistory(visits: VisitKeeper) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    refuseOthers(ask);
    const form = await ask.form();
    const act = readHistoryAct(form.text('do'));
    if (act === null) throw new Refused(422);
    await visits.flush();
    await performHistoryAct(parts, ask.viewer, act);
    const back = returnPath(form.text('back')) ?? readingsUrl(ask.viewer.login);
    return answerDone(ask, back, text[`done-${act}`]());
  };
}

/** Whether the member sees the work now is not asked: the row is theirs. */
export function submitRemoval(visits: VisitKeeper) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    refuseOthers(ask);
    const work = orNotFound(parseId<WorkId>(ask.params['id']));
    const form = await ask.form();
    await visits.flush();
    await removeVisit(parts, ask.viewer, work);
    const back = returnPath(form.text('back')) ?? readingsUrl(ask.viewer.login);
    return answerDone(ask, back, text.removed());
  };
}

/** Files of a takeout, one after the other. */
export function submitBroughtBack(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    refuseOthers(ask);
    const home = readingsUrl(ask.viewer.login);
    const files = (await ask.form())
      .files('file')
      .map(({ bytes }) => new TextDecoder().decode(bytes));
    const rows = files.map((content) => readRows(content, parts.clock.now()));
    const read = rows.filter((each) => each !== null);
    if (read.length === 0 || read.length < rows.length)
      return answerDone(ask, home, text.notRead());
    const all = {
      marks: read.flatMap(({ marks }) => marks),
      visits: read.flatMap(({ visits }) => visits),
    };
    const back = await bringBack(parts, finding, ask.viewer, all);
    return answerDone(ask, home, text.broughtBack(back));
  };
}

/** Nobody else's, for moderators too. */
function refuseOthers({ params, viewer }: MemberAsk): void {
  if (params['login']?.toLowerCase() !== viewer.login.toLowerCase()) throw new Refused(403);
}

/** What a work's page asks whoever has not answered; null for guests. */
export async function readOwnHistoryChoice(ask: Ask, parts: Parts): Promise<HistoryChoice | null> {
  if (ask.viewer.kind === 'guest') return null;
  return readHistoryChoice(parts.database.read, ask.viewer);
}

/** How a member's history stands. */
export async function readHistory(
  { database, clock }: Parts,
  member: Member,
): Promise<HistoryStanding> {
  const { read } = database;
  const [choice, opened, cleared] = await Promise.all([
    readHistoryChoice(read, member),
    countVisits(read, member),
    findCleared(read, member, clock.now()),
  ]);
  return { choice, opened, cleared };
}
