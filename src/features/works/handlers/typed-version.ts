// What stands in a form as a version of the work or chapter that it is about.
import type { Form } from '../../../kit/http/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { findTagsByIds } from '../../tags/index.ts';
import {
  asChapterInput,
  chapterNames,
  readChapterFields,
  readWorkFields,
  versionOfFields,
  type WorkFields,
} from '../forms.ts';
import type { FormKind } from '../schema.ts';
import type { ChapterVersion, WorkVersion } from '../versions.ts';

/** Null for new things: they have no versions yet. */
export async function versionOfForm(
  read: Reader,
  kind: FormKind,
  form: Form,
): Promise<ChapterVersion | WorkVersion | null> {
  if (kind === 'chapter') return asChapterInput(readChapterFields(form, chapterNames));
  return kind === 'work' ? versionOfTyped(read, readWorkFields(form)) : null;
}

/** The fields of a work as a version, tags that are chosen by number with their names. */
export async function versionOfTyped(read: Reader, fields: WorkFields): Promise<WorkVersion> {
  const chosen = [fields.rating, ...fields.warnings, ...fields.categories].map(Number);
  const ids = chosen.filter((id) => Number.isSafeInteger(id) && id > 0) as TagId[];
  const tags = await findTagsByIds(read, ids);
  return versionOfFields(fields, (id) => tags.get(id as TagId)?.name);
}
