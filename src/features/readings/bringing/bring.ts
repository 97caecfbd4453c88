// Bringing back what a takeout holds of readings and of the history.
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { emptyFilter, type Finding } from '../../finding/index.ts';
import { mergeVisit } from '../store/visits.ts';
import { addReading, columnsOf, listWorksOfChapters } from '../store.ts';
import type { Brought, BroughtMark } from './rows.ts';

export type BroughtBack = {
  readonly marks: number;
  readonly visits: number;
  /** Works that the member does not find here. */
  readonly missing: number;
};

/** What is marked here already stays as it is; a visit that is here is joined, not added to. */
export async function bringBack(
  parts: Parts,
  finding: Finding,
  member: Member,
  brought: Brought,
): Promise<BroughtBack> {
  const named = new Set([...brought.marks, ...brought.visits].map(({ work }) => work));
  const there = await findThere(finding, member, named);
  const marks = brought.marks.filter(({ work }) => there.has(work));
  const visits = brought.visits.filter(({ work }) => there.has(work));
  const chapters = marks.flatMap(({ chapter }) => chapter ?? []);
  const works = await listWorksOfChapters(parts.database.read, chapters);
  await parts.database.write(async (transaction) => {
    for (const mark of marks) {
      const isThere = mark.chapter !== null && works.get(mark.chapter) === mark.work;
      await addReading(transaction, rowOf(member.userId, mark, isThere));
    }
    for (const visit of visits) await mergeVisit(transaction, member, visit);
  });
  return { marks: marks.length, visits: visits.length, missing: named.size - there.size };
}

function rowOf(user: UserId, mark: BroughtMark, isChapterThere: boolean) {
  return {
    user_id: user,
    work_id: mark.work,
    state: mark.state,
    chapter_id: isChapterThere ? mark.chapter : null,
    ...columnsOf(isChapterThere ? mark.place : null),
    chapters_posted: mark.chaptersPosted,
    marked_at: mark.at,
  };
}

async function findThere(
  finding: Finding,
  member: Member,
  works: ReadonlySet<WorkId>,
): Promise<Set<WorkId>> {
  if (works.size === 0) return new Set();
  const page = { number: 1, size: works.size };
  const scope = { works, own: true };
  const { ids } = await finding.find(member, emptyFilter, { page, facets: 0, scope });
  return new Set(ids);
}
