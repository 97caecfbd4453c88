// What stands in a form as a version of the work or chapter that it is about.
import type { Form } from '../../kit/http/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { findTagsByIds } from '../tags/index.ts';
import {
  type ChapterFields,
  chapterNames,
  readChapterFields,
  readWorkFields,
  versionOfChapterFields,
  versionOfFields,
  type WorkFields,
} from './forms.ts';
import type { FormKind } from './schema.ts';
import type { ChapterVersion, WorkVersion } from './versions.ts';

/** Null for new things: they have no versions yet. */
export async function versionOfForm(
  read: Reader,
  kind: FormKind,
  form: Form,
): Promise<ChapterVersion | WorkVersion | null> {
  if (kind === 'chapter') return versionOfChapterTyped(read, readChapterFields(form, chapterNames));
  return kind === 'work' ? versionOfTyped(read, readWorkFields(form)) : null;
}

/** The fields of a work as a version, tags that are chosen by number with their names. */
export async function versionOfTyped(read: Reader, fields: WorkFields): Promise<WorkVersion> {
  const chosen = [fields.rating, ...fields.warnings, ...fields.categories];
  return versionOfFields(fields, await namesOf(read, chosen));
}

/** The same for a chapter. */
export async function versionOfChapterTyped(
  read: Reader,
  fields: ChapterFields,
): Promise<ChapterVersion> {
  return versionOfChapterFields(fields, await namesOf(read, fields.warnings));
}

async function namesOf(read: Reader, chosen: readonly string[]) {
  const numbers = chosen.map(Number);
  const ids = numbers.filter((id) => Number.isSafeInteger(id) && id > 0) as TagId[];
  const tags = await findTagsByIds(read, ids);
  return (id: number) => tags.get(id as TagId)?.name;
}
