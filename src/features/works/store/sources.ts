// Reads of what creators typed, for editing: only for the creators themselves.
import type { Reader } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { ChapterSource, Work, WorkSource } from '../work.ts';
import { listChapterTags } from './chapter-tags.ts';

/** The sources of a work that `findWork` has shown as the viewer's own. */
export async function readWorkSource(reader: Reader, work: OwnWork): Promise<WorkSource> {
  const row = await reader
    .selectFrom('works')
    .select(['id', 'summary_source', 'notes_source', 'end_notes_source'])
    .select(['restricted', 'restricted_wish'])
    .where('id', '=', work.id)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    summary: row.summary_source,
    notes: row.notes_source,
    endNotes: row.end_notes_source,
    restricted: (row.restricted_wish ?? row.restricted) === 1,
  };
}

/** The source of one chapter of such a work; null when the chapter is not of it. */
export async function readChapterSource(
  reader: Reader,
  work: OwnWork,
  id: ChapterId,
): Promise<ChapterSource | null> {
  const row = await reader
    .selectFrom('chapters')
    .innerJoin('chapter_texts', 'chapter_texts.chapter_id', 'chapters.id')
    .select([
      'chapters.id',
      'position',
      'title',
      'summary_source',
      'notes_source',
      'end_notes_source',
      'format',
      'source',
      'posted_at',
      'scheduled_at',
      'revision',
    ])
    .where('chapters.work_id', '=', work.id)
    .where('chapters.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    position: row.position,
    title: row.title,
    summary: row.summary_source,
    notes: row.notes_source,
    endNotes: row.end_notes_source,
    format: row.format,
    source: row.source,
    posted: row.posted_at !== null,
    scheduledAt: row.scheduled_at,
    revision: row.revision,
    tags: (await listChapterTags(reader, [id])).get(id) ?? [],
  };
}

/** A work of the viewer's own. */
export type OwnWork = Work & { readonly id: WorkId };
