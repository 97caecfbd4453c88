// All SQL of offline: what of works that their reader sees has changed.
import type { Reader } from '../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../shared/ids.ts';

export type Edition = {
  /** Another one as soon as anything of the text or around it is. */
  readonly stamp: string;
  /** Posted ones, in their order. */
  readonly chapters: readonly ChapterId[];
};

/** Of works that the asker has been shown in a list. */
export async function readEditions(
  reader: Reader,
  works: readonly WorkId[],
): Promise<Map<WorkId, Edition>> {
  if (works.length === 0) return new Map();
  const rows = await reader
    .selectFrom('chapters')
    .innerJoin('works', 'works.id', 'chapters.work_id')
    .select(['works.id as work', 'works.revision as work_revision'])
    .select(['chapters.id', 'chapters.revision'])
    .where('chapters.work_id', 'in', works)
    .where('chapters.posted_at', 'is not', null)
    .orderBy('chapters.work_id')
    .orderBy('chapters.position')
    .execute();
  const editions = new Map<WorkId, Edition>();
  for (const [work, chapters] of Map.groupBy(rows, (row) => row.work)) {
    const revisions = chapters.map(({ id, revision }) => `${id}.${revision}`).join();
    editions.set(work, {
      stamp: `${chapters[0]?.work_revision} ${shortened(revisions)}`,
      chapters: chapters.map(({ id }) => id),
    });
  }
  return editions;
}

/** FNV-1a: two editions of one work shall differ, which is no secret. */
function shortened(text: string): string {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193) >>> 0;
  }
  return hash.toString(36);
}
