// Announcements: words of the host above every page, from a time on and until another.
import { askForJob, type JobKind } from '../../kit/jobs/index.ts';
import { recordChange } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { SiteFrame } from '../../web/serve/index.ts';
import { writeAudit } from '../accounts/index.ts';
import type { AnnouncementsTable } from './schema.ts';
import { listCurrent, writeAnnouncement } from './store/announcements.ts';

/** The frame of every page, with what is announced now. */
export async function withAnnouncements(
  { database, clock }: Pick<Parts, 'database' | 'clock'>,
  site: Promise<SiteFrame>,
): Promise<SiteFrame> {
  const [frame, announcements] = await Promise.all([site, listCurrent(database.read, clock.now())]);
  return { ...frame, announcements };
}

const beginning = { name: 'begin announcement' };
const ending = { name: 'end announcement' };

/** What makes kept pages old when an announcement begins or ends: no row changes then. */
export function announcementJobs({
  database,
  clock,
}: Pick<Parts, 'database' | 'clock'>): readonly JobKind[] {
  const run = () =>
    database.write((transaction) => recordChange(transaction, 'site', [0], clock.now()));
  return [beginning, ending].map((kind) => ({ ...kind, run }));
}

/** Keeps an announcement, new or changed, with the jobs of its times and a row of the audit. */
export async function saveAnnouncement(
  { database, clock, ids }: Parts,
  by: UserId,
  row: AnnouncementsTable,
  act: 'announce' | 'change announcement' | 'end announcement',
): Promise<void> {
  const at = clock.now();
  const { id, body, link, audience, begins_at, ends_at } = row;
  await database.write(async (transaction) => {
    await writeAnnouncement(transaction, row);
    if (begins_at > at) await askForJob(transaction, beginning, id, begins_at);
    if (ends_at !== null && ends_at > at) await askForJob(transaction, ending, id, ends_at);
    await writeAudit(transaction, {
      id: ids.next(),
      at,
      actorId: by,
      act,
      subjectKind: 'announcement',
      subjectId: id,
      detail: { body, link, audience, begins: begins_at, ends: ends_at },
    });
    await recordChange(transaction, 'site', [0], at);
  });
}
