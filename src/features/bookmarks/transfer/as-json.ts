// Bookmarks as JSON.
import { type Entry, readDay, readKind, writeDay } from './entry.ts';

const format = 'inkstead-bookmarks';

export function writeJson(entries: readonly Entry[]): string {
  const bookmarks = entries.map(({ at, ...entry }) => ({ ...entry, bookmarked: writeDay(at) }));
  return `${JSON.stringify({ format, version: 1, bookmarks }, null, 1)}\n`;
}

/** A list, or an object that has one; what is of another type is as if it were not there. */
export function readJson(text: string, most: number): Entry[] | null {
  const parsed = parse(text);
  const list = Array.isArray(parsed) ? parsed : asRecord(parsed)?.['bookmarks'];
  return Array.isArray(list) ? list.slice(0, most).flatMap((one) => entryOf(one) ?? []) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function entryOf(value: unknown): Entry | null {
  const said = asRecord(value);
  if (said === null) return null;
  const line = (name: string) => (typeof said[name] === 'string' ? said[name] : '');
  const list = (name: string) => {
    const values: readonly unknown[] = Array.isArray(said[name]) ? said[name] : [];
    return values.filter((each) => typeof each === 'string');
  };
  return {
    kind: readKind(said['kind']),
    address: line('address'),
    title: line('title'),
    creators: line('creators'),
    fandoms: line('fandoms'),
    notes: line('notes'),
    tags: list('tags'),
    rec: said['rec'] === true,
    private: said['private'] === true,
    shelves: list('shelves'),
    at: readDay(said['bookmarked']),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}
