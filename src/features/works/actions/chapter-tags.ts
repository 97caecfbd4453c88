import type { FieldError } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, TagId, WorkId } from '../../../shared/ids.ts';
import { resolveTagLists, type TagMaking, warningIds } from '../../tags/index.ts';
import {
  type ChapterTags,
  chapterTagFields,
  chapterTagTypes,
  saysNothing,
} from '../chapter-tags.ts';
import type { NameField } from '../input.ts';
import { text } from '../messages.ts';
import { hasChapterTagOf, hasOwnTag, replaceChapterTags } from '../store/chapter-tags.ts';

/**
 * Sets the tags of a chapter; undefined leaves them. The work's share follows when it is settled.
 * With any errors nothing should be kept of the transaction.
 */
export async function setChapterTags(
  transaction: Transaction,
  { work, chapter }: { readonly work: WorkId; readonly chapter: ChapterId },
  tags: ChapterTags | undefined,
  making: TagMaking,
  nameField: NameField = (field) => field,
): Promise<FieldError[]> {
  if (tags === undefined) return [];
  const lists = chapterTagTypes.map((type) => ({ type, references: tags[type] ?? [], making }));
  const resolved = await resolveTagLists(transaction, lists);
  const errors = resolved.flatMap((list, at) => {
    const field = nameField(chapterTagFields[chapterTagTypes[at] ?? 'freeform']);
    return list.errors.map((detail) => ({ field, detail }));
  });
  const found = resolved.flatMap((list) => list.tags);
  const warnings = found.filter((tag) => tag.type === 'warning');
  const field = nameField(chapterTagFields.warning);
  if (warnings.some(saysNothing)) errors.push({ field, detail: text.chapterWarningEmpty() });
  else if (warnings.length > 0 && (await hasOwnTag(transaction, work, warningIds.none as TagId))) {
    errors.push({ field, detail: text.chapterWarningAgainstWork() });
  }
  if (errors.length === 0) {
    await replaceChapterTags(transaction, chapter, [...new Set(found.map((tag) => tag.id))]);
  }
  return errors;
}

/** A work that says that no warnings apply, though one of its chapters warns. */
export async function chapterWarningProblems(
  transaction: Transaction,
  work: WorkId,
): Promise<FieldError[]> {
  if (!(await hasOwnTag(transaction, work, warningIds.none as TagId))) return [];
  if (!(await hasChapterTagOf(transaction, work, 'warning'))) return [];
  return [{ field: chapterTagFields.warning, detail: text.workWarningAgainstChapter() }];
}
