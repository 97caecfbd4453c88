// Bookmarks as a table: tags with commas between, shelves each on a line of its cell.
import { csvOf, readCsv } from '../../../kit/csv/index.ts';
import { splitTagNames } from '../../tags/index.ts';
import { type Entry, readDay, readKind, writeDay } from './entry.ts';

const columns = [
  'kind',
  'address',
  'title',
  'creators',
  'fandoms',
  'notes',
  'tags',
  'rec',
  'private',
  'shelves',
  'bookmarked',
] as const;
type ColumnName = (typeof columns)[number];

export function writeCsv(entries: readonly Entry[]): string {
  const rows = entries.map((entry) => {
    const cells: Readonly<Record<ColumnName, string>> = {
      ...entry,
      tags: entry.tags.join(', '),
      rec: yes(entry.rec),
      private: yes(entry.private),
      shelves: entry.shelves.join('\n'),
      bookmarked: writeDay(entry.at),
    };
    return columns.map((name) => cells[name]);
  });
  return csvOf([columns, ...rows]);
}

/** The first line names the columns, in any order; null unless one of them is the address. */
export function readTable(text: string, most: number): Entry[] | null {
  const [head = [], ...rows] = readCsv(text, most + 1);
  const names = head.map((name) => name.trim().toLowerCase());
  if (!names.includes('address')) return null;
  return rows.map((row) => {
    const cell = (name: ColumnName) => row[names.indexOf(name)] ?? '';
    return {
      kind: readKind(cell('kind')),
      address: cell('address'),
      title: cell('title'),
      creators: cell('creators'),
      fandoms: cell('fandoms'),
      notes: cell('notes'),
      tags: splitTagNames(cell('tags')),
      rec: isYes(cell('rec')),
      private: isYes(cell('private')),
      shelves: cell('shelves')
        .split(/[\r\n]+/)
        .filter((name) => name.trim() !== ''),
      at: readDay(cell('bookmarked')),
    };
  });
}

function yes(value: boolean): string {
  return value ? 'yes' : '';
}

function isYes(typed: string): boolean {
  return /^(?:yes|true|1|x)$/i.test(typed.trim());
}
