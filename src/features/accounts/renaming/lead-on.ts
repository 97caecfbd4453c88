// Addresses with a name that somebody had before lead to the name they have now, for ever.
import { Refused } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import type { Route } from '../../../web/routes.ts';
import { isLoginText, loginKey } from '../names.ts';
import { findPerson } from '../store/people.ts';
import { findPseud } from '../store/pseuds.ts';
import { findRenamed } from './store.ts';

/** The route, which at an address of nobody leads on to whoever had the name. */
export function leadOn(route: Route): Route {
  if (route.method !== 'GET' || !route.path.startsWith('/users/:login')) return route;
  return { ...route, answer: (ask, parts) => answerOrLead(route, ask, parts) };
}

async function answerOrLead(route: Route, ask: Ask, parts: Parts): Promise<Response> {
  try {
    return await route.answer(ask, parts);
  } catch (error) {
    // 403: a page of a member's own, which nobody else has under the old name either.
    const mayLead = error instanceof Refused && (error.status === 404 || error.status === 403);
    const address = mayLead ? await newAddress(ask, parts) : null;
    if (address === null) throw error;
    return new Response(null, { status: 301, headers: { location: address } });
  }
}

async function newAddress(ask: Ask, { database }: Parts): Promise<string | null> {
  const old = ask.params['login'] ?? '';
  if (!isLoginText(old)) return null;
  const { read } = database;
  const login = await findRenamed(read, loginKey(old));
  // What somebody hidden is called now is nobody's business.
  if (login === null || (await findPerson(read, ask.viewer, login)) === null) return null;
  const parts = ask.path.split('/');
  parts[2] = login;
  // The pseud of the old name was renamed with it.
  const pseud = ask.params['pseud'];
  const isNamesake = pseud !== undefined && loginKey(pseud) === loginKey(old);
  if (isNamesake && (await findPseud(read, ask.viewer, login, pseud)) === null) parts[4] = login;
  const query = ask.query.toString();
  return `${parts.join('/')}${query === '' ? '' : `?${query}`}`;
}
