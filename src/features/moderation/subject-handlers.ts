// One work or person: what moderators decide about it, with reasons, and note of a person.
import { Refused } from '../../kit/http/index.ts';
import { parseId, type UserId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { dateText } from '../../web/controls.ts';
import { findPerson, listAudit, readBar, readHiding } from '../accounts/index.ts';
import { personUrl } from '../accounts/urls.ts';
import { findHeld, findModerated } from '../works/index.ts';
import { workUrl } from '../works/urls.ts';
import { actsFor, decide, mayDecideAbout, type Subject } from './actions.ts';
import { noteOnPerson } from './dossier/notes.ts';
import { listPersonNotes } from './dossier/store.ts';
import { text } from './messages.ts';
import { type ShownSubject, subjectPage } from './pages/subject-page.ts';
import { acts } from './rulings/acts.ts';
import { typedAct } from './rulings/form.ts';
import { type ActTyped, doneWords, nothingTyped } from './rulings/pages/ruling-fields.ts';
import { listRulings } from './rulings/store.ts';
import { listActors } from './store.ts';
import { moderatePersonUrl, moderateWorkUrl, undoPersonUrl } from './urls.ts';

type FoundSubject = { readonly subject: Subject; readonly shown: ShownSubject };
type Find = (ask: MemberAsk, parts: Parts) => Promise<FoundSubject>;
type Typed = ActTyped & { readonly note: string };

export function showSubject(find: Find) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const found = await find(ask, parts);
    return answerSubject(ask, parts, found, { note: '', ...nothingTyped }, 200);
  };
}

export function submitSubject(find: Find) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const found = await find(ask, parts);
    const form = await ask.form();
    const act = acts.find((one) => one === form.text('do'));
    if (act === undefined) throw new Refused(422);
    const typed = typedAct(form);
    const wish = { ...typed, act, days: Number(typed.days) };
    const errors = await decide(parts, ask.viewer, found.subject, wish);
    if (errors.length > 0) {
      return answerSubject(ask, parts, found, { note: '', ...typed, errors }, 422);
    }
    return answerDone(ask, found.shown.action, doneWords[act]());
  };
}

export async function submitNote(ask: MemberAsk, parts: Parts): Promise<Response> {
  const found = await personOfAddress(ask, parts);
  const note = (await ask.form()).text('note');
  const errors = await noteOnPerson(parts, ask.viewer, found.subject.id as UserId, note);
  if (errors.length === 0) return answerDone(ask, found.shown.action, text.noted());
  return answerSubject(ask, parts, found, { ...nothingTyped, note, errors }, 422);
}

async function answerSubject(
  ask: MemberAsk,
  parts: Parts,
  { subject, shown }: FoundSubject,
  typed: Typed,
  status: number,
): Promise<Response> {
  const { read } = parts.database;
  const possible = await actsFor(parts, ask.viewer, subject);
  const isAboutSelf = subject.people.includes(ask.viewer.userId);
  const history = isAboutSelf ? [] : await listAudit(read, subject.kind, subject.id);
  const ids = history.flatMap((entry) => entry.actorId ?? []);
  const actors = await listActors(read, [...new Set(ids)]);
  const rulings = isAboutSelf ? [] : await listRulings(read, subject);
  const notes = await notesOn(ask, parts, subject);
  const undoHref = notes === null ? null : undoPersonUrl(subject.title);
  const page = { subject: shown, possible, history, actors, rulings, notes, undoHref, ...typed };
  return answerPage(ask, subjectPage(ask.frame(), page), status);
}

async function notesOn({ viewer }: MemberAsk, { database: { read } }: Parts, subject: Subject) {
  const { kind, id } = subject;
  if (kind !== 'user' || !(await mayDecideAbout(read, viewer, id as UserId))) return null;
  return listPersonNotes(read, id as UserId);
}

export async function workOfAddress(ask: MemberAsk, parts: Parts): Promise<FoundSubject> {
  const id = parseId<WorkId>(ask.params['id']);
  const { read } = parts.database;
  const work = id === null ? null : await findModerated(read, id);
  if (work === null) throw new Refused(404);
  const { title, creatorIds } = work;
  const isHeld = (await findHeld(read, work.id))?.verdict === null;
  const states = isHeld ? [text.isHeld()] : work.hidden ? [text.isHidden()] : [];
  if (work.restricted) states.push(text.isRestricted());
  if (work.removed) states.push(text.isRemoved());
  return {
    subject: { kind: 'work', id: work.id, title, people: creatorIds },
    shown: {
      title: text.workTitle({ title }),
      address: workUrl(work),
      lead: text.hideWorkExplanation(),
      states,
      action: moderateWorkUrl(work),
    },
  };
}

export async function personOfAddress(ask: MemberAsk, parts: Parts): Promise<FoundSubject> {
  const { read } = parts.database;
  const person = await findPerson(read, ask.viewer, ask.params['login'] ?? '');
  if (person === null) throw new Refused(404);
  const { id, login, hidden } = person;
  const bar = await readBar(read, id, parts.clock.now());
  const states = hidden ? [text.isHidden()] : [];
  if ((await readHiding(read, id))?.profile) states.push(text.isProfileHidden());
  if (bar?.kind === 'banned') states.push(text.isBanned());
  if (bar?.kind === 'suspended') {
    states.push(text.isSuspended({ date: dateText(bar.until ?? 0) }));
  }
  return {
    subject: { kind: 'user', id, title: login, people: [id] },
    shown: {
      title: text.personTitle({ login }),
      address: personUrl(login),
      lead: text.personLead(),
      states: states.length === 0 ? [text.isOpen()] : states,
      action: moderatePersonUrl(login),
    },
  };
}
