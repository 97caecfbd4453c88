// Text that lost its structure, cut into what it was: facts, notes, chapters, scenes, paragraphs.
// Every piece is a stretch of the text itself, so that no word can be changed, lost or moved.
import { possibleBreaks } from './breaks.ts';
import { blocksOf } from './lines.ts';
import { type MarkKind, marksIn } from './marks.ts';
import { mendLetters } from './mend.ts';
import { chooseBreaks, countSpaces, longestParagraph } from './paragraphs.ts';

/** What a stretch of a story is. */
export type PieceKind = 'paragraph' | MarkKind;

/** A stretch of the text that stands on its own. */
export type StoryPiece = {
  readonly kind: PieceKind;
  readonly from: number;
  readonly to: number;
  /** Of a field: its name in small letters, and where its value begins. */
  readonly field?: string;
  readonly valueFrom?: number;
  /** How sure it is that something begins here: from 0 to 1. */
  readonly sure: number;
};

/** A place inside a paragraph or between two where a sentence ends. */
export type SentenceEnd = { readonly at: number; readonly next: number; readonly chance: number };

export type Rescued = {
  /** The text with its letters mended and its line ends alike; every place counts in it. */
  readonly text: string;
  /** In order; between them is only space. */
  readonly pieces: readonly StoryPiece[];
  /** The ends of sentences that were judged, in order. */
  readonly ends: readonly SentenceEnd[];
  /** How many letters had been read in a wrong encoding. */
  readonly mended: number;
  /** Lines were broken at the edge of a page. */
  readonly wrapped: boolean;
  /** How many blocks of text were without paragraphs. */
  readonly flat: number;
};

export type RescueOptions = {
  /**
   * Where paragraphs are looked for: in what is too long to be one (`missing`), in every line, or
   * nowhere.
   */
  readonly look?: 'missing' | 'everywhere' | 'nowhere';
  /** Which ends of sentences are judged: all, or only those where breaks are looked for. */
  readonly ends?: 'all' | 'made';
};

/** Cuts a text into its pieces. Time grows with its length, whatever it holds. */
export function rescue(source: string, options: RescueOptions = {}): Rescued {
  const { text, count: mended } = mendLetters(
    source.replace(/^\ufeff/u, '').replace(/\r\n?|\u2028|\u2029/gu, '\n'),
  );
  const marks = marksIn(text);
  const stretches = between(text, marks);
  const lines = blocksOf(text);
  const blocks = stretches.flatMap(({ from, to }) =>
    cutBlocks(lines.blocks, from, to).map((block) => trimBlock(text, block)),
  );
  const prose = blocks.filter((block) => block.to > block.from);
  const look = options.look ?? 'missing';
  const pieces: StoryPiece[] = [...marks];
  const ends: SentenceEnd[] = [];
  let flat = 0;
  for (const { from, to, cut } of prose) {
    const tooLong = countSpaces(text, from, to) > longestParagraph;
    const isLost = cut || tooLong || prose.length === 1 || look === 'everywhere';
    const isFlat = isLost && look !== 'nowhere';
    const judged = isFlat || options.ends !== 'made';
    const possible = judged ? endsWithin(text, from, to) : [];
    ends.push(...possible);
    let begun = from;
    let sure = 0.99;
    if (isFlat) flat += 1;
    for (const each of isFlat ? chooseBreaks(text, from, to, possible) : []) {
      pieces.push({ kind: 'paragraph', from: begun, to: each.at, sure });
      begun = each.next;
      sure = each.chance;
    }
    pieces.push({ kind: 'paragraph', from: begun, to, sure });
  }
  pieces.sort((a, b) => a.from - b.from);
  return { text, pieces, ends, mended, wrapped: lines.wrapped, flat };
}

function endsWithin(text: string, from: number, to: number): SentenceEnd[] {
  return possibleBreaks(text.slice(from, to).replace(/\s/gu, ' ')).map(({ at, next, chance }) => ({
    at: at + from,
    next: next + from,
    chance,
  }));
}

/** A piece as one line: what a wrapped line or a tab parted stands together again. */
export function lineOf(text: string, from: number, to: number): string {
  return text
    .slice(from, to)
    .replace(/(?<=\p{L})-\n\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

function between(
  text: string,
  marks: readonly { readonly from: number; readonly to: number }[],
): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  let from = 0;
  for (const mark of marks) {
    if (mark.from > from) stretches.push({ from, to: mark.from });
    from = Math.max(from, mark.to);
  }
  if (from < text.length) stretches.push({ from, to: text.length });
  return stretches;
}

type Part = { readonly from: number; readonly to: number; readonly cut: boolean };

/**
 * The parts of the blocks that lie in a stretch; both are in order. A block that is cut had a mark
 * inside it: it lost its line breaks.
 */
function cutBlocks(
  blocks: readonly { readonly from: number; readonly to: number }[],
  from: number,
  to: number,
): Part[] {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.to ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  const found: Part[] = [];
  for (let at = low; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.from >= to) break;
    const cut = block.from < from || block.to > to;
    found.push({ from: Math.max(from, block.from), to: Math.min(to, block.to), cut });
  }
  return found;
}

function trimBlock(text: string, { from, to, cut }: Part): Part {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  return { from: start, to: end, cut };
}
