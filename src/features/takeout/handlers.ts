// A takeout is streamed as it is made: nothing of it is kept here, and nothing grows with its size.
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { streamZip } from '../../kit/archive/index.ts';
import type { OwnedTable } from '../../kit/sql/index.ts';
import { isoDate } from '../../kit/time/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { answerPage } from '../../web/answer.ts';
import type { Ask, MemberAsk } from '../../web/ask.ts';
import { countOwnWorks, takeoutEntries } from './entries.ts';
import { text } from './messages.ts';
import { takeoutPage } from './pages/takeout-page.ts';

export function showTakeout(owned: readonly OwnedTable[]) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> =>
    answerTakeout(ask, parts, owned);
}

/** One at a time for each person: making it reads all that they have. */
export function submitTakeout(owned: readonly OwnedTable[]) {
  const making = new Set<UserId>();
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const member = ask.viewer;
    if (making.has(member.userId)) return answerTakeout(ask, parts, owned, text.busy());
    making.add(member.userId);
    return sendTakeout(ask, parts, { member, owned, ended: () => making.delete(member.userId) });
  };
}

export type Sending = {
  /** Whose it is; whether the asker may have it is the caller's to say. */
  readonly member: Member;
  readonly owned: readonly OwnedTable[];
  /** Called when all of it is made, or cannot be. */
  readonly ended?: () => void;
};

/** Somebody's takeout as a file, streamed as it is made. */
export function sendTakeout(ask: Ask, parts: Parts, { member, owned, ended }: Sending): Response {
  const { clock, files } = parts;
  const now = clock.now();
  const { siteName: siteTitle } = ask.frame();
  const name = `inkstead-${member.login}-${isoDate(now)}.zip`;
  const output = new PassThrough();
  const made = parts.database.snapshot(async ({ reader }) => {
    const siteUrl = parts.settings.url;
    const entries = takeoutEntries({ reader, files, member, owned, siteUrl, siteTitle, now });
    await pipeline(streamZip(entries, { modified: now }), output, { end: false });
  });
  // Whoever has read it to its end may ask for another. A receiver that goes away ends it; what
  // goes wrong here cuts the file, which no reader takes.
  made.finally(ended).then(
    () => output.end(),
    (error: Error) => {
      parts.log.warn({ reason: error.message }, 'a takeout was not finished');
      output.destroy(error);
    },
  );
  return new Response(Readable.toWeb(output) as BodyInit, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function answerTakeout(
  ask: MemberAsk,
  { database }: Parts,
  owned: readonly OwnedTable[],
  problem: string | null = null,
): Promise<Response> {
  const works = await countOwnWorks(database.read, ask.viewer, owned);
  const page = takeoutPage(works, ask.frame().formToken, problem);
  return answerPage(ask, page, problem === null ? 200 : 429);
}
