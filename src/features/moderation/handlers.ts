// The moderators' desk, its first part: hide and show again, with reasons.
import { Refused, seeOther } from '../../kit/http/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { findPerson, listAudit, pseudsByIds } from '../accounts/index.ts';
import { findWork } from '../works/index.ts';
import { type Subject, setHidden } from './actions.ts';
import { countNew } from './cases/store.ts';
import { text } from './messages.ts';
import {
  deskPage,
  type ShownSubject,
  type SubjectPage,
  subjectPage,
} from './pages/moderation-pages.ts';
import { listRulings } from './rulings/store.ts';
import { listActors, listHidden } from './store.ts';
import { moderatePersonUrl, moderateWorkUrl } from './urls.ts';

export async function showDesk(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerDesk(ask, parts, { typed: '', errors: [] }, 200);
}

/** Takes an address or a log-in name to the page of that subject. */
export async function findSubject(ask: MemberAsk, parts: Parts): Promise<Response> {
  const typed = (await ask.form()).text('subject').trim();
  const work = parseId<WorkId>(/(?:^|\/works\/)([0-9]+)/.exec(typed)?.[1]);
  const { read } = parts.database;
  if (work !== null && (await findWork(read, ask.viewer, work)).work !== null) {
    return seeOther(moderateWorkUrl({ id: work }));
  }
  const login = /([A-Za-z0-9_]{3,40})\/?$/.exec(typed)?.[1];
  const person = login === undefined ? null : await findPerson(read, ask.viewer, login);
  if (person !== null) return seeOther(moderatePersonUrl(person.login));
  const errors = [{ field: 'subject', detail: text.deskNotFound() }];
  return answerDesk(ask, parts, { typed, errors }, 422);
}

async function answerDesk(
  ask: MemberAsk,
  { database: { read } }: Parts,
  asked: Parameters<typeof deskPage>[2],
  status: number,
): Promise<Response> {
  const hidden = await listHidden(read);
  const newCases = await countNew(read, ask.viewer.userId);
  return answerPage(ask, deskPage(ask.frame(), { hidden, newCases }, asked), status);
}

type FoundSubject = { readonly subject: Subject; readonly shown: ShownSubject };

export function showSubject(find: typeof workOfAddress) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const found = await find(ask, parts);
    const typed = { reason: '', policy: '', words: '', errors: [] };
    return answerSubject(ask, parts, found, typed, 200);
  };
}

export function submitSubject(find: typeof workOfAddress) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const found = await find(ask, parts);
    const form = await ask.form();
    const hidden = form.text('do') !== 'show';
    const [reason, policy, words] = [form.text('reason'), form.text('policy'), form.text('words')];
    const wish = { hidden, reason, policy, words };
    const errors = await setHidden(parts, ask.viewer, found.subject, wish);
    if (errors.length > 0) {
      return answerSubject(ask, parts, found, { reason, policy, words, errors }, 422);
    }
    return answerDone(ask, ask.path, hidden ? text.hidden() : text.shown());
  };
}

async function answerSubject(
  ask: MemberAsk,
  parts: Parts,
  { subject, shown }: FoundSubject,
  form: Pick<SubjectPage, 'reason' | 'policy' | 'words' | 'errors'>,
  status: number,
): Promise<Response> {
  const { read } = parts.database;
  const history = await listAudit(read, subject.kind, subject.id);
  const ids = history.flatMap((entry) => entry.actorId ?? []);
  const actors = await listActors(read, [...new Set(ids)]);
  const rulings = await listRulings(read, subject);
  const page = subjectPage(ask.frame(), { subject: shown, history, actors, rulings, ...form });
  return answerPage(ask, page, status);
}

export async function workOfAddress(ask: MemberAsk, parts: Parts): Promise<FoundSubject> {
  const id = parseId<WorkId>(ask.params['id']);
  const { read } = parts.database;
  const work = id === null ? null : (await findWork(read, ask.viewer, id)).work;
  if (work === null) throw new Refused(404);
  const pseuds = await pseudsByIds(
    read,
    work.creators.map((creator) => creator.pseudId),
  );
  const creatorIds = pseuds.map((pseud) => pseud.userId);
  return {
    subject: { kind: 'work', id: work.id, title: work.title, creatorIds },
    shown: { kind: 'work', id: work.id, title: work.title, hidden: work.hidden },
  };
}

export async function personOfAddress(ask: MemberAsk, parts: Parts): Promise<FoundSubject> {
  const person = await findPerson(parts.database.read, ask.viewer, ask.params['login'] ?? '');
  if (person === null) throw new Refused(404);
  return {
    subject: { kind: 'user', id: person.id, title: person.login },
    shown: { kind: 'user', login: person.login, hidden: person.hidden },
  };
}
