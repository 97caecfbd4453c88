// SQL of works' pictures.
import { preparedRead, type Reader, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';
import { asImage, type Image } from './image.ts';
import type { ImagesTable } from './schema.ts';

/** The pictures of a work, in the order in which they came. */
export async function listImages(reader: Reader, work: WorkId): Promise<Image[]> {
  return (await readImages(reader, work)).map(asImage);
}

const readImages = preparedRead((reader, work: WorkId) =>
  reader
    .selectFrom('images')
    .selectAll()
    .where('work_id', '=', work)
    .orderBy('added_at')
    .orderBy('file'),
);

/** A picture of that work by its file's name; null: it has none. */
export async function findImage(reader: Reader, work: WorkId, file: string): Promise<Image | null> {
  const row = await reader
    .selectFrom('images')
    .selectAll()
    .where('work_id', '=', work)
    .where('file', '=', file)
    .executeTakeFirst();
  return row === undefined ? null : asImage(row);
}

export async function insertImage(transaction: Transaction, row: ImagesTable): Promise<void> {
  await transaction.insertInto('images').values(row).execute();
}

export async function updateImage(
  transaction: Transaction,
  work: WorkId,
  file: string,
  change: Partial<ImagesTable>,
): Promise<void> {
  await transaction
    .updateTable('images')
    .set(change)
    .where('work_id', '=', work)
    .where('file', '=', file)
    .execute();
}

/** Whose share of the disk is free again, and by how much. */
export async function deleteImage(
  transaction: Transaction,
  work: WorkId,
  file: string,
): Promise<{ readonly userId: UserId; readonly bytes: number }[]> {
  return transaction
    .deleteFrom('images')
    .where('work_id', '=', work)
    .where('file', '=', file)
    .returning(['added_by as userId', 'bytes'])
    .execute();
}

/** Makes one picture the cover, or none. */
export async function setCover(
  transaction: Transaction,
  work: WorkId,
  file: string | null,
): Promise<void> {
  await transaction.updateTable('images').set({ cover: 0 }).where('work_id', '=', work).execute();
  if (file !== null) await updateImage(transaction, work, file, { cover: 1 });
}

/** A text that may show pictures: of a chapter, or (null) the notes of the work. */
export type PicturedText = {
  readonly chapter: {
    readonly id: ChapterId;
    readonly position: number;
    readonly posted: boolean;
  } | null;
  readonly html: string;
};

/** The texts of a work in which there is a picture of any kind. */
export async function listPicturedTexts(reader: Reader, work: WorkId): Promise<PicturedText[]> {
  const sign = '%<img %';
  const chapters = await reader
    .selectFrom('chapters')
    .innerJoin('chapter_texts', 'chapter_texts.chapter_id', 'chapters.id')
    .select(['id', 'position', 'posted_at', 'notes_html', 'end_notes_html', 'html'])
    .where('work_id', '=', work)
    .where((eb) =>
      eb.or([
        eb('html', 'like', sign),
        eb('notes_html', 'like', sign),
        eb('end_notes_html', 'like', sign),
      ]),
    )
    .orderBy('position')
    .execute();
  const notes = await reader
    .selectFrom('works')
    .select(['notes_html', 'end_notes_html'])
    .where('id', '=', work)
    .execute();
  return [
    ...notes.map((row) => ({ chapter: null, html: row.notes_html + row.end_notes_html })),
    ...chapters.map(({ id, position, posted_at, notes_html, end_notes_html, html }) => ({
      chapter: { id, position, posted: posted_at !== null },
      html: html + notes_html + end_notes_html,
    })),
  ];
}
