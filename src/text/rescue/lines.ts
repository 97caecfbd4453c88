// What the line breaks of a text mean: paragraphs, the edge of a page that somebody wrapped lines
// at, or nothing.

/** A stretch of text that its own lines hold together. */
export type Block = { readonly from: number; readonly to: number };

export type Lines = {
  readonly blocks: readonly Block[];
  /** Lines were broken at a width. */
  readonly wrapped: boolean;
};

type Line = { readonly from: number; readonly to: number; readonly indent: number };

// Columns: nobody wraps at fewer, and hardly anybody at more.
const narrowest = 40;
const widest = 110;
const ended = /[.!?…:"”’»」』)\]*_~—-]\s*$/u;

/** Blocks of one stretch of text, in order, without the space around them. */
export function blocksOf(text: string, from = 0, to = text.length): Lines {
  const lines = linesOf(text, from, to);
  const width = wrapWidth(text, lines);
  if (width === 0) {
    return { blocks: lines.filter((line) => line.to > line.from), wrapped: false };
  }
  const blocks: Block[] = [];
  let begun = -1;
  lines.forEach((line, at) => {
    if (line.to === line.from) return;
    if (begun < 0) begun = line.from;
    const next = lines[at + 1];
    if (next === undefined || endsHere(text, line, next, lines[at + 2], width)) {
      blocks.push({ from: begun, to: line.to });
      begun = -1;
    } else if (next.to === next.from) {
      // A blank line in the middle of a sentence: every line stands alone, the sentence goes on.
      return;
    }
  });
  return { blocks, wrapped: true };
}

function endsHere(
  text: string,
  line: Line,
  next: Line,
  afterBlank: Line | undefined,
  width: number,
): boolean {
  if (next.to > next.from) {
    if (next.indent > line.indent + 1) return true;
    const firstWord =
      /^\S*/.exec(text.slice(next.from, Math.min(next.to, next.from + 60)))?.[0] ?? '';
    // The next word would have had room: the line was ended, not broken.
    const roomLeft = line.to - line.from + line.indent + 1 + firstWord.length < width - 2;
    const tail = text.slice(Math.max(line.from, line.to - 4), line.to);
    // Speech after speech: somebody answers.
    const answers = /["”’»」]$/u.test(tail) && /^["“‘«„「]/u.test(firstWord);
    return answers || (roomLeft && ended.test(tail));
  }
  if (afterBlank === undefined || afterBlank.to === afterBlank.from) return true;
  const goesOn = /^\p{Ll}/u.test(text.slice(afterBlank.from, afterBlank.from + 2));
  return !goesOn || ended.test(text.slice(Math.max(line.from, line.to - 4), line.to));
}

function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start <= to) {
    const found = text.indexOf('\n', start);
    const end = found < 0 || found > to ? to : found;
    const line = text.slice(start, end);
    const trimmed = line.trim();
    const indent = trimmed === '' ? 0 : line.length - line.trimStart().length;
    lines.push({ from: start + indent, to: start + indent + trimmed.length, indent });
    start = end + 1;
  }
  return lines;
}

/** The width that lines were broken at; 0 where they were not. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  const full = lines.filter((line) => line.to > line.from);
  if (full.length < 4) return 0;
  const lengths = full.map((line) => line.to - line.from).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const longest = lengths.at(-1) ?? 0;
  if (width < narrowest || width > widest || longest > width * 1.5) return 0;
  // Lines that end within a sentence, near the edge.
  const broken = full.slice(0, -1).filter((line) => {
    const long = line.to - line.from > width * 0.7;
    return long && !/[.!?…"”’»」』*~]$/u.test(text.slice(line.to - 1, line.to));
  }).length;
  return broken >= full.length * 0.3 ? width : 0;
}
