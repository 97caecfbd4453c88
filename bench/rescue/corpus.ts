// Well-formed fiction as a key: one paragraph a line, flattened to one line, its breaks remembered.
import fs from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Book = {
  readonly name: string;
  readonly text: string;
  /** Where paragraphs ended in the flat text. */
  readonly ends: ReadonlySet<number>;
};

/** The books of a folder: `.txt` or `.txt.gz`, one paragraph a line. */
export function readBooks(folder: string): Book[] {
  return fs
    .readdirSync(folder)
    .filter((file) => /\.txt(?:\.gz)?$/.test(file))
    .sort()
    .map((file) => {
      const bytes = fs.readFileSync(join(folder, file));
      const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      return flatten(file.replace(/\.txt(?:\.gz)?$/, ''), text);
    });
}

/** One line of all paragraphs, one space between two. */
export function flatten(name: string, paragraphs: string): Book {
  const lines = paragraphs
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const ends = new Set<number>();
  let length = 0;
  for (const line of lines) {
    length += line.length;
    ends.add(length);
    length += 1;
  }
  ends.delete(length - 1);
  return { name, text: lines.join(' '), ends };
}
