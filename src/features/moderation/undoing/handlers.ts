// The page on which moderators undo what an account did: first a look, then the act.
import { Refused } from '../../../kit/http/index.ts';
import { parseId, type UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Undoer } from '../../../shared/undoing.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { findPerson } from '../../accounts/index.ts';
import { mayDecideAbout, type Subject } from '../actions.ts';
import { text } from '../messages.ts';
import { typedAct } from '../rulings/form.ts';
import { type ActTyped, nothingTyped } from '../rulings/pages/ruling-fields.ts';
import { undoPersonUrl } from '../urls.ts';
import { takeBack, undoAll } from './actions.ts';
import { undoPage } from './pages/undo-page.ts';
import type { UndoingId } from './schema.ts';
import { listUndoings } from './store.ts';

type Typed = ActTyped & { readonly from: string; readonly to: string };

export function showUndo(undoers: readonly Undoer[]) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const from = ask.query.get('from') ?? '';
    const to = ask.query.get('to') ?? '';
    return answerUndo(ask, parts, undoers, { ...nothingTyped, from, to }, 200);
  };
}

export function submitUndo(undoers: readonly Undoer[]) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const subject = await subjectOf(ask, parts);
    const form = await ask.form();
    const typed = { ...typedAct(form), from: form.text('from'), to: form.text('to') };
    const undoing = parseId<UndoingId>(form.text('undoing'));
    const errors =
      undoing === null
        ? await undoAll(parts, undoers, ask.viewer, subject, {
            ...typed,
            from: timeOf(typed.from) ?? Number.NaN,
            // The minute that was typed is in it.
            to: (timeOf(typed.to) ?? Number.NaN) + 59_999,
          })
        : await takeBack(parts, undoers, ask.viewer, subject, { ...typed, undoing });
    if (errors.length > 0) return answerUndo(ask, parts, undoers, { ...typed, errors }, 422);
    const said = undoing === null ? text.undone() : text.redone();
    return answerDone(ask, undoPersonUrl(subject.title), said);
  };
}

async function answerUndo(
  ask: MemberAsk,
  parts: Parts,
  undoers: readonly Undoer[],
  typed: Typed,
  status: number,
): Promise<Response> {
  const subject = await subjectOf(ask, parts);
  const { read } = parts.database;
  const user = subject.id as UserId;
  const [from, to] = [timeOf(typed.from), timeOf(typed.to)];
  const counts =
    from === null || to === null
      ? null
      : await Promise.all(
          undoers.map(async (undoer) => {
            const count = await undoer.count(read, { user, from, to: to + 59_999 });
            return { kind: undoer.kind, count };
          }),
        );
  const undoings = await listUndoings(read, user);
  const page = undoPage(ask.frame(), { login: subject.title, counts, undoings, ...typed });
  return answerPage(ask, page, status);
}

async function subjectOf(
  ask: MemberAsk,
  parts: Parts,
): Promise<Subject & { readonly kind: 'user' }> {
  const { read } = parts.database;
  const person = await findPerson(read, ask.viewer, ask.params['login'] ?? '');
  if (person === null) throw new Refused(404);
  if (!(await mayDecideAbout(read, ask.viewer, person.id))) {
    throw new Refused(403, { detail: text.notYourEqual() });
  }
  return { kind: 'user', id: person.id, title: person.login, people: [person.id] };
}

/** `2026-03-01T12:00` in UTC; null for anything else. */
function timeOf(typed: string): number | null {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/.test(typed)) return null;
  const time = Date.parse(`${typed.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? null : time;
}
