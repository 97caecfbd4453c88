// Tells followers what is new: looks through the change log, finds who follows what is new and may
// see it, and leaves each of them one notice. A work is news once, whenever it comes to be seen;
// editing is none.
import { headPosition, listChanges } from '../../kit/sql/index.ts';
import { nextTurn } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Finding } from '../finding/index.ts';
import { leaveNotice, type NoticeSort } from '../notices/index.ts';
import { changesAtOnce, roundsAtOnce, tellingsAtOnce } from './limits.ts';
import { followSorts } from './sorts.ts';
import * as store from './store/news.ts';
import { findTellings } from './tellings.ts';

/** Looks through what has changed since the last time, and leaves the notices. A chore. */
export async function announce(parts: Parts, finding: Finding): Promise<void> {
  for (let round = 0; round < roundsAtOnce; round += 1) {
    if (!(await lookThrough(parts, finding))) break;
    await nextTurn();
  }
  while (await leaveSome(parts)) await nextTurn();
}

/** False when there is nothing more to look through. */
async function lookThrough(parts: Parts, finding: Finding): Promise<boolean> {
  const { read } = parts.database;
  const from = await store.readPosition(read);
  const changes = await listChanges(read, from, changesAtOnce);
  // A log that was begun anew, as by a restore, is followed from where it is.
  const to = changes.at(-1)?.position ?? Math.min(from, await headPosition(read));
  if (to === from) return false;
  const works = changes.filter(({ kind }) => kind === 'work').map((one) => one.subject_id);
  const news = await store.readNews(read, [...new Set(works)] as WorkId[]);
  const tellings = await findTellings(parts, finding, news);
  const rows = tellings.map((telling) => ({ id: parts.ids.next(), ...telling }));
  await parts.database.write(async (transaction) => {
    // Another process has told of it.
    if (!(await store.movePosition(transaction, from, to))) return;
    await store.keepAnnounced(transaction, news);
    await store.keepTellings(transaction, rows);
  });
  return true;
}

/** False when nothing is left to tell. */
async function leaveSome(parts: Parts): Promise<boolean> {
  return parts.database.write(async (transaction) => {
    const some = await store.takeTellings(transaction, tellingsAtOnce);
    for (const { user_id: person, kind, about_id: about, detail, count } of some) {
      const sort = followSorts.find(({ name }) => name === kind) as NoticeSort;
      await leaveNotice(transaction, parts, sort, { person, about, detail, count });
    }
    return some.length > 0;
  });
}
