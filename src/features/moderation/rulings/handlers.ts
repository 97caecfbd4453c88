// A decision of moderators as those whose it is read it, and their appeal.
import { Refused } from '../../../kit/http/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { decisionsShown } from '../limits.ts';
import { rulingUrl } from '../urls.ts';
import { appeal } from './actions.ts';
import { isTaking, kinOf } from './acts.ts';
import { text } from './messages.ts';
import { rulingPage, rulingsPage } from './pages/ruling-page.ts';
import type { RulingId, RulingsTable } from './schema.ts';
import { listRulings, listToldOf, listToldTo } from './store.ts';

export async function showOwnRulings(ask: MemberAsk, parts: Parts): Promise<Response> {
  const rulings = await listToldOf(parts.database.read, ask.viewer.userId, decisionsShown);
  return answerPage(ask, rulingsPage(rulings));
}

export async function showRuling(ask: MemberAsk, parts: Parts): Promise<Response> {
  const ruling = await rulingOf(ask, parts);
  const isOver = !(await stands(parts, ruling));
  return answerPage(ask, rulingPage(ask.frame(), { ruling, isOver, appeal: '', errors: [] }));
}

export async function submitAppeal(ask: MemberAsk, parts: Parts): Promise<Response> {
  const ruling = await rulingOf(ask, parts);
  const typed = (await ask.form()).text('appeal');
  if (!(await mayAppeal(parts, ruling))) throw new Refused(409);
  const errors = await appeal(parts, ask.viewer, ruling, typed);
  if (errors.length === 0) return answerDone(ask, rulingUrl(ruling), text.appealSent());
  const shown = { ruling, isOver: false, appeal: typed, errors };
  return answerPage(ask, rulingPage(ask.frame(), shown), 422);
}

async function rulingOf(ask: MemberAsk, parts: Parts): Promise<RulingsTable> {
  const id = parseId<RulingId>(ask.params['id']);
  const { read } = parts.database;
  const [ruling] = id === null ? [] : await listToldTo(read, ask.viewer.userId, [id]);
  if (ruling === undefined) throw new Refused(404);
  return ruling;
}

/** Against what stands, and once. */
async function mayAppeal(parts: Parts, ruling: RulingsTable): Promise<boolean> {
  return isTaking(ruling.act) && ruling.appealed_at === null && stands(parts, ruling);
}

/** It is the last word about its question. */
async function stands({ database }: Parts, ruling: RulingsTable): Promise<boolean> {
  const subject = { kind: ruling.subject_kind, id: ruling.subject_id };
  const kin = kinOf(ruling.act);
  const rulings = await listRulings(database.read, subject);
  return rulings.find(({ act }) => kin.includes(act))?.id === ruling.id;
}
