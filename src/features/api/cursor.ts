// Where a list goes on: the engine's key, sealed, so that it is ours and of this very list.
import { createHash } from 'node:crypto';
import { Refused } from '../../kit/http/index.ts';
import { openToken, sealToken } from '../../kit/ids/index.ts';
import type { PageWanted } from '../finding/index.ts';
import { text } from './messages.ts';

type Key = Extract<PageWanted, { after: unknown }>['after'];

export function writeCursor(secret: Uint8Array, list: string, key: Key): string | null {
  return key === null ? null : sealToken(secret, JSON.stringify([digest(list), key]));
}

/** `list` names the question: a cursor of another one is refused. */
export function readCursor(secret: Uint8Array, list: string, cursor: string | null): Key {
  if (cursor === null || cursor === '') return null;
  const opened = openToken(secret, cursor);
  const [of, key] = opened === null ? [] : (JSON.parse(opened) as [string, Key]);
  if (of !== digest(list) || key === undefined) {
    const errors = [{ field: 'after', detail: text.badCursor() }];
    throw new Refused(400, { type: 'bad-cursor', detail: text.badCursor(), errors });
  }
  return key;
}

function digest(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 16);
}
