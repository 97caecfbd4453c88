// The token in a mail's link that stops mails: it stands for the person and for nothing else.
import { equalText, sign } from '../../kit/ids/index.ts';
import { parseId, type UserId } from '../../shared/ids.ts';

export function stopToken(secret: Uint8Array, user: UserId): string {
  return `${user}.${sign(secret, `stop mails to ${user}`)}`;
}

/** Whose it is; null for a token that we did not make. */
export function userOfStopToken(secret: Uint8Array, token: string): UserId | null {
  const user = parseId<UserId>(token.split('.')[0]);
  return user !== null && equalText(token, stopToken(secret, user)) ? user : null;
}
