// Telling whom a work is for, and whose work it was made after, once they can see it.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { leaveNotice, type Notice, type NoticeKind, type NoticeSort } from '../../notices/index.ts';
import { listBlurbs } from '../store/reads.ts';
import { giftsUrl, invitationsUrl } from '../urls.ts';
import { toldAtOnce } from './limits.ts';
import { text } from './messages.ts';
import { takeUntoldGifts, takeUntoldRelated, type Untold } from './store/untold.ts';

const gift: NoticeSort = { name: 'gift', standard: 'here' };
const related: NoticeSort = { name: 'related-work', standard: 'here' };

/** Leaves the notices of gifts and related works that have come to be seen. A chore. */
export async function tellOfCompany(parts: Parts): Promise<void> {
  while (await tellSome(parts, gift, takeUntoldGifts));
  while (await tellSome(parts, related, takeUntoldRelated));
}

/** False when nobody is left to tell. */
async function tellSome(
  parts: Parts,
  sort: NoticeSort,
  take: (transaction: Transaction, at: number, most: number) => Promise<Untold[]>,
): Promise<boolean> {
  return parts.database.write(async (transaction) => {
    const some = await take(transaction, parts.clock.now(), toldAtOnce);
    for (const { person, work } of some) {
      await leaveNotice(transaction, parts, sort, { person, about: work });
    }
    return some.length > 0;
  });
}

/** A work is for somebody, or was made after one of theirs: about that work. */
export function companyNotices(parts: Parts): readonly NoticeKind[] {
  return [
    kindOf(parts, gift, text.giftNotices, text.givenToYou, giftsUrl),
    kindOf(parts, related, text.relatedNotices, text.madeAfterYours, invitationsUrl),
  ];
}

function kindOf(
  parts: Parts,
  sort: NoticeSort,
  label: NoticeKind['label'],
  sentence: (named: { title: string }) => string,
  hrefOf: (login: string) => string,
): NoticeKind {
  return {
    ...sort,
    label,
    async say(member, notices: readonly Notice[]) {
      const ids = notices.map(({ about }) => about);
      const seen = await listBlurbs(parts.database.read, member, ids as never);
      const titles = new Map(seen.map(({ id, title }) => [Number(id), title]));
      return notices.map(({ about }) => {
        const title = titles.get(about);
        if (title === undefined) return null;
        return { sentence: sentence({ title }), href: hrefOf(member.login) };
      });
    },
  };
}
