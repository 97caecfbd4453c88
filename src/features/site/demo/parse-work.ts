// Reads one file of the demo archive. The form of such a file:
//
//   title: A Light for Every Door             one `key: value` a line; what is between `|` is a
//   creators: tidewrack; moth/Moth by Day     list; creators are `login` or `login/pseud`
//   series: Wicks and Oil #1 | Other #2
//   ---                                       ends the header
//   === Two Hundred and Twelve                begins a chapter; `===` alone one without a title
//   posted: 2025-01-19                        optional lines about it, ended by a blank line
//
//   <p>Text.</p>
//
// A work without a `===` line is one chapter. `.html` files hold HTML, `.md` files Markdown;
// summaries and notes are always HTML. Pure: it gets the text of the file, never the file.

export const demoRatings = [
  'Not Rated',
  'General Audiences',
  'Teen And Up Audiences',
  'Mature',
  'Explicit',
] as const;
export const demoWarnings = [
  'Creator Chose Not To Use Archive Warnings',
  'No Archive Warnings Apply',
  'Graphic Depictions Of Violence',
  'Major Character Death',
  'Rape/Non-Con',
] as const;
export const demoCategories = ['F/F', 'F/M', 'Gen', 'M/M', 'Multi', 'Other'] as const;

export type DemoCreator = { readonly login: string; readonly pseud: string };
export type DemoSeriesPlace = { readonly title: string; readonly position: number };

export type DemoChapter = {
  /** Empty where the chapter has no title. */
  readonly title: string;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  /** The day it was posted, `YYYY-MM-DD`; never before the chapter ahead of it. */
  readonly posted: string;
  /** As typed, in the work's format. */
  readonly source: string;
};

export type DemoWork = {
  readonly file: string;
  readonly format: 'html' | 'markdown';
  readonly title: string;
  /** At least one; the first is who posts it. */
  readonly creators: readonly DemoCreator[];
  /** BCP 47. */
  readonly language: string;
  readonly rating: (typeof demoRatings)[number];
  readonly warnings: readonly (typeof demoWarnings)[number][];
  readonly categories: readonly (typeof demoCategories)[number][];
  readonly fandoms: readonly string[];
  readonly relationships: readonly string[];
  readonly characters: readonly string[];
  readonly freeforms: readonly string[];
  readonly series: readonly DemoSeriesPlace[];
  readonly restricted: boolean;
  readonly anonymous: boolean;
  /** How many chapters there will be; null where the creator does not know. */
  readonly expected: number | null;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly chapters: readonly DemoChapter[];
};

/** What is wrong with a file, and on which of its lines (from 1). */
export class DemoFileError extends Error {
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'DemoFileError';
    this.file = file;
    this.line = line;
  }
}

/** Reads the whole of a file named `file`; throws a DemoFileError at the first thing wrong. */
export function parseWork(file: string, content: string): DemoWork {
  const ending = /\.(html|md)$/.exec(file)?.[1];
  if (ending === undefined) throw new DemoFileError(file, 1, 'ends in neither .html nor .md');
  const lines = content
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const end = lines.indexOf('---');
  if (end < 0) throw new DemoFileError(file, 1, 'has no line "---" after its header');
  const header = new Fields(file, workKeys, 1, lines.slice(0, end));
  const chapters = readChapters(file, end + 2, lines.slice(end + 1), header.day('posted'));
  return {
    file,
    format: ending === 'md' ? 'markdown' : 'html',
    title: header.required('title'),
    creators: header
      .required('creators')
      .split(';')
      .map((part) => header.creator(part)),
    language: header.language('language'),
    rating: header.oneOf('rating', demoRatings),
    warnings: header.someOf('warnings', demoWarnings),
    categories: header.text('categories') === '' ? [] : header.someOf('categories', demoCategories),
    fandoms: header.list('fandoms', 1),
    relationships: header.list('relationships'),
    characters: header.list('characters'),
    freeforms: header.list('freeforms'),
    series: header.list('series').map((place) => header.seriesPlace(place)),
    restricted: header.yes('restricted'),
    anonymous: header.yes('anonymous'),
    expected: header.expected(chapters.length),
    summary: header.text('summary'),
    notes: header.text('notes'),
    endNotes: header.text('endNotes'),
    chapters,
  };
}

const tagKeys = 'rating warnings categories fandoms relationships characters freeforms';
const workKeys =
  `title creators language ${tagKeys} series restricted anonymous expected posted ` +
  'summary notes endNotes';
const chapterKeys = 'summary notes endNotes posted';

function readChapters(
  file: string,
  firstLine: number,
  lines: readonly string[],
  workPosted: string,
): DemoChapter[] {
  const starts = lines.flatMap((line, at) => (/^===(?: |$)/.test(line) ? [at] : []));
  const untitled = { title: '', summary: '', notes: '', endNotes: '', posted: workPosted };
  if (starts.length === 0) return [{ ...untitled, source: sourceOf(file, firstLine, lines) }];
  const stray = lines.slice(0, starts[0]).findIndex((line) => line.trim() !== '');
  if (stray >= 0) {
    throw new DemoFileError(file, firstLine + stray, 'has text ahead of its first chapter');
  }
  let posted = workPosted;
  return starts.map((start, at) => {
    const first = start + 1;
    const blank = lines.indexOf('', first);
    const next = starts[at + 1] ?? lines.length;
    if (blank < 0 || blank >= next) {
      throw new DemoFileError(file, firstLine + start, 'has no blank line ahead of its text');
    }
    const about = new Fields(file, chapterKeys, firstLine + first, lines.slice(first, blank));
    if (about.text('posted') !== '') posted = about.day('posted', posted);
    return {
      title: (lines[start] ?? '').slice(3).trim(),
      summary: about.text('summary'),
      notes: about.text('notes'),
      endNotes: about.text('endNotes'),
      posted,
      source: sourceOf(file, firstLine + blank + 1, lines.slice(blank + 1, next)),
    };
  });
}

function sourceOf(file: string, line: number, lines: readonly string[]): string {
  const source = lines.join('\n').replace(/^\n+|\s+$/g, '');
  if (source === '') throw new DemoFileError(file, line, 'has a chapter without text');
  return source;
}

/** The `key: value` lines of a work or chapter, each with the line it stands on. */
class Fields {
  readonly #file: string;
  readonly #firstLine: number;
  readonly #fields = new Map<string, { value: string; line: number }>();

  constructor(file: string, keys: string, firstLine: number, lines: readonly string[]) {
    this.#file = file;
    this.#firstLine = firstLine;
    for (const [at, text] of lines.entries()) {
      const line = firstLine + at;
      const [, key = '', value = ''] = /^([A-Za-z]+): (.*)$/.exec(text) ?? [];
      if (key === '') throw new DemoFileError(file, line, `is not "key: value": ${text}`);
      if (!keys.split(' ').includes(key)) {
        throw new DemoFileError(file, line, `"${key}" is not one of: ${keys}`);
      }
      if (this.#fields.has(key)) throw new DemoFileError(file, line, `says "${key}" twice`);
      this.#fields.set(key, { value: value.trim(), line });
    }
  }

  text(key: string): string {
    return this.#fields.get(key)?.value ?? '';
  }

  required(key: string): string {
    return this.text(key) || this.#refuse(key, `needs "${key}"`);
  }

  list(key: string, least = 0): string[] {
    const value = least > 0 ? this.required(key) : this.text(key);
    if (value === '') return [];
    const items = value.split('|').map((item) => item.trim());
    if (items.includes('')) this.#refuse(key, `has an empty place in "${key}"`);
    if (new Set(items).size < items.length) this.#refuse(key, `repeats itself in "${key}"`);
    return items;
  }

  oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice {
    return this.#choice(key, this.required(key), choices);
  }

  someOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice[] {
    return this.list(key, 1).map((item) => this.#choice(key, item, choices));
  }

  #choice<Choice extends string>(key: string, item: string, choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === item);
    return found ?? this.#refuse(key, `"${item}" is not one of: ${choices.join(', ')}`);
  }

  yes(key: string): boolean {
    const value = this.text(key);
    if (value !== '' && value !== 'yes') this.#refuse(key, `"${key}" is "yes" or absent`);
    return value === 'yes';
  }

  creator(part: string): DemoCreator {
    const [login = '', pseud = login] = part.trim().split('/');
    if (!/^[A-Za-z0-9_]{3,40}$/.test(login) || pseud === '') {
      this.#refuse('creators', `"${part.trim()}" is not "login" or "login/pseud"`);
    }
    return { login, pseud };
  }

  language(key: string): string {
    const value = this.required(key);
    try {
      if (Intl.getCanonicalLocales(value)[0] === value) return value;
    } catch {
      // Not a language tag at all: the same answer as for one that is spelt unusually.
    }
    return this.#refuse(key, `"${value}" is not a language tag of BCP 47`);
  }

  seriesPlace(place: string): DemoSeriesPlace {
    const [, title = '', position = ''] = /^(.+) #([1-9][0-9]*)$/.exec(place) ?? [];
    if (title === '') this.#refuse('series', `"${place}" is not "Title #1"`);
    return { title, position: Number(position) };
  }

  day(key: string, earliest = ''): string {
    const value = this.required(key);
    const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
      this.#refuse(key, `"${value}" is not a day as YYYY-MM-DD`);
    }
    if (value < earliest) this.#refuse(key, `"${value}" is before the chapter ahead of it`);
    return value;
  }

  /** `?`: unknown. Absent: a work of one chapter is whole, and any other has to say. */
  expected(chapters: number): number | null {
    const value = this.text('expected');
    if (value === '?') return null;
    if (value === '' && chapters === 1) return 1;
    const count = /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 0;
    if (count >= chapters) return count;
    return this.#refuse('expected', `"expected" is "?" or a number from ${chapters} on`);
  }

  #refuse(key: string, problem: string): never {
    const line = this.#fields.get(key)?.line ?? this.#firstLine;
    throw new DemoFileError(this.#file, line, problem);
  }
}
