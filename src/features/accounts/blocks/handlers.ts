// Blocks of the member who asks: the list, the question, blocking, unblocking.
import { Refused } from '../../../kit/http/index.ts';
import { parseId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import type { FormProblems } from '../../../web/controls.ts';
import { type Route, route } from '../../../web/routes.ts';
import { findPerson } from '../store/people.ts';
import { blocksUrl } from '../urls.ts';
import { block, unblock } from './actions.ts';
import { blocksMax } from './limits.ts';
import { text } from './messages.ts';
import { askBlockPage, blocksPage } from './pages/blocks-pages.ts';
import type { BlockId } from './schema.ts';
import { listBlocks } from './store.ts';

export const blocksRoutes: readonly Route[] = [
  route('GET', blocksUrl, 'members', (ask, parts) => answerBlocks(ask, parts)),
  route('POST', blocksUrl, 'members', submitBlock),
  route('GET', `${blocksUrl}/new`, 'members', askBlock),
  route('POST', `${blocksUrl}/:id/delete`, 'members', submitUnblock),
];

async function answerBlocks(
  ask: MemberAsk,
  { database }: Parts,
  refused: { typed: string; problems: FormProblems } = { typed: '', problems: [] },
): Promise<Response> {
  const blocks = await listBlocks(database.read, ask.viewer.userId);
  const page = blocksPage({ blocks, token: ask.frame().formToken, ...refused });
  return answerPage(ask, page, refused.problems.length === 0 ? 200 : 422);
}

async function askBlock(ask: MemberAsk, { database }: Parts): Promise<Response> {
  const asked = ask.query.get('person') ?? '';
  const person = orNotFound(await findPerson(database.read, ask.viewer, asked));
  return answerPage(ask, askBlockPage(person.login, ask.frame().formToken));
}

async function submitBlock(ask: MemberAsk, parts: Parts): Promise<Response> {
  const typed = (await ask.form()).text('person').trim();
  const refuse = (detail: string) =>
    answerBlocks(ask, parts, { typed, problems: [{ field: 'person', detail }] });
  const person = await findPerson(parts.database.read, ask.viewer, typed);
  if (person === null) return refuse(text.unknownPerson({ name: typed.slice(0, 60) }));
  if (person.id === ask.viewer.userId) return refuse(text.ownself());
  if (!(await block(parts, ask.viewer, person.id))) {
    return refuse(text.tooMany({ most: blocksMax }));
  }
  return answerDone(ask, blocksUrl, text.blocked({ name: person.login }));
}

async function submitUnblock(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = parseId<BlockId>(ask.params['id']);
  if (id === null || !(await unblock(parts, ask.viewer, id))) throw new Refused(404);
  return answerDone(ask, blocksUrl, text.unblocked());
}
