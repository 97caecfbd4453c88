// What stands between paragraphs and is none: scene breaks, headings of chapters, the facts at the
// head of a story, and notes, on lines of their own or lost in running text.

export type MarkKind = 'heading' | 'scene' | 'field' | 'note';

export type Mark = {
  readonly kind: MarkKind;
  readonly from: number;
  readonly to: number;
  /** Of a field: its name in small letters, and where its value begins. */
  readonly field?: string;
  readonly valueFrom?: number;
  readonly sure: number;
};

/** All marks of a text, in order, none inside another. */
export function marksIn(text: string): Mark[] {
  const scenes = scenesOf(text);
  const headings = headingsOf(text, scenes);
  const walls = [...scenes, ...headings].sort((a, b) => a.from - b.from);
  const fields = fieldsOf(text, walls);
  const notes = notesOf(text, walls, fields.at(-1)?.to ?? 0);
  const all = [...fields, ...notes, ...headings, ...scenes].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  const kept: Mark[] = [];
  for (const mark of all) if (mark.from >= (kept.at(-1)?.to ?? 0)) kept.push(mark);
  return kept;
}

// One dress of a scene break: three or more ornaments, or letters between them. Runs are entered at
// their beginning only and have an end, so that a text of nothing but stars is read once.
const ornament = '[*~#=_+•·∙●○◊◇◆★☆✦✧♥♡❤⁂❦❧※§]';
const sceneMark = new RegExp(
  [
    '(?<!\\S)[-~=*]{2,40} ?[oOxX0]{1,7} ?[-~=*]{2,40}(?!\\S)',
    `(?<!\\S)${ornament}(?: {0,4}(?:${ornament}|[xXoO0-])){2,400}(?!\\S)`,
    '(?<!\\S)(?:[-–—_] ?){3,400}(?!\\S)',
    '(?<!\\S)[-~=*.]{1,40}[oOxX0][-~=*.oOxX0]{0,80}[-~=*.](?!\\S)',
    '(?<!\\S)(?:[xX]{3,20}|[oO]{3,20}|oOo(?: ?oOo){0,20}|[xX](?: [xX]){2,20})(?!\\S)',
    '(?<!\\S)(?:⁂|❦|❧|\\*\\*)(?!\\S)',
  ].join('|'),
  'gu',
);
// Dashes, kisses and groans stand inside sentences too.
const doubtful = /^(?:[-–—_ ]+|[xX ]+|[oO ]+)$/u;

function scenesOf(text: string): Mark[] {
  const found: Mark[] = [];
  sceneMark.lastIndex = 0;
  for (let hit = sceneMark.exec(text); hit !== null; hit = sceneMark.exec(text)) {
    const from = hit.index;
    const to = from + hit[0].trimEnd().length;
    const alone = onOwnLine(text, from, to);
    if (alone || betweenSentences(text, from, to, doubtful.test(hit[0]))) {
      found.push({ kind: 'scene', from, to, sure: alone ? 0.99 : 0.9 });
    }
  }
  return found;
}

/** Ornaments may follow anything; what is doubtful only a sentence that has ended. */
function betweenSentences(text: string, from: number, to: number, strict: boolean): boolean {
  const before = text.slice(Math.max(0, from - 4), from).trimEnd();
  const after = text.slice(to, to + 6).trimStart();
  const ends = before === '' || /[.!?…"”’»」』)\]*:]$/u.test(before);
  const begins = after === '' || /^["“‘'«„「『([*_—–-]{0,3}[\p{Lu}\p{N}\p{Lo}]/u.test(after);
  return strict ? ends && begins && before !== '' : ends || begins;
}

const counted =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|' +
  'sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|last|final';
const chapterMark = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:' +
    '(?:chapter|part|act|kapitel|chapitre|cap[ií]tulo|глава)\\s{1,3}' +
    `(?:\\d{1,4}|[IVXLC]{1,7}|(?:${counted})(?:[- ]\\p{L}{3,6})?)(?![\\p{L}\\p{N}])` +
    '|(?:prologue|epilogue|interlude|prolog|epilog)(?![\\p{L}\\p{N}])' +
    '|第[\\d一二三四五六七八九十百]{1,6}[章話话回]' +
    ')',
  'giu',
);
const headingMax = 100;

function headingsOf(text: string, scenes: readonly Mark[]): Mark[] {
  const found: Mark[] = [];
  const sceneEnds = new Set(scenes.map(({ to }) => to));
  chapterMark.lastIndex = 0;
  for (let hit = chapterMark.exec(text); hit !== null; hit = chapterMark.exec(text)) {
    const from = hit.index;
    const end = from + hit[0].length;
    const line = headingLine(text, from, end);
    if (line !== null) {
      found.push({ kind: 'heading', ...line, sure: 0.97 });
      chapterMark.lastIndex = Math.max(line.to, end);
      continue;
    }
    const before = text.slice(Math.max(0, from - 120), from).trimEnd();
    const first = hit[0][0] ?? '';
    const free =
      from === 0 ||
      sceneEnds.has(Math.max(0, from - 120) + before.length) ||
      /[.!?…"”’»」』)\]*]$/u.test(before);
    if (!free || first !== first.toUpperCase()) continue;
    const to = titleEnd(text, end);
    if (to === null) continue;
    found.push({ kind: 'heading', from, to, sure: 0.75 });
    chapterMark.lastIndex = to;
  }
  return found;
}

const decoration = /(?:^|\n)([\s*_#=~[(-]{0,8})$/u;

/** The line that a heading has to itself. */
function headingLine(
  text: string,
  from: number,
  end: number,
): { readonly from: number; readonly to: number } | null {
  const head = text.slice(Math.max(0, from - 9), from);
  const dressed = from < 9 ? decoration.exec(head) : /\n([\s*_#=~[(-]{0,8})$/u.exec(head);
  if (dressed === null) return null;
  const tail = text.slice(end, end + headingMax);
  const newline = tail.indexOf('\n');
  if (newline < 0 && end + headingMax < text.length) return null;
  const rest = newline < 0 ? tail : tail.slice(0, newline);
  if (!isTitleLine(rest)) return null;
  const lead = (dressed[1] ?? '').trimStart().length;
  return { from: from - lead, to: end + rest.trimEnd().length };
}

/** What follows the number on a line of its own is a title, not the rest of a sentence. */
function isTitleLine(rest: string): boolean {
  const said = rest.trim();
  if (said === '') return true;
  if (/\p{L}[.!?…]["”’]?\s+["“‘]?\p{Lu}/u.test(said)) return false;
  return /^[:.–—\-~|)\]*_#=]/u.test(said) || (/^\p{Lu}/u.test(said) && !/[.,;]$/u.test(said));
}

const small = /^(?:a|an|and|at|by|for|from|in|into|of|on|or|the|to|with|vs)$/u;

/**
 * Where a heading in running text ends: with its number; or, after a colon or a dash, before the
 * last word with a capital that small letters follow, for that begins the first sentence. Null: it
 * is no heading, for the sentence goes on.
 */
function titleEnd(text: string, end: number): number | null {
  const rest = text.slice(end, end + 160);
  const lead = /^\s*[:–—.-]+\s*/u.exec(rest);
  if (lead === null) return /^\s*$|^\s+["“‘'«„「『*[]{0,2}\p{Lu}/u.test(rest) ? end : null;
  const stop = /[.!?…]["”’]?\s/u.exec(rest.slice(lead[0].length));
  let title = end;
  let lastCapital = end;
  let words = 0;
  for (const hit of rest.slice(lead[0].length).matchAll(/\S+/gu)) {
    const at = end + lead[0].length + hit.index;
    const word = hit[0].replace(/[^\p{L}\p{N}'’-]/gu, '');
    if (/^["“«„「『]/u.test(hit[0]) || words > 12) return words === 0 ? end : title;
    if (/^[\p{Lu}\p{N}]/u.test(word)) {
      lastCapital = title;
      title = at + hit[0].length;
      words += 1;
      if (stop !== null && at + hit[0].length >= end + lead[0].length + stop.index + 1)
        return title;
    } else if (small.test(word)) continue;
    else return words < 2 ? Math.max(end, lastCapital) : lastCapital;
  }
  return title;
}

const fieldNames =
  'title|story title|author|authors|by|pen ?name|writer|rating|rated|pairings?|ships?|' +
  'relationships?|' +
  'characters?|fandoms?|genres?|categor(?:y|ies)|warnings?|spoilers?|summary|disclaimers?|status|' +
  'word ?count|words|beta(?:ed by| reader)?|archive|feedback|notes?|dedication|tags|series|' +
  'language|date|chapters?';
const strong = '(?:\\*{1,2}|_{1,2})?';
const fieldMark = new RegExp(
  `(?<![\\p{L}\\p{N}])${strong}(${fieldNames})${strong}\\s?:${strong}[ \\t]*`,
  'giu',
);
// Characters: a story begins before them, or it has no head.
const headMax = 6_000;
const firstWithin = 120;
const valueMax = 2_000;

/** The facts at the head: the first near the beginning, each other right after the one before. */
function fieldsOf(text: string, walls: readonly Mark[]): Mark[] {
  const head = text.slice(0, headMax);
  const hits = [...head.matchAll(fieldMark)].filter((hit) => startsField(head, hit.index, hit[0]));
  const found: Mark[] = [];
  for (const [order, hit] of hits.entries()) {
    const from = hit.index;
    const previous = found.at(-1);
    if (previous === undefined ? from > firstWithin : from - previous.to > 3) break;
    const valueFrom = from + hit[0].length;
    const next = hits[order + 1]?.index ?? Number.POSITIVE_INFINITY;
    const field = (hit[1] ?? '').toLowerCase();
    const wall = wallAfter(walls, valueFrom) ?? head.length;
    const to = trimmedEnd(head, Math.min(wall, valueEnd(head, valueFrom, next, field)));
    if (to < valueFrom && to <= from) continue;
    found.push({ kind: 'field', from, to, field, valueFrom, sure: next <= to + 3 ? 0.95 : 0.6 });
  }
  // One of them alone says nothing, unless it has a line to itself or can be nothing else there.
  const [only] = found;
  if (found.length !== 1 || only === undefined) return found;
  const isPlain = only.from === 0 && plainFields.test(only.field ?? '');
  return isPlain || onOwnLine(text, only.from, only.to) ? found : [];
}

// With these words and a colon no story begins.
const plainFields = /^(?:title|story title|summary|disclaimer|rating|rated|pairings?|fandoms?)$/u;

/** On a new line, or with a capital after the value of the one before. */
function startsField(head: string, from: number, label: string): boolean {
  const before = head.slice(Math.max(0, from - 3), from);
  if (from === 0 || /\n\s*$/u.test(before)) return true;
  return /\s$/u.test(before) && /^[*_]*\p{Lu}/u.test(label);
}

const longFields = /^(?:summary|disclaimer|notes?|warning|spoiler|dedication)/u;
const knownRating = new RegExp(
  '^(?:not rated|general(?: audiences)?|teen(?: and up(?: audiences)?)?|mature|explicit|' +
    'pg(?:-?13)?|nc-?17|[grtm]|ma|k\\+?)(?![\\p{L}\\p{N}-])',
  'iu',
);

function valueEnd(head: string, from: number, next: number, field: string): number {
  const note = head.slice(from).search(/\s[*_([]{0,3}A\/N\b/u);
  if (note >= 0 && from + note < next) head = head.slice(0, from + note);
  const newline = head.indexOf('\n', from);
  const line = newline < 0 ? head.length : newline;
  if (next <= line) return trimmedEnd(head, next);
  // The last of a line: to its end, if that is near; else as long as such a value is.
  if (newline >= 0 && line - from <= valueMax) return trimmedEnd(head, line);
  const rest = head.slice(from, from + valueMax);
  const short = longFields.test(field) ? null : shortValueEnd(head, from, rest, field);
  if (short !== null) return short;
  const ends = [...rest.matchAll(/[.!?…]["”’)]*(?=\s)/gu)];
  const sentence = ends[longFields.test(field) ? Math.min(1, ends.length - 1) : 0];
  if (note >= 0 && head.length - from < valueMax) return trimmedEnd(head, head.length);
  if (sentence !== undefined && (longFields.test(field) || sentence.index < 60)) {
    return from + sentence.index + sentence[0].length;
  }
  return from + (/^\S+/u.exec(rest)?.[0].length ?? 0);
}

/** A rating as it is known; a name of words with capitals; or one word that is none. */
function shortValueEnd(head: string, from: number, rest: string, field: string): number | null {
  const rating = /^rat/u.test(field) ? knownRating.exec(rest) : null;
  if (rating !== null) return from + rating[0].length;
  const [word = ''] = /^\S+/u.exec(rest) ?? [];
  if (/^[^\p{Lu}]/u.test(word) && !small.test(word)) return from + word.length;
  const named = titleEnd(head, head.lastIndexOf(':', from));
  return named !== null && named > from ? named : null;
}

const noteMark = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:[*_~]{1,3}|[([]\\s?)?' +
    "(?:A\\/N|AN|author(?:['’]?s?)? ?note'?s?|end ?notes?|notes?|P\\.?S)" +
    '[*_~]{0,3}\\s?[:;–—][*_]{0,3}(?=\\s|\\p{L})',
  'giu',
);
// Share of the text, from its end, in which a note that nothing closes may begin.
const lastShare = 0.35;

/**
 * Notes in brackets or stars end where those close; others with their line, or with the story when
 * they stand near its end.
 */
function notesOf(text: string, walls: readonly Mark[], body: number): Mark[] {
  const found: Mark[] = [];
  noteMark.lastIndex = 0;
  for (let hit = noteMark.exec(text); hit !== null; hit = noteMark.exec(text)) {
    const from = hit.index;
    const before = text.slice(Math.max(0, from - 12), from);
    const newLine = from <= body || /(?:^|\n)[ \t]*$/u.test(before);
    const free = newLine || /(?:[.!?…"”’»」』)\]*~]|the end|\bfin|\btbc)\s{0,3}$/iu.test(before);
    if (!free || from < (found.at(-1)?.to ?? 0)) continue;
    const isHead = from <= Math.max(body, firstWithin);
    const to = noteEnd(text, from, hit[0], walls, { newLine, isHead });
    if (to === null) continue;
    found.push({ kind: 'note', from, to, sure: newLine ? 0.95 : 0.85 });
    noteMark.lastIndex = to;
  }
  return found;
}

function noteEnd(
  text: string,
  from: number,
  label: string,
  walls: readonly Mark[],
  { newLine, isHead }: { readonly newLine: boolean; readonly isHead: boolean },
): number | null {
  const opened = /^[([*_~]/u.exec(label)?.[0];
  const close = opened === '(' ? ')' : opened === '[' ? ']' : null;
  const wall = wallAfter(walls, from) ?? text.length;
  const near = text.slice(from, Math.min(wall, from + 2 * valueMax));
  const closed = close === null ? -1 : near.indexOf(close);
  if (closed >= 0) return from + closed + 1;
  if (from > text.length * (1 - lastShare)) return trimmedEnd(text, wall);
  const newline = near.indexOf('\n');
  if (newLine && newline >= 0) return trimmedEnd(text, from + newline);
  // At the beginning, up to the first scene or chapter.
  if (isHead && wall - from < valueMax && wall < text.length) return trimmedEnd(text, wall);
  if (!authorMark.test(label)) return null;
  return endOfAddress(text, from, Math.min(wall, from + valueMax));
}

const authorMark = /^[^\p{L}]*(?:A\/N|AN|author)/iu;
// What an author says to readers, and a story hardly: the note goes on while sentences hold such.
const address = new RegExp(
  '(?<!\\p{L})(?:you|your|readers?|reviews?|reviewing|comments?|kudos|beta|fics?|fanfics?|' +
    'chapters?|stor(?:y|ies)|updates?|updating|disclaimer|enjoy|thanks?|posted|posting|' +
    'prompts?|canon|belongs?|feedback|fandom|mistakes|typos|' +
    'own (?:them|none|nothing|any|these|the characters))(?!\\p{L})',
  'iu',
);
const longestAddress = 8;

/** The first sentence of a note that nothing closes, and those after it that speak to readers. */
function endOfAddress(text: string, from: number, until: number): number | null {
  const near = text.slice(from, until);
  const stop = /[.!?…]+["”’)]*(?=\s|$)/gu;
  let to = 0;
  for (let sentence = 0; sentence < longestAddress; sentence += 1) {
    const hit = stop.exec(near);
    if (hit === null) break;
    const end = hit.index + hit[0].length;
    const said = near.slice(to, end);
    if (to > 0 && (!address.test(said) || /["“”«»]/u.test(said))) break;
    to = end;
  }
  return to === 0 ? null : from + to;
}

/** Where the first of them after a place begins; they are in order. */
function wallAfter(walls: readonly Mark[], from: number): number | undefined {
  let low = 0;
  let high = walls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((walls[middle]?.from ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  return walls[low]?.from;
}

function onOwnLine(text: string, from: number, to: number): boolean {
  const before = /(?:^|\n)[ \t]*$/u.test(text.slice(Math.max(0, from - 40), from)) || from === 0;
  const after = text.slice(to, to + 40);
  return before && /^[ \t]*(?:\n|$)/u.test(after);
}

/** Where the text before `end` ends, without its space. */
function trimmedEnd(text: string, end: number): number {
  let at = Math.min(end, text.length);
  while (at > 0 && /\s/u.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
