// Where a person stands with a work: their own knowledge, nobody else's.
import type { ChapterId, WorkId } from '../../shared/ids.ts';

export const readingStates = ['to-read', 'reading', 'read', 'dropped'] as const;
export type ReadingState = (typeof readingStates)[number];

/** A place inside a chapter that is found again when the text around it has changed. */
export type Place = {
  /** Which paragraph, from 0. */
  readonly paragraph: number;
  /** What the paragraph's text hashes to, 32 bits. */
  readonly mark: number;
  /** How far one is in the paragraph, in thousandths. */
  readonly within: number;
  /** How far one is in the chapter, in thousandths. */
  readonly share: number;
};

/** Where one is in a work. */
export type Spot = { readonly chapter: ChapterId | null; readonly place: Place | null };

export type Reading = {
  readonly work: WorkId;
  readonly state: ReadingState;
  /** Where they are; the work may not have it any more. */
  readonly chapter: ChapterId | null;
  /** Where in the chapter; null: only the chapter is known. */
  readonly place: Place | null;
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
