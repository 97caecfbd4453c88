// Where sentences end: the only places where a paragraph that was lost can have ended.
import { type Mark, type Marks, speechMarks } from './speech.ts';

/** A sentence by its place in the text; `end` is after its last mark, before the space. */
export type Sentence = {
  readonly from: number;
  readonly end: number;
  /** What it stands in: speech that began earlier, or not. */
  readonly inSpeech: boolean;
  /** What comes after it stands in speech that has not ended. */
  readonly leavesSpeech: boolean;
  /** The turns of speech inside it. */
  readonly turns: readonly Mark[];
  /** No space parts it from the next: lines were joined without one. */
  readonly joined: boolean;
};

// A stop, what closes after it, and the space. Han and kana stops need no space. A dash or a colon
// ends a sentence only where speech begins or ends beside it.
// A run of stops is entered at its first only: a long run is read once.
const stop = '(?:(?<![.!?…])[.!?…]+|(?<!-)--+|(?<![—–])[—–]+|:)';
const closers = '(?:["”’\'»«“)\\]*_~」』]+|[ \u00a0\u202f]»(?=\\s))?';
const endPattern = new RegExp(
  `(?:(?<![。！？｡])[。！？｡]+[」』”’）]*|[」』](?![とっ、。」』，]))\\s*|` +
    `${stop}${closers}(?:\\s+|(?=["“«„「『‘\\p{Lu}¿¡—–]))`,
  'gu',
);
const nextStarts = /^["“”«»„‟「『‘'(¿¡[*_~|—–-]*[ \u00a0\u202f]?[\p{Lu}\p{Lo}\p{N}]/u;
const quoteStarts = /^["“«»„「『‘']/u;
const closing = /["”’'»«“」』]/u;
const shortened =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Mx|Dr|St|Sr|Jr|Prof|Rev|Hon|Messrs|Mme|Mlle|M|vs|Vol|[A-Z])\.$/u;
// Ranks stand before names.
const ranks = /(?:^|[^\p{L}])(?:Capt|Col|Gen|Lt|Sgt|Maj|Cmdr|Adm)\.$/u;

/** Sentences of one stretch of text that holds no line breaks that matter. */
export function sentencesOf(text: string, marks: Marks): Sentence[] {
  const turns = speechMarks(text, marks);
  const lower = isLowerCased(text);
  const found: Sentence[] = [];
  let from = /^\s*/.exec(text)?.[0].length ?? 0;
  let turn = 0;
  let inSpeech = false;
  const take = (end: number, next: number) => {
    const inside: Mark[] = [];
    const began = inSpeech;
    for (; turn < turns.length; turn += 1) {
      const mark = turns[turn];
      if (mark === undefined || mark.at >= end) break;
      inside.push(mark);
      inSpeech = mark.turn === 1;
    }
    const joined = next === end;
    found.push({ from, end, inSpeech: began, leavesSpeech: inSpeech, turns: inside, joined });
    from = next;
  };
  endPattern.lastIndex = 0;
  for (let hit = endPattern.exec(text); hit !== null; hit = endPattern.exec(text)) {
    if (hit[0] === '') {
      endPattern.lastIndex += 1;
      continue;
    }
    let next = hit.index + hit[0].length;
    let end = hit.index + hit[0].trimEnd().length;
    if (next === end) {
      // Lines joined without a space: a quote that opens belongs to the next.
      const opening = openingWithin(turns, hit.index, end);
      if (opening > from) {
        end = opening;
        next = opening;
        endPattern.lastIndex = opening;
      }
    }
    if (
      end > from &&
      next < text.length &&
      isEnd(text, text.slice(hit.index, end), end, next, lower)
    ) {
      take(end, next);
    }
  }
  const end = text.trimEnd().length;
  if (end > from) take(end, text.length);
  return found;
}

/** The first place in a stretch where speech opens; -1 for none. */
function openingWithin(turns: readonly Mark[], from: number, to: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.at ?? 0) >= from) high = middle;
    else low = middle + 1;
  }
  for (let at = low; at < turns.length; at += 1) {
    const mark = turns[at];
    if (mark === undefined || mark.at >= to) return -1;
    if (mark.turn === 1) return mark.at;
  }
  return -1;
}

function isEnd(text: string, marks: string, end: number, next: number, lower: boolean): boolean {
  const tail = text.slice(next, next + 8);
  if (/^[。！？｡」』]/u.test(marks)) return true;
  const closed = closing.test(marks);
  if (end === next) return isJoin(text, marks, end, closed);
  const first = marks[0] ?? '';
  if (first === ':') return quoteStarts.test(tail);
  if (/[-—–]/u.test(first)) return (closed || quoteStarts.test(tail)) && nextStarts.test(tail);
  if (!nextStarts.test(tail) && !(lower && /^["“*_]*\p{Ll}/u.test(tail))) return false;
  if (marks !== '.') return true;
  const last = text.slice(Math.max(0, end - 8), end);
  return !shortened.test(last) && !ranks.test(last);
}

/** `said.She`, `said.“No`: lines joined with nothing between. Not `U.S.`, not `file.Name`. */
function isJoin(text: string, marks: string, end: number, closed: boolean): boolean {
  if (/^[:—–-]/u.test(marks)) return closed && /^["“]\p{Lu}/u.test(text.slice(end, end + 2));
  const tail = text.slice(end, end + 3);
  if (closed) return /^["“«„‘']?\p{Lu}/u.test(tail);
  if (/^["“«„‘]\p{Lu}/u.test(tail)) return true;
  return (
    /\p{Ll}{2}[.!?…]+$/u.test(text.slice(Math.max(0, end - 6), end)) &&
    /^\p{Lu}[\p{Ll}\s']/u.test(tail)
  );
}

/** A writer who uses no capitals: sentences begin with small letters too. */
function isLowerCased(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const small = sample.match(/[.!?…]["”’']?\s+["“‘']?\p{Ll}/gu)?.length ?? 0;
  const large = sample.match(/[.!?…]["”’']?\s+["“‘']?\p{Lu}/gu)?.length ?? 0;
  return small > 2 * large;
}
