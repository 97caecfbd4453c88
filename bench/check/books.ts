// The prose that the writing check is fitted and measured on: a folder of NAME.txt.gz, one
// paragraph a line, named by `--prose=FOLDER`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Book = { readonly name: string; readonly chapters: readonly (readonly string[])[] };

/** The value of `--name=VALUE`. */
export function flag(name: string): string | undefined {
  return process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** Ends the run with a sentence where there are none. */
export function readBooks(): readonly Book[] {
  const folder = flag('prose') ?? 'prose';
  if (!existsSync(folder)) {
    console.log(`no prose in ${folder}; name a folder by --prose=FOLDER`);
    process.exit(0);
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt.gz'))
    .map((name) => ({
      name: name.replace('.txt.gz', ''),
      chapters: chaptersOf(gunzipSync(readFileSync(join(folder, name))).toString('utf8')),
    }));
}

/** Clean passages in today's manner, of our own: one paragraph a line. */
export function readPassages(): readonly Book[] {
  return ['modern', '../rescue/modern'].flatMap((folder) => {
    const path = join(import.meta.dirname, folder);
    return readdirSync(path).map((name) => ({
      name: `${basename(name, '.txt')} (today)`,
      chapters: chaptersOf(readFileSync(join(path, name), 'utf8')),
    }));
  });
}

/** Prose of today to fit on, of our own; what `readPassages` gives stays to measure by. */
export function readPieces(): readonly (readonly string[])[] {
  const path = join(import.meta.dirname, '../rescue/pieces');
  return readdirSync(path).map((name) =>
    readFileSync(join(path, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  );
}

/** A chapter: what a writer checks at once. */
const wordsPerChapter = 4_000;

function chaptersOf(text: string): string[][] {
  const chapters: string[][] = [[]];
  let words = 0;
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (words > wordsPerChapter) {
      chapters.push([]);
      words = 0;
    }
    chapters.at(-1)!.push(line);
    words += line.split(' ').length;
  }
  return chapters;
}
