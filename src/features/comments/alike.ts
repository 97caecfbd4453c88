// Comments that say nearly the same: for moderators, when somebody pastes one text everywhere.
import type { Milliseconds, Reader } from '../../kit/sql/index.ts';
import { caseKey, plainText } from '../../text/index.ts';
import type { CommentRow } from './comment.ts';
import { alikeAtLeast, comparedMax, wordsInARow } from './limits.ts';
import { listNewest } from './store/desk.ts';

/**
 * Comments since then of which the words are nearly those of this text, the most alike first, at
 * most so many. It looks at the newest 5,000.
 */
export async function listSimilar(
  reader: Reader,
  html: string,
  bounds: { readonly since: Milliseconds; readonly most: number },
): Promise<CommentRow[]> {
  const wanted = piecesOf(html);
  const rows = await listNewest(reader, bounds.since, comparedMax);
  return rows
    .map((row) => ({ row, likeness: likeness(wanted, piecesOf(row.html)) }))
    .filter((each) => each.likeness >= alikeAtLeast)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, bounds.most)
    .map(({ row }) => row);
}

/** Every few words in a row; of a shorter text, all of it. */
function piecesOf(html: string): ReadonlySet<string> {
  const words = caseKey(plainText(html)).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length <= wordsInARow) return new Set([words.join(' ')]);
  return new Set(
    words.slice(wordsInARow - 1).map((_, at) => words.slice(at, at + wordsInARow).join(' ')),
  );
}

/** The share of pieces that both have, of all there are (Jaccard). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = one.intersection(other).size;
  return both / (one.size + other.size - both);
}
