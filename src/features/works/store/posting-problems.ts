// What keeps a draft from being posted: texts and tags that came from elsewhere and are over a
// limit, or that are missing. What was typed here was checked when it was saved.
import type { FieldError } from '../../../kit/http/index.ts';
import { type Reader, sql, type Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { countCharacters } from '../../../text/index.ts';
import { openTagTypes } from '../../tags/index.ts';
import {
  chapterCharactersMax,
  notesCharactersMax,
  openTagsMax,
  summaryCharactersMax,
  titleCharactersMax,
} from '../limits.ts';
import { text } from '../messages.ts';

/** Every problem with its field; a chapter's names the chapter. Empty for what may be posted. */
export async function listPostingProblems(
  reader: Reader | Transaction,
  id: WorkId,
): Promise<FieldError[]> {
  const work = await reader
    .selectFrom('works')
    .select(['title', 'summary_html', 'notes_html', 'end_notes_html'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (work === undefined) return [];
  const errors: FieldError[] = [];
  const check = (field: string, length: number, most: number) => {
    if (length > most) errors.push({ field, detail: text.tooLong({ characters: length, most }) });
  };
  check('title', countCharacters(work.title), titleCharactersMax);
  check('summary', countCharacters(work.summary_html), summaryCharactersMax);
  check('notes', countCharacters(work.notes_html), notesCharactersMax);
  check('endNotes', countCharacters(work.end_notes_html), notesCharactersMax);
  errors.push(...(await listTagProblems(reader, id)));
  errors.push(...(await listChapterProblems(reader, id)));
  return errors;
}

async function listTagProblems(reader: Reader | Transaction, id: WorkId): Promise<FieldError[]> {
  const rows = await reader
    .selectFrom('work_tags')
    .innerJoin('tags', 'tags.id', 'work_tags.tag_id')
    .select(['tags.type', (eb) => eb.fn.countAll<number>().as('count')])
    .where('work_tags.work_id', '=', id)
    // What its chapters have is counted with them.
    .where('work_tags.from_chapter', '=', 0)
    .groupBy('tags.type')
    .execute();
  const counts = new Map(rows.map((row) => [row.type, Number(row.count)]));
  const errors: FieldError[] = [];
  if (counts.get('rating') !== 1) errors.push({ field: 'rating', detail: text.ratingNeeded() });
  if (!counts.has('warning')) errors.push({ field: 'warnings', detail: text.warningNeeded() });
  if (!counts.has('fandom')) errors.push({ field: 'fandoms', detail: text.fandomNeeded() });
  const open = openTagTypes.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
  if (open > openTagsMax) {
    errors.push({ field: 'freeforms', detail: text.tooManyTags({ open, most: openTagsMax }) });
  }
  return errors;
}

async function listChapterProblems(
  reader: Reader | Transaction,
  id: WorkId,
): Promise<FieldError[]> {
  // Both databases count code points, and texts are kept in NFC with LF.
  const rows = await reader
    .selectFrom('chapters')
    .innerJoin('chapter_texts', 'chapter_texts.chapter_id', 'chapters.id')
    .select([
      'chapters.position',
      sql<number>`length(chapters.title)`.as('title'),
      sql<number>`length(chapters.summary_html)`.as('summary'),
      sql<number>`length(chapters.notes_html)`.as('notes'),
      sql<number>`length(chapters.end_notes_html)`.as('endNotes'),
      sql<number>`length(chapter_texts.html)`.as('text'),
    ])
    .where('chapters.work_id', '=', id)
    .orderBy('chapters.position')
    .execute();
  const bounds = {
    title: titleCharactersMax,
    summary: summaryCharactersMax,
    notes: notesCharactersMax,
    endNotes: notesCharactersMax,
    text: chapterCharactersMax,
  } as const;
  return rows.flatMap((row) =>
    (Object.keys(bounds) as (keyof typeof bounds)[]).flatMap((field) => {
      const characters = Number(row[field]);
      if (characters <= bounds[field]) return [];
      const problem = text.tooLong({ characters, most: bounds[field] });
      const detail = text.chapterProblem({ number: row.position, problem });
      return [{ field: `chapters/${row.position - 1}/${field}`, detail }];
    }),
  );
}
