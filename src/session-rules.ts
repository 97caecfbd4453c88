// Who is asking, by the cookie or the token that came with a request.
import {
  formToken,
  identifyAppPassword,
  identifySession,
  identifyToken,
  isFormToken,
  isGuestSession,
  newGuestSession,
  readBar,
  sessionCookie,
  type TokenIdentity,
  touchSession,
  touchToken,
} from './features/accounts/index.ts';
import { countUnread } from './features/notices/index.ts';
import type { Parts } from './shared/parts.ts';
import type { SessionRules } from './web/serve/index.ts';

/** What serving asks of sessions and tokens. */
export function sessionRules(parts: Parts): SessionRules {
  const { read } = parts.database;
  return {
    cookie: sessionCookie,
    newGuest: newGuestSession,
    isGuest: isGuestSession,
    formToken,
    isFormToken,
    async identify(token) {
      const identity = await identifySession(read, token, parts.clock.now());
      // That it cannot be written on a full disk must keep nobody from reading.
      if (identity !== null) {
        await touchSession(parts, token, identity.seenAt).catch((error: Error) =>
          parts.log.warn({ reason: error.message }, 'when a session was used was not written'),
        );
      }
      if (identity === null) return null;
      return { ...identity, unread: await countUnread(read, identity.member.userId) };
    },
    async identifyBearer(token) {
      return useToken(parts, await identifyToken(read, token), false);
    },
    async identifyBasic(login, word) {
      return useToken(parts, await identifyAppPassword(read, login, { word }), true);
    },
  };
}

async function useToken(parts: Parts, found: TokenIdentity | null, isOwners: boolean) {
  if (found === null) return null;
  const bar = await readBar(parts.database.read, found.member.userId, parts.clock.now());
  // As for sessions: a full disk keeps nobody from reading.
  await touchToken(parts, found).catch((error: Error) =>
    parts.log.warn({ reason: error.message }, 'when a token was used was not written'),
  );
  const { member, tokenId: id, scopes } = found;
  return { member, id, scopes, isOwners, bar };
}
