// The notice of kudos on one’s works: one for each work, however many there are.
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { NoticeKind, NoticeSort } from '../notices/index.ts';
import { listBlurbs } from '../works/index.ts';
import { workUrl } from '../works/urls.ts';
import { text } from './messages.ts';

export const kudosNotice: NoticeSort = { name: 'kudos', standard: 'daily' };

/** Somebody left kudos: about the work, as long as its creator sees it. */
export function kudosNotices(parts: Parts): NoticeKind {
  return {
    ...kudosNotice,
    label: text.noticeLabel,
    async say(member, notices) {
      const ids = notices.map(({ about }) => about as WorkId);
      const works = await listBlurbs(parts.database.read, member, [...new Set(ids)]);
      const titles = new Map<number, string>(works.map(({ id, title }) => [id, title]));
      return notices.map(({ about, count }) => {
        const title = titles.get(about);
        if (title === undefined) return null;
        const href = `${workUrl({ id: about })}#kudos`;
        return { sentence: text.noticeSaid({ count, title }), href };
      });
    },
  };
}
