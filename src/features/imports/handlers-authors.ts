// Claim links: the archivist's page of authors, and the page that a link leads to.
import { Refused } from '../../kit/http/index.ts';
import { parseId, type UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../web/answer.ts';
import type { Ask, MemberAsk } from '../../web/ask.ts';
import { claimWorks, optOut, readClaim, renewClaim } from './authors.ts';
import { text } from './messages.ts';
import { authorsPage, claimPage } from './pages/authors-pages.ts';
import { listAuthors } from './store/authors.ts';
import { claimUrl } from './urls.ts';

export async function showAuthors(ask: MemberAsk, parts: Parts): Promise<Response> {
  const authors = await listAuthors(parts.database.read, ask.viewer.userId);
  return answerPage(ask, authorsPage(ask.frame(), { authors, fresh: null }));
}

/** Makes a link and shows it once: only its hash is kept. */
export async function submitAuthor(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = parseId<UserId>((await ask.form()).text('author'));
  const authors = await listAuthors(parts.database.read, ask.viewer.userId);
  const author = authors.find(({ user_id }) => user_id === id);
  if (author === undefined) throw new Refused(404);
  const claim = orNotFound(await renewClaim(parts, author.user_id));
  const fresh = { name: author.name, link: `${parts.settings.url}${claimUrl(claim)}` };
  return answerPage(ask, authorsPage(ask.frame(), { authors, fresh }));
}

export async function showClaim(ask: Ask, parts: Parts): Promise<Response> {
  const claim = ask.params['token'] ?? '';
  const author = orNotFound(await readClaim(parts, claim));
  const page = { ...author, claim, isMember: ask.viewer.kind === 'member', path: ask.path };
  return answerPage(ask, claimPage(ask.frame(), page));
}

export async function submitClaim(ask: Ask, parts: Parts): Promise<Response> {
  const claim = ask.params['token'] ?? '';
  const form = await ask.form();
  if (form.text('do') === 'opt out') {
    await optOut(parts, claim);
    return answerDone(ask, '/', text.tookAway());
  }
  orNotFound(await readClaim(parts, claim));
  if (ask.viewer.kind === 'guest') throw new Refused(401, { detail: text.logInToClaim() });
  const count = await claimWorks(parts, ask.viewer, claim);
  return answerDone(ask, `/users/${ask.viewer.login}`, text.claimed({ count }));
}
