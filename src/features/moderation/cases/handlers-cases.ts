// The moderators' side of reports: the list of cases, and one case.
import { Refused } from '../../../kit/http/index.ts';
import {
  type ChapterId,
  parseId,
  type SeriesId,
  type UserId,
  type WorkId,
} from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { listAudit } from '../../accounts/index.ts';
import { findModerated, findSeriesFacts, findWorkOfChapter } from '../../works/index.ts';
import { actsFor, decide, type Subject } from '../actions.ts';
import { acts, isSubjectKind } from '../rulings/acts.ts';
import { typedAct } from '../rulings/form.ts';
import {
  type ActTyped,
  doneWords as actDone,
  nothingTyped,
} from '../rulings/pages/ruling-fields.ts';
import { listRulings } from '../rulings/store.ts';
import { listActors } from '../store.ts';
import { casesUrl, caseUrl } from '../urls.ts';
import { type CaseMove, caseMoves, moveCase, noteOnCase } from './actions.ts';
import { casesOnPage } from './limits.ts';
import { text } from './messages.ts';
import { casePage } from './pages/case-page.ts';
import { casesPage } from './pages/cases-page.ts';
import { type Reported, reportableOf } from './reportable.ts';
import type { CaseId, CasesTable } from './schema.ts';
import * as store from './store.ts';

export async function showCases(ask: MemberAsk, parts: Parts): Promise<Response> {
  const asked = ask.query.get('show');
  const which: store.Which = asked === 'mine' || asked === 'closed' ? asked : 'open';
  const page = parseId<number>(ask.query.get('page') ?? '1') ?? 1;
  const { read } = parts.database;
  const skipped = (page - 1) * casesOnPage;
  const { cases, all } = await store.listCases(read, ask.viewer.userId, which, skipped);
  const pages = Math.max(1, Math.ceil(all / casesOnPage));
  if (page > pages) throw new Refused(404);
  const names = await namesOf(
    parts,
    cases.map((one) => one.taken_by),
  );
  const hrefFor = (number: number) => `${casesUrl}?page=${number}&show=${which}`;
  const shown = { which, cases, names, pages: { page, pages, hrefFor } };
  return answerPage(ask, casesPage(shown));
}

export async function showCase(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerCase(ask, parts, { note: '', ...nothingTyped }, 200);
}

const doneWords: Readonly<Record<CaseMove, () => string>> = {
  take: text.taken,
  release: text.released,
  wait: text.waits,
  acted: text.closed,
  nothing: text.closed,
  reopen: text.reopened,
};

export async function submitCase(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { found, now } = await caseOf(ask, parts);
  const form = await ask.form();
  const wanted = form.text('do');
  const move = caseMoves.find((one) => one === wanted);
  if (move !== undefined) {
    await moveCase(parts, ask.viewer, found.id, move);
    return answerDone(ask, caseUrl(found), doneWords[move]());
  }
  const typed = { note: form.text('note'), ...typedAct(form) };
  const act = acts.find((one) => one === wanted);
  if (act !== undefined) {
    const subject = await subjectOf(parts, found, now);
    if (subject === null) throw new Refused(404);
    const wish = { ...typed, act, days: Number(typed.days), inCase: found.id };
    const errors = await decide(parts, ask.viewer, subject, wish);
    if (errors.length > 0) return answerCase(ask, parts, { ...typed, errors }, 422);
    return answerDone(ask, caseUrl(found), actDone[act]());
  }
  const errors = await noteOnCase(parts, ask.viewer, found.id, typed.note);
  if (errors.length > 0) return answerCase(ask, parts, { ...typed, errors }, 422);
  return answerDone(ask, caseUrl(found), text.noted());
}

/** What is decided about for a case: of a chapter its work. Null: there is no such thing now. */
async function subjectOf(
  { database: { read } }: Parts,
  { subject_kind: kind, subject_id: id }: CasesTable,
  now: Reported | null,
): Promise<Subject | null> {
  if (kind === 'work' || kind === 'chapter') {
    const work = kind === 'work' ? (id as WorkId) : await findWorkOfChapter(read, id as ChapterId);
    const found = work === null ? null : await findModerated(read, work);
    if (found === null) return null;
    return { kind: 'work', id: found.id, title: found.title, people: found.creatorIds };
  }
  if (now === null || !isSubjectKind(kind)) return null;
  const { title } = now;
  if (kind !== 'series') return { kind, id, title, people: now.people };
  // Told is whose series it is, not everybody whose work stands in it.
  const facts = await findSeriesFacts(read, id as SeriesId);
  return { kind, id, title, people: facts?.creatorUserIds ?? [] };
}

type Typed = ActTyped & { readonly note: string };

async function answerCase(
  ask: MemberAsk,
  parts: Parts,
  typed: Typed,
  status: number,
): Promise<Response> {
  const { found, now } = await caseOf(ask, parts);
  const { read } = parts.database;
  const [reports, all, evidence, notes, history, others] = await Promise.all([
    store.listReports(read, found.id),
    store.countReports(read, found.id),
    store.listEvidence(read, found.id),
    store.listNotes(read, found.id),
    listAudit(read, 'case', found.id),
    store.listOthers(read, ask.viewer.userId, found),
  ]);
  const rulings = await rulingsOf(parts, found);
  const ids = [found.taken_by, ...notes.map((note) => note.by_id)];
  const names = await namesOf(parts, [...ids, ...history.map(({ actorId }) => actorId)]);
  const shown = { found, now, reports, all, evidence, notes, history, others, names, rulings };
  const viewer = ask.viewer.userId;
  const subject = await subjectOf(parts, found, now);
  const possible = subject === null ? [] : await actsFor(parts, ask.viewer, subject);
  const page = casePage(ask.frame(), { ...shown, viewer, possible, ...typed });
  return answerPage(ask, page, status);
}

/** The case and what its subject is now; 404 for cases about the moderator, whatever the case. */
export async function caseOf(
  ask: MemberAsk,
  parts: Parts,
): Promise<{ readonly found: CasesTable; readonly now: Reported | null }> {
  const id = parseId<CaseId>(ask.params['id']);
  const { read } = parts.database;
  const found = id === null ? null : await store.findCase(read, ask.viewer.userId, id);
  if (found === null) throw new Refused(404);
  const reportable = reportableOf(found.subject_kind);
  const now = (await reportable?.find(read, ask.viewer, found.subject_id)) ?? null;
  if (now?.people.includes(ask.viewer.userId)) throw new Refused(404);
  return { found, now };
}

async function namesOf(
  { database: { read } }: Parts,
  ids: readonly (UserId | null)[],
): Promise<ReadonlyMap<number, string>> {
  return listActors(read, [...new Set(ids.flatMap((id) => id ?? []))]);
}

async function rulingsOf({ database: { read } }: Parts, found: CasesTable) {
  const { subject_kind: kind, subject_id: id } = found;
  return isSubjectKind(kind) ? listRulings(read, { kind, id }) : [];
}
