// The words of a paragraph, what stands between them, and which of them are spoken.

export type Word = {
  readonly text: string;
  /** In lower case, with a straight apostrophe. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
  readonly spoken: boolean;
  /** It begins a sentence. */
  readonly initial: boolean;
};

/** A speech in a paragraph: from its opening mark to behind the closing one. */
export type Speech = {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
};

export type Line = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly speeches: readonly Speech[];
  /** What follows the last word. */
  readonly tail: string;
};

/** "[Takes letter.]": what is done on a stage, or a note, is told in short. */
export function isDirection({ text }: Line): boolean {
  return text.trimStart().startsWith('[');
}

/** "ben: on my way", "**Ben:** on my way": typed messages have their own manners. */
export function isMessage({ text }: Line): boolean {
  return /^(?:\[[\d:. ]{3,12}\] *)?\S{1,24}:[*_]* *\p{Ll}/u.test(text);
}

/** The marks that a text encloses speech in. */
export type Marks = 'double' | 'single';

/** Single marks only where a text plainly uses them: most are apostrophes. */
export function marksOf(texts: readonly string[]): Marks {
  const count = (pattern: RegExp) =>
    texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
  const single = count(/(?<![\p{L}\p{N}])‘/gu);
  return single >= 10 && count(/["“]/g) * 4 < single ? 'single' : 'double';
}

const wordPattern = /[\p{L}\p{N}]+(?:['’\-‑][\p{L}\p{N}]+)*/gu;

/** Reads a paragraph. */
export function lineOf(text: string, marks: Marks): Line {
  const speeches = speechesOf(text, marks);
  const words: Word[] = [];
  let speech = 0;
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    while (speech < speeches.length && speeches[speech]!.end <= start) speech += 1;
    const gap = text.slice(end, start);
    end = start + match[0].length;
    words.push({
      text: match[0],
      lower: match[0].toLowerCase().replaceAll('’', "'"),
      start,
      end,
      gap,
      spoken: speech < speeches.length && speeches[speech]!.start < start,
      initial: words.length === 0 || /[.!?…“"«‘:]/.test(gap),
    });
  }
  return { text, words, speeches, tail: text.slice(end) };
}

function speechesOf(text: string, marks: Marks): Speech[] {
  const speeches: Speech[] = [];
  let start = -1;
  const pattern = marks === 'double' ? /[“”"«»]/g : /‘|(?<=[,.!?…—–-])’/g;
  for (const { 0: mark, index } of text.matchAll(pattern)) {
    const opens = mark === '"' ? start < 0 : '“«‘'.includes(mark);
    if (opens) {
      if (start >= 0) speeches.push({ start, end: index, closed: false });
      start = index;
    } else if (start >= 0) {
      speeches.push({ start, end: index + 1, closed: true });
      start = -1;
    }
  }
  if (start >= 0) speeches.push({ start, end: text.length, closed: false });
  return speeches;
}

/** Where the first word stands that begins at this place or behind it; the count if none does. */
export function firstFrom(words: readonly Word[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Which words are names in a text: it has them with a capital within sentences, and hardly ever
 * in small letters. What is neither (`plain`) it has in small letters again and again.
 */
export function namesIn(lines: readonly Line[]): {
  readonly isName: (lower: string) => boolean;
  readonly isPlain: (lower: string) => boolean;
} {
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const { words } of lines) {
    for (const { text, lower, initial } of words) {
      if (text === lower) small.set(lower, (small.get(lower) ?? 0) + 1);
      else if (!initial) capital.set(lower, (capital.get(lower) ?? 0) + 1);
    }
  }
  const count = (counts: ReadonlyMap<string, number>, lower: string) => counts.get(lower) ?? 0;
  return {
    isName: (lower) => lower.length > 1 && count(capital, lower) > count(small, lower) * 4,
    isPlain: (lower) => count(small, lower) >= 3 && count(capital, lower) <= 1,
  };
}
