// The words for a picture inside a text as it was typed: those that the picture had become those
// that it has now. Words that were written for that place alone stay.

export type ChangedWords = {
  /** As a text may write it: with the archive's own address before it or without. */
  readonly addresses: readonly string[];
  readonly before: string;
  readonly after: string;
};

export type Followed = {
  readonly source: string;
  /** Whether what is shown is another: also where the text leaves the words to the picture. */
  readonly follows: boolean;
};

export function followWords(
  source: string,
  format: 'html' | 'markdown' | 'text',
  words: ChangedWords,
): Followed {
  let follows = false;
  const told = () => {
    follows = true;
  };
  const html = changeTags(source, (tag) => inTag(tag, words, told));
  if (format !== 'markdown') return { source: html, follows };
  const lined = html.replace(markdownImage, (...match) => inLine(match, words, told));
  return { source: byReference(lined, words, told), follows };
}

// Each is found in one pass, however often a text begins what it never ends.
const tagStart = /<img\b/gi;
const tagRest = /(?:"[^"]*"|'[^']*'|[^'">])*>/y;
const attribute = /(?<![^\s"'<>/=])([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+)/g;

function changeTags(source: string, change: (tag: string) => string): string {
  const pieces: string[] = [];
  let at = 0;
  tagStart.lastIndex = 0;
  for (let start = tagStart.exec(source); start !== null; start = tagStart.exec(source)) {
    tagRest.lastIndex = tagStart.lastIndex;
    // A tag without an end is what all that follows belongs to.
    if (!tagRest.test(source)) break;
    pieces.push(
      source.slice(at, start.index),
      change(source.slice(start.index, tagRest.lastIndex)),
    );
    at = tagRest.lastIndex;
    tagStart.lastIndex = at;
  }
  return pieces.join('') + source.slice(at);
}

function inTag(tag: string, { addresses, before, after }: ChangedWords, told: () => void): string {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of tag.matchAll(attribute)) {
    const key = name.toLowerCase();
    if (!values.has(key)) values.set(key, unescaped(value.replace(/^(["'])(.*)\1$/s, '$2')));
  }
  if (!addresses.includes((values.get('src') ?? '').trim())) return tag;
  const typed = values.get('alt');
  if (typed !== undefined && !isSame(typed, before)) return tag;
  told();
  if (typed === undefined) return tag;
  let isFirst = true;
  return tag.replace(attribute, (whole, name: string) => {
    if (name.toLowerCase() !== 'alt' || !isFirst) return whole;
    isFirst = false;
    return `${name}="${escaped(after)}"`;
  });
}

const markdownImage = /!\[((?:\\.|[^[\]\\])*)\](\(\s*<?([^\s<>()]+)(?=[\s>)])>?[^()]*\))/gs;

function inLine(
  [whole = '', label = '', place = '', address = '']: readonly string[],
  { addresses, before, after }: ChangedWords,
  told: () => void,
): string {
  const typed = label.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  if (!addresses.includes(address) || !isSame(unescaped(typed), before)) return whole;
  told();
  return `![${inLabel(after)}]${place}`;
}

const inLabel = (words: string) => words.replace(/[[\]\\*_`<&]/g, '\\$&');

// No name goes past another bracket: where one has no end, the next beginning ends the search.
const definition = /^ {0,3}\[((?:\\.|[^[\]\\])+)\]:[ \t]*(?:\n[ \t]*)?<?([^\s<>]+)>?/gm;
const namedImage = /!\[((?:\\.|[^[\]\\])*)\](?:\[((?:\\.|[^[\]\\])*)\])?(?![[(])/gs;

/** Pictures whose address stands elsewhere in the text, under a name or under their own words. */
function byReference(
  source: string,
  { addresses, before, after }: ChangedWords,
  told: () => void,
): string {
  const places = new Map<string, string>();
  for (const [, name = '', address = ''] of source.matchAll(definition)) {
    if (!places.has(referenceKey(name))) places.set(referenceKey(name), address);
  }
  if (places.size === 0) return source;
  return source.replace(namedImage, (whole: string, label: string, named: string | undefined) => {
    const name = named || label;
    const typed = label.replace(/\\([!-/:-@[-`{-~])/g, '$1');
    const isThere = addresses.includes(places.get(referenceKey(name)) ?? '');
    if (!isThere || !isSame(unescaped(typed), before)) return whole;
    told();
    return `![${inLabel(after)}][${name}]`;
  });
}

const referenceKey = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase();

function isSame(typed: string, before: string): boolean {
  return typed.replace(/\s+/g, ' ').trim() === before;
}

function unescaped(value: string): string {
  return value
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#0*39;|&apos;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
