// Earlier versions of a work and its chapters, each a file: what a co-creator has typed and not
// saved is not among them.
import type { ZipEntry } from '../../kit/archive/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import type { Member } from '../../shared/viewer.ts';
import { listDeletedChapters, listRevisions, readRevision, type Work } from '../works/index.ts';

const revisionsAtOnce = 100;

/**
 * Every revision that the member may know of, in `folder`, those of deleted chapters too while they
 * can come back; chapter 0 is the work's own facts.
 */
export async function* revisionEntries(
  reader: Reader,
  member: Member,
  work: Work,
  folder: string,
): AsyncGenerator<ZipEntry> {
  const deleted = await listDeletedChapters(reader, work.id, 0);
  const ids = [...work.chapters, ...deleted].map(({ id }) => id);
  for (const chapter of [0 as const, ...ids]) {
    const thing = { work: work.id, chapter };
    const name = chapter === 0 ? 'work' : `chapter-${chapter}`;
    for (let below = Number.MAX_SAFE_INTEGER; ; ) {
      const rows = await listRevisions(reader, thing, member.userId, {
        below,
        limit: revisionsAtOnce,
      });
      for (const row of rows) {
        const { number, reason, login: by, words } = row;
        const madeAt = new Date(row.made_at).toISOString();
        const version: unknown = JSON.parse(await readRevision(reader, row));
        const written = { number, madeAt, by, reason, words, version };
        const path = `${folder}/revisions/${name}-${String(number).padStart(4, '0')}.json`;
        yield { path, text: `${JSON.stringify(written, null, 2)}\n` };
        below = number;
      }
      if (rows.length < revisionsAtOnce) break;
    }
  }
}
