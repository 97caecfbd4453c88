// What two texts differ in, paragraph by paragraph and word by word, for people to read. Bounded:
// texts that have little in common are shown as one gone and one come.
import { diffArrays } from 'diff';

/** Words that both have, or that only one of them has. */
export type Piece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** A paragraph as both have it, as one of them has it, or word by word where it was changed. */
export type ParagraphDifference =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'changed'; readonly pieces: readonly Piece[] };

/** Paragraphs in the order of both texts. */
export function paragraphDifferences(
  before: readonly string[],
  after: readonly string[],
): ParagraphDifference[] {
  const room = { steps: stepsMax };
  const runs = runsOf(before, after, paragraphEditsMax);
  const shown: ParagraphDifference[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at] as Run;
    const next = runs[at + 1];
    if (run.kind === 'removed' && next?.kind === 'added') {
      shown.push(...paired(run.values, next.values, room));
      at += 1;
    } else shown.push(...run.values.map((text) => ({ kind: run.kind, text })));
  }
  return shown;
}

/** How many words only the one or the other has, in whatever order they stand. */
export function wordChanges(before: string, after: string): { added: number; removed: number } {
  const counts = new Map<string, number>();
  for (const [word] of before.matchAll(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let added = 0;
  for (const [word] of after.matchAll(words)) {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    else added += 1;
  }
  let removed = 0;
  for (const left of counts.values()) removed += left;
  return { added, removed };
}

// Two paragraphs of two hundred words each way; 2,000 paragraphs gone or come are no edit any more.
const wordEditsMax = 400;
const paragraphEditsMax = 2000;
// Words times edits over a whole comparison: about a second in all.
const stepsMax = 20_000_000;

type Run = { readonly kind: 'same' | 'removed' | 'added'; readonly values: readonly string[] };

function runsOf(before: readonly string[], after: readonly string[], editsMax: number): Run[] {
  const options = { maxEditLength: editsMax };
  const found = diffArrays([...before], [...after], options);
  if (found === undefined) {
    return [
      { kind: 'removed', values: before },
      { kind: 'added', values: after },
    ];
  }
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    values: value,
  }));
}

/** Paragraphs that stand where others stood: each beside the one of its place. */
function paired(
  removed: readonly string[],
  added: readonly string[],
  room: { steps: number },
): ParagraphDifference[] {
  const shown: ParagraphDifference[] = [];
  for (let at = 0; at < Math.max(removed.length, added.length); at += 1) {
    const [old, fresh] = [removed[at], added[at]];
    const changed = old === undefined || fresh === undefined ? null : wordByWord(old, fresh, room);
    if (changed !== null) shown.push({ kind: 'changed', pieces: changed });
    else {
      if (old !== undefined) shown.push({ kind: 'removed', text: old });
      if (fresh !== undefined) shown.push({ kind: 'added', text: fresh });
    }
  }
  return shown;
}

/** Null when less than a third is the same: two paragraphs read better than their shreds. */
function wordByWord(before: string, after: string, room: { steps: number }): Piece[] | null {
  const old = before.match(tokens) ?? [];
  const fresh = after.match(tokens) ?? [];
  room.steps -= (old.length + fresh.length) * Math.min(wordEditsMax, old.length + fresh.length);
  if (room.steps < 0) return null;
  const pieces = runsOf(old, fresh, wordEditsMax).map(({ kind, values }) => ({
    kind,
    text: values.join(''),
  }));
  const same = pieces.reduce(
    (sum, piece) => sum + (piece.kind === 'same' ? piece.text.length : 0),
    0,
  );
  return same * 3 < Math.max(before.length, after.length) ? null : pieces;
}

// Scripts without spaces are compared sign by sign.
const unspaced = String.raw`\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}`;
const word = String.raw`(?:(?!${unspaced})[\p{L}\p{N}\p{M}’'])+`;
const words = new RegExp(`${unspaced}|${word}`, 'gu');
const tokens = new RegExp(`${unspaced}|${word}|\\s+|[^]`, 'gu');
