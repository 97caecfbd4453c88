// Where a person stands with a work: their own knowledge, nobody else's.
import type { ChapterId, WorkId } from '../../shared/ids.ts';

export const readingStates = ['to-read', 'reading', 'read', 'dropped'] as const;
export type ReadingState = (typeof readingStates)[number];

export type Reading = {
  readonly work: WorkId;
  readonly state: ReadingState;
  /** Where they are; the work may not have it any more. */
  readonly chapter: ChapterId | null;
  /** How many chapters there were when it was marked. */
  readonly chaptersPosted: number;
  readonly at: number;
};

export function readState(word: string | null): ReadingState | null {
  return readingStates.find((state) => state === word) ?? null;
}

/** How many chapters have come since a work was marked as being read or read. */
export function newChapters(reading: Reading, posted: number): number {
  if (reading.state !== 'reading' && reading.state !== 'read') return 0;
  return Math.max(0, posted - reading.chaptersPosted);
}
