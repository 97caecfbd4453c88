// Plain text and Markdown: chapters where lines say so, and the facts that stand at the top.
import {
  type BroughtChapter,
  type BroughtWork,
  chapterOf,
  emptyBroughtWork,
  noTags,
} from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { rescuedWork } from '../rescue/work-of.ts';
import { normaliseAddress } from './addresses.ts';
import { creatorsOfLine, isChapterLine, isTitleLine, withTidyTitles } from './chapter-lines.ts';
import { decodeText } from './encodings.ts';
import { headingLines, isFence, isOwnFrontMatter, readOwnMarkdown } from './markdown-own.ts';
import { standsMoreThan } from './nodes.ts';
import { companyIn, daysIn, seriesIn } from './otw-tags.ts';
import { readOwnText } from './text-own.ts';

/** Reads a text; throws `FileRefused`. */
export function readPlainText(bytes: Uint8Array): BroughtWork {
  const { text: written, decisions } = decodeText(bytes);
  const source = withPlainEnds(written);
  const lines = source.split('\n');
  const own = readOwnText(lines);
  if (own !== null) return { ...own, decisions: [...decisions, cutSaid(own.chapters)] };
  const rescued = rescuedWork(source);
  if (rescued !== null) {
    const work = rescued.title === '' ? underTitle(lines, rescued) : rescued;
    return { ...work, decisions: [...decisions, ...work.decisions] };
  }
  const starts = lines.flatMap((line, at) =>
    isChapterLine(line) && (at === 0 || lines[at - 1]?.trim() === '') ? [at] : [],
  );
  const cuts = starts.length > 1 ? starts : [];
  const [title = ''] = cuts[0] === 0 ? [] : titleLine(lines);
  const { creators, before } = withoutByline(lines.slice(title ? 1 : 0, cuts[0]), title, cuts);
  const chapters = cutAt(lines, cuts, 'text', (line) => line.trim());
  const work = finished('text', title, withBefore(before, chapters, 'text'), decisions);
  return { ...work, creators };
}

/** Each line takes memory of its own: more than a library of texts has are refused. */
function withPlainEnds(source: string): string {
  if (standsMoreThan(source, '\n', linesMax) || standsMoreThan(source, '\r', linesMax)) {
    throw new FileRefused(text.tooManyLines());
  }
  return source.replace(/\r\n?/g, '\n');
}

const linesMax = 1_000_000;

/** Reads Markdown; throws `FileRefused`. */
export function readMarkdownFile(bytes: Uint8Array): BroughtWork {
  const { text: source, decisions } = decodeText(bytes);
  const { facts, rest } = readFrontMatter(withPlainEnds(source));
  if (isOwnFrontMatter(facts)) return readOwnMarkdown(rest, facts, decisions);
  const lines = withHashes(rest.split('\n'));
  const written = headingLines(lines);
  const headings = written.length > 0 ? written : boldChapterLines(lines);
  const level = [1, 2, 3].find((each) => headings.filter((one) => one.level === each).length > 1);
  const first = headings[0];
  const isTitle = first !== undefined && (level === undefined || first.level < level);
  const cuts = headings.filter((one) => one.level === level).map(({ at }) => at);
  const heading = (line: string) => bare(line.replace(/^#+\s*/, '').replace(/(?<!#)#+\s*$/, ''));
  const title = isTitle && first.level < 3 ? heading(lines[first.at] ?? '') : '';
  const above = lines.slice(0, cuts[0]).filter((_, at) => title === '' || at !== first?.at);
  const byline = withoutByline(above, title, cuts);
  const known = facts.creators ?? [];
  // Where the facts say who wrote it, a line that says another is of the text.
  const isByline = known.length === 0 || byline.creators.every((name) => known.includes(name));
  const before = isByline ? byline.before : above;
  const creators = known.length > 0 ? known : byline.creators;
  const chapters = cutAt(lines, cuts, 'markdown', heading);
  const isUntitled = title === '' && facts.title === undefined;
  const lone = isUntitled && cuts.length > 0 ? loneTitle(before) : '';
  const found = withBefore(lone === '' ? before : [], chapters, 'markdown');
  const work = finished('markdown', title || lone, found, decisions);
  return { ...work, ...facts, creators, title: facts.title ?? work.title };
}

/** Headings that are underlined, as those with hashes. */
function withHashes(lines: readonly string[]): string[] {
  const made = [...lines];
  let fenced = false;
  for (let at = 0; at + 1 < made.length; at += 1) {
    if (isFence(lines[at] ?? '')) fenced = !fenced;
    if (fenced) continue;
    const line = made[at]?.trim() ?? '';
    const under = /^(=|-)\1*\s*$/.exec(made[at + 1] ?? '')?.[1];
    const isAlone = line !== '' && line.length <= 100 && (made[at - 1] ?? '').trim() === '';
    if (under === undefined || !isAlone || /^[#>*+|`~=-]|^\d+[.)] /.test(line)) continue;
    // Below a sentence, dashes part scenes.
    if (under === '-' && !isTitleLine(line)) continue;
    made[at] = `${under === '=' ? '#' : '##'} ${line}`;
    made[at + 1] = '';
  }
  return made;
}

/** Below a title or above chapters a line may name who wrote them. */
function withoutByline(
  lines: readonly string[],
  title: string,
  cuts: readonly number[],
): { creators: readonly string[]; before: readonly string[] } {
  const at = lines.findIndex((line) => line.trim() !== '');
  const isApart = at >= 0 && (lines[at + 1] ?? '').trim() === '';
  const said = (lines[at] ?? '').replace(/^[*_]+|[*_]+$/g, '');
  const creators = isApart && (title !== '' || cuts.length > 0) ? creatorsOfLine(said) : [];
  return { creators, before: creators.length > 0 ? lines.slice(at + 1) : lines };
}

function finished(
  kind: 'text' | 'markdown',
  title: string,
  found: readonly BroughtChapter[],
  decisions: readonly string[],
): BroughtWork {
  const chapters = withTidyTitles(found.filter(({ source }) => source.trim() !== ''));
  if (chapters.length === 0) throw new FileRefused(text.noText());
  const said = [...decisions, cutSaid(chapters)];
  return { ...emptyBroughtWork, kind, title, chapters, decisions: said };
}

function cutSaid(chapters: readonly BroughtChapter[]): string {
  return text.cutAtHeadings({ count: chapters.length });
}

/** A text that lost its shape, where its first line is its title: then it is not of the text. */
function underTitle(lines: readonly string[], whole: BroughtWork): BroughtWork {
  const [title = ''] = titleLine(lines);
  if (title === '' || isChapterLine(title)) return whole;
  const rest = rescuedWork(lines.slice(1).join('\n'));
  return { ...(rest ?? whole), title };
}

/** A short first line that stands alone. */
function titleLine(lines: readonly string[]): string[] {
  const [first = '', second = ''] = lines;
  const words = first.trim();
  const isTitle = words !== '' && words.length <= 100 && second.trim() === '' && lines.length > 2;
  return isTitle && !/[.!?\u201d"]$/.test(words) ? [words] : [];
}

function cutAt(
  lines: readonly string[],
  cuts: readonly number[],
  format: 'text' | 'markdown',
  heading: (line: string) => string,
): BroughtChapter[] {
  const said = cuts.map((at) => heading(lines[at] ?? ''));
  const times = new Map<string, number>();
  for (const own of said) times.set(own, (times.get(own) ?? 0) + 1);
  let above = '';
  const chapters = cuts.map((at, index) => {
    const words = lines
      .slice(at + 1, cuts[index + 1] ?? lines.length)
      .join('\n')
      .trim();
    const own = said[index] ?? '';
    // "Part One" stands in its first chapter; what is said again is a line of the contents.
    const isOfSeveral = words === '' && times.get(own) === 1;
    const source = words === '' ? '' : above + words;
    if (isOfSeveral) above += `${format === 'markdown' ? '### ' : ''}${own}\n\n`;
    else if (words !== '') above = '';
    return chapterOf(source, own, format);
  });
  const last = chapters.findLastIndex(({ source }) => source !== '');
  const chapter = chapters[last];
  if (chapter === undefined || above === '') return chapters;
  return chapters.with(last, { ...chapter, source: `${chapter.source}\n\n${above.trim()}` });
}

function withBefore(
  before: readonly string[],
  chapters: readonly BroughtChapter[],
  format: 'text' | 'markdown',
): BroughtChapter[] {
  const source = before.join('\n').replace(/^\s*\n|\s+$/g, '');
  return source.trim() === '' ? [...chapters] : [chapterOf(source, '', format), ...chapters];
}

/** Lines that stand alone and are the headings of chapters by their words; two at least. */
function boldChapterLines(lines: readonly string[]): { at: number; level: number }[] {
  const blank = (at: number) => (lines[at] ?? '').trim() === '';
  const found = lines.flatMap((line, at) =>
    isChapterLine(bare(line)) && blank(at - 1) && blank(at + 1) ? [{ at, level: 2 }] : [],
  );
  return found.length > 1 ? found : [];
}

/** Of what stands above the chapters: the one line there, if it is a title. */
function loneTitle(above: readonly string[]): string {
  const [line = '', other] = above.map(bare).filter((one) => one !== '');
  return other === undefined && isTitleLine(line) ? line : '';
}

function bare(line: string): string {
  return line
    .trim()
    .replace(/^([*_]{1,3})(.*)\1$/, '$2')
    .trim();
}

type Facts = Partial<
  Pick<
    BroughtWork,
    | 'title'
    | 'creators'
    | 'summary'
    | 'language'
    | 'sourceAddress'
    | 'tags'
    | 'published'
    | 'updated'
    | 'expectedChapters'
    | 'gifts'
    | 'related'
    | 'series'
    | 'notes'
    | 'endNotes'
  >
>;

/** Lines between `---` at the top: `title: The Lamp`, `tags: [rain, harbour]`. */
function readFrontMatter(source: string): { facts: Facts; rest: string } {
  const found = /^\ufeff?---\n([\s\S]{0,100000}?)\n(?:---|\.\.\.)(?:\n|$)/.exec(source);
  const values = found === null ? null : valuesIn((found[1] ?? '').split('\n'));
  if (found === null || values === null) return { facts: {}, rest: source };
  const all = (...names: string[]) => names.flatMap((one) => values.get(one) ?? []);
  const one = (...names: string[]) => all(...names)[0];
  const rows = [...values].flatMap(([label, all]) => all.map((one) => [label, one] as const));
  const facts: Record<string, unknown> = {
    title: one('title'),
    creators: all('author', 'authors', 'creator'),
    summary: one('summary', 'description'),
    language: one('language', 'lang'),
    sourceAddress: normaliseAddress(one('source', 'url') ?? '') ?? undefined,
    ...daysIn(rows),
    published: /^\d{4}-\d{2}-\d{2}/.exec(one('date', 'published') ?? '')?.[0],
    notes: one('notes'),
    endNotes: one('end notes'),
    series: seriesIn(rows),
    ...companyIn(rows),
    tags: {
      ...noTags,
      rating: all('rating'),
      warning: all('warnings', 'warning'),
      category: all('categories', 'category'),
      fandom: all('fandom', 'fandoms'),
      relationship: all('relationships', 'relationship', 'pairing', 'pairings'),
      character: all('characters', 'character'),
      freeform: all('tags', 'keywords'),
    },
  };
  for (const key of Object.keys(facts)) if (facts[key] === undefined) delete facts[key];
  return { facts: facts as Facts, rest: source.slice(found[0].length) };
}

const nameOfFact = new RegExp(
  '^(?:title|authors?|creator|summary|description|lang(?:uage)?|source|url|date|published|notes' +
    '|rating|warnings?|categor(?:y|ies)|fandoms?|relationships?|pairings?|characters?|tags' +
    '|keywords|series)$',
);

/** The values by their names; null for what is a text between two lines that part scenes. */
function valuesIn(lines: readonly string[]): ReadonlyMap<string, readonly string[]> | null {
  const values = new Map<string, string[]>();
  let name = '';
  /** Between the lines of a value that goes on over several; null: it stands on its own. */
  let between: string | null = null;
  for (const line of lines) {
    const [, key, value = ''] = /^([A-Za-z][\w -]*):\s*(.*)$/.exec(line) ?? [];
    const item = between === null ? /^\s*-\s+(.*)$/.exec(line)?.[1] : undefined;
    const known = values.get(name);
    if (key !== undefined) {
      name = key.toLowerCase();
      const sign = /^([|>])[-+]?\s*$/.exec(value)?.[1];
      between = sign === undefined ? null : sign === '|' ? '\n' : ' ';
      values.set(name, sign === undefined ? listOf(value) : []);
    } else if (item !== undefined) known?.push(unquoted(item));
    else if (/^\s+\S/.test(line) && known !== undefined) {
      if (between !== null && known.length === 0) known.push(line.trim());
      else if (known.length > 0) known.push(`${known.pop()}${between ?? ' '}${line.trim()}`);
    } else if (/^[^#]*\S/.test(line)) return null;
  }
  return [...values.keys()].some((one) => nameOfFact.test(one)) ? values : null;
}

function listOf(value: string): string[] {
  const list = /^\[(.*)\]$/.exec(value.trim())?.[1];
  if (list !== undefined)
    return list
      .split(',')
      .map(unquoted)
      .filter((one) => one !== '');
  return value.trim() === '' ? [] : [unquoted(value)];
}

/** A string of JSON is one of YAML. */
function unquoted(value: string): string {
  if (/^".*"$/.test(value.trim())) {
    try {
      const read: unknown = JSON.parse(value);
      if (typeof read === 'string') return read;
    } catch {
      // Written by hand, with signs that JSON has not.
    }
  }
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
