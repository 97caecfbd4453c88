import type { ChapterId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import {
  findRevision,
  type ListedRevision,
  type Revised,
  readRevision,
} from '../store/revisions.ts';
import {
  type ChapterVersion,
  inputOfChapterVersion,
  inputOfVersion,
  type WorkVersion,
} from '../versions.ts';
import { changeChapter } from './chapters.ts';
import type { Outcome } from './outcome.ts';
import { changeWork } from './write-work.ts';

/**
 * A revision with its version; null for one that is not there, or is what another has typed and not
 * saved. That the work is the member's own is asked before.
 */
export async function findVersion(
  { database }: Pick<Parts, 'database'>,
  member: Member,
  thing: Revised,
  number: number,
): Promise<{
  readonly row: ListedRevision;
  readonly version: ChapterVersion | WorkVersion;
} | null> {
  const row = await findRevision(database.read, thing, number);
  if (row === null || (row.reason === 'autosave' && row.made_by !== member.userId)) return null;
  const content = await readRevision(database.read, row);
  return { row, version: JSON.parse(content) as ChapterVersion | WorkVersion };
}

/** Makes a version the present one of one's own work or chapter, as a new revision. */
export async function restoreVersion(
  parts: Parts,
  member: Member,
  { work, chapter }: Revised,
  version: ChapterVersion | WorkVersion,
): Promise<Outcome<unknown>> {
  const reason = 'restore' as const;
  if ('source' in version) {
    const change = { chapter: inputOfChapterVersion(version), reason };
    return changeChapter(parts, member, work, chapter as ChapterId, change);
  }
  return changeWork(parts, member, work, { work: inputOfVersion(version), reason });
}
