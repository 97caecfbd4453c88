// Pages of next of kin: whom one has named, and what one may do for whom.
import { type FieldError, Refused } from '../../kit/http/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { findAccount, ownerOnly } from '../accounts/index.ts';
import { sendTakeout } from '../takeout/index.ts';
import { ownedByWorks } from '../works/index.ts';
import { answerNaming, askToAct, forgetKin, nameKin, readStage, sayHere } from './actions.ts';
import { adoptWorks, noteAct, orphanAll, requireOpen } from './acts.ts';
import { text } from './messages.ts';
import { kinOfPage, ownKinPage } from './pages/kin-pages.ts';
import { findKinship, type Kinship, listNaming } from './store.ts';
import { kinOfUrl, ownKinUrl } from './urls.ts';

export async function showOwnKin(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  return answerOwn(ask, parts, '', []);
}

export async function submitOwnKin(ask: MemberAsk, parts: Parts): Promise<Response> {
  ownerOnly(ask);
  const form = await ask.form();
  const there = ownKinUrl(ask.viewer.login);
  if (form.text('do') === 'here') {
    await sayHere(parts, ask.viewer);
    return answerDone(ask, there, text.ownHereDone());
  }
  if (form.text('do') === 'forget') {
    await forgetKin(parts, ask.viewer);
    return answerDone(ask, there, text.ownForgetDone());
  }
  const login = form.text('login').trim();
  const problems = await nameKin(parts, ask.viewer, login);
  if (problems.length > 0) return answerOwn(ask, parts, login, problems);
  return answerDone(ask, there, text.ownNameDone());
}

async function answerOwn(
  ask: MemberAsk,
  parts: Parts,
  typed: string,
  problems: readonly FieldError[],
): Promise<Response> {
  const { read } = parts.database;
  const { userId, login } = ask.viewer;
  const own = await findKinship(read, userId);
  const page = ownKinPage({
    login,
    formToken: ask.session.formToken(),
    own: own === null ? null : { ...own, stage: await readStage(parts, own) },
    naming: await listNaming(read, userId),
    typed,
    problems,
  });
  return answerPage(ask, page, problems.length > 0 ? 422 : 200);
}

export async function showKinOf(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerKinOf(ask, parts, await kinshipAsked(ask, parts), '', []);
}

export async function submitKinOf(ask: MemberAsk, parts: Parts): Promise<Response> {
  const known = await kinshipAsked(ask, parts);
  const form = await ask.form();
  const there = kinOfUrl(known.holder);
  switch (form.text('do')) {
    case 'accept':
      await answerNaming(parts, known, true);
      return answerDone(ask, there, text.ofDone());
    case 'decline':
      await answerNaming(parts, known, false);
      return answerDone(ask, ownKinUrl(ask.viewer.login), text.ofDone());
    case 'adopt':
      return answerDone(
        ask,
        there,
        text.adopted({ count: await adoptWorks(parts, ask.viewer, known) }),
      );
    case 'orphan':
      return answerDone(
        ask,
        there,
        text.orphaned({ count: await orphanAll(parts, ask.viewer, known) }),
      );
    default: {
      const words = form.text('words');
      const problems = await askToAct(parts, known, words);
      if (problems.length > 0) return answerKinOf(ask, parts, known, words, problems);
      return answerDone(ask, there, text.ofAsked());
    }
  }
}

/** The works alone: nothing else of the holder's is the kin's to know. */
export async function submitKinTakeout(ask: MemberAsk, parts: Parts): Promise<Response> {
  const known = await kinshipAsked(ask, parts);
  const holder = await requireOpen(parts, known);
  await noteAct(parts, ask.viewer.userId, known, 'take out works as next of kin');
  return sendTakeout(ask, parts, { member: holder, owned: ownedByWorks });
}

/** 404 for everybody but the kin. */
async function kinshipAsked(ask: MemberAsk, parts: Parts): Promise<Kinship> {
  const { read } = parts.database;
  const holder = await findAccount(read, ask.params['login'] ?? '');
  const known = holder === null ? null : await findKinship(read, holder.userId);
  if (known === null || known.kin_id !== ask.viewer.userId) throw new Refused(404);
  return known;
}

async function answerKinOf(
  ask: MemberAsk,
  parts: Parts,
  known: Kinship,
  typed: string,
  problems: readonly FieldError[],
): Promise<Response> {
  const page = kinOfPage({
    formToken: ask.session.formToken(),
    known,
    stage: await readStage(parts, known),
    typed,
    problems,
  });
  return answerPage(ask, page, problems.length > 0 ? 422 : 200);
}
