// What was saved for now, beside what is saved for good.
import { Refused } from '../../../kit/http/index.ts';
import type { Reader, Selectable } from '../../../kit/sql/index.ts';
import type { ChapterId, TagId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { findTagsByIds } from '../../tags/index.ts';
import {
  asChapterInput,
  chapterNames,
  emptyChapterFields,
  emptyWorkFields,
  firstChapterNames,
  readChapterFields,
  readWorkFields,
  versionOfFields,
  type WorkFields,
} from '../forms.ts';
import { unpackFields } from '../kept-fields.ts';
import type { FieldDifference } from '../pages/differences.ts';
import { keptFormPage } from '../pages/kept-form-page.ts';
import type { AutosavesTable } from '../schema.ts';
import { findAutosave } from '../store/autosaves.ts';
import { readChapterSource, readWorkSource } from '../store/sources.ts';
import {
  chapterDifferences,
  versionOfChapter,
  versionOfWork,
  type WorkVersion,
  workDifferences,
} from '../versions.ts';
import { formUrl, openedAgain, subjectOfRow } from './autosave.ts';
import { findOwnWork } from './own-work.ts';

export async function showKeptForm(ask: MemberAsk, parts: Parts): Promise<Response> {
  const window = ask.params['window'] ?? '';
  const row = await findAutosave(parts.database.read, ask.viewer.userId, window);
  if (row === null) throw new Refused(404);
  const subject = subjectOfRow(row);
  const page = keptFormPage(ask.frame(), {
    window,
    savedAt: row.saved_at,
    address: openedAgain(subject, window),
    formAddress: formUrl(subject),
    fields: await differencesToSaved(ask, parts, row),
  });
  return answerPage(ask, page);
}

async function differencesToSaved(
  ask: MemberAsk,
  parts: Parts,
  row: Selectable<AutosavesTable>,
): Promise<FieldDifference[]> {
  const { read } = parts.database;
  const form = unpackFields(row.fields);
  const kept = asChapterInput(readChapterFields(form, chapterNames));
  if (row.kind === 'work-new') {
    const chapter = asChapterInput(readChapterFields(form, firstChapterNames));
    const version = await versionOfTyped(read, readWorkFields(form));
    return [
      ...workDifferences(
        versionOfFields(emptyWorkFields, () => undefined),
        version,
      ),
      ...chapterDifferences(asChapterInput(emptyChapterFields), chapter),
    ];
  }
  const work = await findOwnWork(parts, ask.viewer, row.work_id as WorkId);
  if (row.kind === 'chapter-new') {
    return chapterDifferences(asChapterInput(emptyChapterFields), kept);
  }
  if (row.kind === 'work') {
    const present = versionOfWork(work, await readWorkSource(read, work));
    return workDifferences(present, await versionOfTyped(read, readWorkFields(form)));
  }
  const source = await readChapterSource(read, work, row.chapter_id as ChapterId);
  if (source === null) throw new Refused(404);
  return chapterDifferences(versionOfChapter(source), kept);
}

/** The fields of a work as a version, tags that are chosen by number with their names. */
export async function versionOfTyped(read: Reader, fields: WorkFields): Promise<WorkVersion> {
  const chosen = [fields.rating, ...fields.warnings, ...fields.categories].map(Number);
  const ids = chosen.filter((id) => Number.isSafeInteger(id) && id > 0) as TagId[];
  const tags = await findTagsByIds(read, ids);
  return versionOfFields(fields, (id) => tags.get(id as TagId)?.name);
}
