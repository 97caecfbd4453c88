// A route is data: address, method, who may, and the handler. The app serves them in the order of
// their levels; `test/security/access.test.ts` holds a row for each.
import type { Parts } from '../shared/parts.ts';
import type { Ask, MemberAsk } from './ask.ts';

/**
 * Who may use a route. What a person may do with one thing (read this work, edit that chapter) is
 * decided by the read or the action, which take the viewer.
 * - anyone: guests too.
 * - members: others are led to the log-in page and back.
 * - moderators, wranglers, archivists, admins: the role; others get 403.
 * - stewards: moderators and admins.
 * - tokens: the JSON API; scopes are checked in its handlers.
 */
export type Access =
  | 'anyone'
  | 'members'
  | 'moderators'
  | 'wranglers'
  | 'archivists'
  | 'admins'
  | 'stewards'
  | 'tokens';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export type Answer = Response | Promise<Response>;

export type RouteOptions = {
  /**
   * The answer is the same for every guest without cookies, so it may be kept and sent again
   * until something in the archive changes.
   */
  readonly sameForGuests?: boolean;
  /** The index is asked for it: it counts towards a smaller share of a visitor’s. */
  readonly isQuestion?: boolean;
  /** It can be sent while the archive is read-only, as everything of admins can. */
  readonly whileReadOnly?: boolean;
  /** Forms come without our token: mail programs send one, by an address that is a secret. */
  readonly withoutFormToken?: boolean;
  /**
   * Its form may be so many bytes, files and all, instead of `formBytesMax`: it is read only of
   * who may use the route.
   */
  readonly formBytesMax?: number;
};

export type Route = {
  readonly method: Method;
  /** `/works/:id/chapters/:chapterId`; a part may end in a fixed text: `/tags/:id/feed.atom`. */
  readonly path: string;
  readonly access: Access;
  readonly answer: (ask: Ask, parts: Parts) => Answer;
  readonly options: RouteOptions;
};

type AskFor<Who extends Access> = Who extends 'anyone' | 'tokens' ? Ask : MemberAsk;

/** Declares a route; the handler of a members' route gets a viewer who is a member. */
export function route<const Who extends Access>(
  method: Method,
  path: string,
  access: Who,
  answer: (ask: AskFor<Who>, parts: Parts) => Answer,
  options: RouteOptions = {},
): Route {
  return { method, path, access, answer: answer as Route['answer'], options };
}
