// One request on its way to a handler: who asks, for what, with which form.
import type { Form } from '../kit/http/index.ts';
import type { Guest, Member, Viewer } from '../shared/viewer.ts';
import type { Frame } from './document.ts';

export type Ask = {
  readonly request: Request;
  readonly method: string;
  readonly url: URL;
  /** The address as asked, tidied: one slash, none at the end, without the query. */
  readonly path: string;
  /** The named parts of the route's address, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly viewer: Viewer;
  /** What everybody is who is not logged in: for what is shown to all alike. */
  readonly guest: Guest;
  /** Nothing can be changed at the moment but by admins. */
  readonly readOnly: boolean;
  /** Where the request came from, as far as proxies are believed. */
  readonly clientAddress: string;
  readonly cookies: ReadonlyMap<string, string>;
  /**
   * The session's cookie value: a member's, a guest's, or null. `startSession` makes a guest one,
   * which is what lets a form on the page be sent.
   */
  readonly session: SessionHandle;
  /** Calls of the API: the token that was sent; null without one, and on pages. */
  readonly apiToken: ApiToken | null;
  /** What the document needs besides the page itself. */
  frame(): Frame;
  /** The form sent; read once, at most `formBytesMax`. The token is already checked. */
  form(): Promise<Form>;
  /** Cookies to set with the answer, whatever it is. */
  setCookie(name: string, value: string, options?: AskCookieOptions): void;
};

export type AskCookieOptions = {
  readonly maxAgeSeconds?: number;
  readonly httpOnly?: boolean;
  /** Absent: the whole site. */
  readonly path?: string;
};

export type SessionHandle = {
  /** The form token of this session, making a guest session if there is none yet. */
  formToken(): string;
  /** Replaces the cookie: after log-in (the new session) or log-out (null). */
  replace(token: string | null, maxAgeSeconds?: number): void;
  /** The member session's token as sent, or null. */
  readonly token: string | null;
};

export type ApiToken = {
  readonly id: number;
  readonly scopes: ReadonlySet<string>;
  /** An app password, which its owner has made; else the operator made it. */
  readonly isOwners: boolean;
};

/** An ask that the route has let through for members only. */
export type MemberAsk = Ask & { readonly viewer: Member };

/** A form may be this large: a chapter at its limit, percent-encoded. */
export const formBytesMax = 10_000_000;
/** The same for a call of the API. */
export const apiBytesMax = 16_000_000;
