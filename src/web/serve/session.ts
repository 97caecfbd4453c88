// The session of one request: whose it is, its form token, and the cookies the answer sets.
import { formatCookie } from '../../kit/http/index.ts';
import type { Random } from '../../kit/ids/index.ts';
import type { Bar, Member } from '../../shared/viewer.ts';
import type { AskCookieOptions, SessionHandle } from '../ask.ts';

/** What accounts know of sessions and tokens; `app.ts` brings them here. */
export type SessionRules = {
  readonly cookie: string;
  readonly newGuest: (random: Random) => string;
  readonly isGuest: (token: string) => boolean;
  readonly formToken: (secret: Uint8Array, session: string) => string;
  readonly isFormToken: (secret: Uint8Array, session: string, given: string) => boolean;
  readonly identify: (token: string) => Promise<Identified | null>;
  readonly identifyBearer: (token: string) => Promise<IdentifiedBearer | null>;
  /** An app password beside its owner's name. */
  readonly identifyBasic: (login: string, word: string) => Promise<IdentifiedBearer | null>;
};

export type Identified = {
  readonly member: Member;
  readonly reading: string | null;
  /** Notices not read yet, up to 100. */
  readonly unread: number;
  readonly bar: Bar | null;
};
export type IdentifiedBearer = {
  readonly member: Member;
  readonly id: number;
  readonly scopes: ReadonlySet<string>;
  /** An app password. */
  readonly isOwners: boolean;
  readonly bar: Bar | null;
};

/** Cookies on their way out with the answer. */
export type OutgoingCookies = {
  readonly set: (name: string, value: string, options?: AskCookieOptions) => void;
  readonly addTo: (headers: Headers) => void;
  readonly any: () => boolean;
};

export function outgoingCookies(secure: boolean): OutgoingCookies {
  const cookies = new Map<string, string>();
  return {
    set: (name, value, options = {}) =>
      cookies.set(name, formatCookie(name, value, { ...options, secure })),
    addTo: (headers) => {
      for (const cookie of cookies.values()) headers.append('set-cookie', cookie);
    },
    any: () => cookies.size > 0,
  };
}

export type SessionSetting = {
  readonly rules: SessionRules;
  readonly secret: Uint8Array;
  readonly random: Random;
  readonly cookies: OutgoingCookies;
  /** The cookie as sent, if it is a member's known session or of a guest's form. */
  readonly sent: string | null;
  readonly isMember: boolean;
};

export function sessionHandle(setting: SessionSetting): SessionHandle & {
  /** The token, without making a session for it: empty when there is none. */
  readonly knownFormToken: () => string;
} {
  const { rules, secret, random, cookies } = setting;
  let current = setting.sent;
  const knownFormToken = () => (current === null ? '' : rules.formToken(secret, current));
  return {
    token: setting.isMember ? setting.sent : null,
    knownFormToken,
    formToken() {
      if (current === null) {
        current = rules.newGuest(random);
        cookies.set(rules.cookie, current);
      }
      return knownFormToken();
    },
    replace(token, maxAgeSeconds) {
      current = token;
      if (token === null) cookies.set(rules.cookie, '', { maxAgeSeconds: 0 });
      else cookies.set(rules.cookie, token, maxAgeSeconds === undefined ? {} : { maxAgeSeconds });
    },
  };
}
