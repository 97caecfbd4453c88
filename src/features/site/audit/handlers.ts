// The audit as moderators and admins read it, and how long it is kept.
import { dayMs } from '../../../kit/time/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { deleteOldAudit } from '../../accounts/index.ts';
import { readSettingsOfSite } from '../site-settings.ts';
import { auditPerPage, deletedAtOnce } from './limits.ts';
import { auditPage, type TypedWish } from './pages/audit-page.ts';
import { type AuditWish, findActor, listAuditRows, listAuditWords } from './store.ts';

export async function showAudit(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { read } = parts.database;
  const { query } = ask;
  const field = (name: string) => (query.get(name) ?? '').trim().replaceAll('\u0000', '');
  const typed: TypedWish = {
    who: field('who'),
    act: field('act'),
    kind: field('kind'),
    subject: field('subject'),
    from: field('from'),
    to: field('to'),
  };
  const who = typed.who === '' ? null : await actorOf(parts, typed.who);
  // Somebody whom nobody knows did nothing; everything else that cannot be meant is left out.
  const isNobody = who === undefined;
  const wish: AuditWish = {
    who: who ?? null,
    act: typed.act || null,
    kind: typed.kind || null,
    subject: parseId(typed.subject),
    from: dayOf(typed.from),
    to: endOf(typed.to),
    after: rowOf(field('after')),
  };
  const rows = isNobody ? [] : await listAuditRows(read, ask.viewer.userId, wish, auditPerPage + 1);
  const words = await listAuditWords(read);
  const { auditDays } = await readSettingsOfSite(read);
  const shown = { rows: rows.slice(0, auditPerPage), typed, words, auditDays };
  const last = rows.length > auditPerPage ? shown.rows.at(-1) : undefined;
  return answerPage(ask, auditPage({ ...shown, after: last && `${last.at}-${last.id}` }));
}

/** Undefined: there is nobody of that name. */
async function actorOf(
  { database }: Parts,
  typed: string,
): Promise<Exclude<AuditWish['who'], null> | undefined> {
  if (typed === '-') return 'operator';
  return (await findActor(database.read, typed)) ?? undefined;
}

function dayOf(typed: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed)) return null;
  const at = Date.parse(`${typed}T00:00:00Z`);
  return Number.isNaN(at) ? null : at;
}

function endOf(typed: string): number | null {
  const at = dayOf(typed);
  return at === null ? null : at + dayMs;
}

function rowOf(typed: string): AuditWish['after'] {
  const [at, id] = typed.split('-').map((part) => parseId<number>(part));
  return at && id ? { at, id } : null;
}

/** Deletes what is older than the host wants it kept, in slices. */
export async function forgetAudit(parts: Parts): Promise<void> {
  const { auditDays } = await readSettingsOfSite(parts.database.read);
  if (auditDays === 0) return;
  const before = parts.clock.now() - auditDays * dayMs;
  const slice = () =>
    parts.database.write((transaction) => deleteOldAudit(transaction, before, deletedAtOnce));
  while ((await slice()) === deletedAtOnce);
}
