// What was saved for now, beside what is saved for good.
import { Refused } from '../../../kit/http/index.ts';
import type { Selectable } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import {
  chapterNames,
  emptyChapterFields,
  emptyWorkFields,
  firstChapterNames,
  readChapterFields,
  readWorkFields,
  versionOfChapterFields,
  versionOfFields,
} from '../forms.ts';
import { unpackFields } from '../kept-fields.ts';
import type { FieldDifference } from '../pages/differences.ts';
import { keptFormPage } from '../pages/kept-form-page.ts';
import type { AutosavesTable } from '../schema.ts';
import { findAutosave } from '../store/autosaves.ts';
import { readChapterSource, readWorkSource } from '../store/sources.ts';
import { versionOfChapterTyped, versionOfTyped } from '../typed-version.ts';
import {
  chapterDifferences,
  versionOfChapter,
  versionOfWork,
  workDifferences,
} from '../versions.ts';
import { formUrl, openedAgain, subjectOfRow, windowAsked } from './autosave.ts';
import { findOwnWork } from './own-work.ts';

export async function showKeptForm(ask: MemberAsk, parts: Parts): Promise<Response> {
  const window = windowAsked(ask);
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

const emptyChapter = versionOfChapterFields(emptyChapterFields, () => undefined);

async function differencesToSaved(
  ask: MemberAsk,
  parts: Parts,
  row: Selectable<AutosavesTable>,
): Promise<FieldDifference[]> {
  const { read } = parts.database;
  const form = unpackFields(row.fields);
  const kept = await versionOfChapterTyped(read, readChapterFields(form, chapterNames));
  if (row.kind === 'work-new') {
    const chapter = await versionOfChapterTyped(read, readChapterFields(form, firstChapterNames));
    const version = await versionOfTyped(read, readWorkFields(form));
    return [
      ...workDifferences(
        versionOfFields(emptyWorkFields, () => undefined),
        version,
      ),
      ...chapterDifferences(emptyChapter, chapter),
    ];
  }
  const work = await findOwnWork(parts, ask.viewer, row.work_id as WorkId);
  if (row.kind === 'chapter-new') {
    return chapterDifferences(emptyChapter, kept);
  }
  if (row.kind === 'work') {
    const present = versionOfWork(work, await readWorkSource(read, work));
    return workDifferences(present, await versionOfTyped(read, readWorkFields(form)));
  }
  const source = await readChapterSource(read, work, row.chapter_id as ChapterId);
  if (source === null) throw new Refused(404);
  return chapterDifferences(versionOfChapter(source), kept);
}
