// The moderators' desk, and the way from it to one work or person.
import { seeOther } from '../../kit/http/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { findPerson } from '../accounts/index.ts';
import { findModerated } from '../works/index.ts';
import { countNew } from './cases/store.ts';
import { text } from './messages.ts';
import { deskPage } from './pages/moderation-pages.ts';
import { listHidden } from './store.ts';
import { moderatePersonUrl, moderateWorkUrl } from './urls.ts';

export async function showDesk(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerDesk(ask, parts, { typed: '', errors: [] }, 200);
}

/** Takes an address or a log-in name to the page of that subject. */
export async function findSubject(ask: MemberAsk, parts: Parts): Promise<Response> {
  const typed = (await ask.form()).text('subject').trim();
  const work = parseId<WorkId>(/(?:^|\/works\/)([0-9]+)/.exec(typed)?.[1]);
  const { read } = parts.database;
  if (work !== null && (await findModerated(read, work)) !== null) {
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
