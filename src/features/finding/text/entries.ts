// What of a work goes into the index, and what is there already.
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import { type AnalysedText, analyseText, plainText } from '../../../text/index.ts';
import type { FindableText, FindableWork } from '../../works/index.ts';
import { audienceNumber, type TextRow } from '../storage/rows.ts';
import type { TextAudience, TextColumn } from '../storage/text-tables.ts';

/** An entry that should be there: the lines of a work (chapter 0), or a chapter. */
export type WantedEntry = {
  readonly work: WorkId;
  readonly chapter: ChapterId | 0;
  readonly language: string;
  readonly audience: TextAudience;
  /** Is another one when the text is. */
  readonly mark: string;
  /** About how long it is. */
  readonly characters: number;
};

// Titles, summaries and notes are short.
const charactersOfLines = 2_000;
const charactersOfWord = 6;

/** Every entry of these works. */
export function wantedEntries(works: readonly FindableWork[]): WantedEntry[] {
  return works.flatMap(({ id, language, forMembers, revision, chapters }) => {
    const shared = { work: id, language, audience: forMembers ? 'members' : 'public' } as const;
    const lines: WantedEntry = {
      ...shared,
      chapter: 0,
      mark: `${language} ${revision}`,
      characters: charactersOfLines,
    };
    const texts = chapters.map((chapter) => ({
      ...shared,
      chapter: chapter.id,
      mark: `${language} ${chapter.revision}`,
      characters: charactersOfLines + chapter.words * charactersOfWord,
    }));
    return [lines, ...texts];
  });
}

/** Rows that no wanted entry is the same as, and entries that no row is. */
export function compareEntries(
  wanted: readonly WantedEntry[],
  rows: readonly TextRow[],
  generation: number,
): { readonly stale: readonly TextRow[]; readonly missing: readonly WantedEntry[] } {
  const entries = new Map(wanted.map((entry) => [keyOf(entry.work, entry.chapter), entry]));
  const stale = rows.filter((row) => {
    const key = keyOf(row.work_id, row.chapter_id);
    const entry = entries.get(key);
    const same =
      entry?.mark === row.mark &&
      audienceNumber(entry.audience) === row.audience &&
      row.generation === generation;
    if (same) entries.delete(key);
    return !same;
  });
  return { stale, missing: [...entries.values()] };
}

/** One key for an entry, whether wanted or there. */
export function keyOf(work: WorkId, chapter: ChapterId | 0): string {
  return `${work} ${chapter}`;
}

/** A text by its fields; a chapter's own title is part of what is read. */
export function analysedFields(
  { title, summary, notes, endNotes, html }: FindableText,
  { chapter, language }: Pick<WantedEntry, 'chapter' | 'language'>,
): Record<TextColumn, AnalysedText> {
  const analysed = (...pieces: readonly string[]) => analyseText(pieces, language);
  return {
    title: analysed(...(chapter === 0 ? [title] : [])),
    summary: analysed(plainText(summary)),
    notes: analysed(plainText(notes), plainText(endNotes)),
    text: analysed(...(chapter === 0 ? [] : [title, plainText(html)])),
  };
}
