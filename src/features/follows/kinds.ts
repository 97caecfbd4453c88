// What the notices of follows say, as their reader may know it now.
import type { SeriesId, TagId, UserId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { findPerson } from '../accounts/index.ts';
import { type FilterId, findFilter } from '../filters/index.ts';
import { filterUrl } from '../filters/urls.ts';
import type { Finding } from '../finding/index.ts';
import type { Notice, NoticeKind, NoticeSaid, NoticeSort } from '../notices/index.ts';
import { personWorksUrl } from '../people/urls.ts';
import { findTagsByIds } from '../tags/index.ts';
import { tagWorksUrl } from '../tags/urls.ts';
import { type Blurb, findSeries } from '../works/index.ts';
import { chapterUrl, seriesUrl, workUrl } from '../works/urls.ts';
import { text } from './messages.ts';
import { newByCreator, newChapter, newInFilter, newInSeries, newInTag } from './sorts.ts';
import { readLogins } from './store/follows.ts';

/** Where the notices of a kind stand: its name, and the page that has all of it. */
type Place = { readonly name: string; readonly href: string };

/** The kinds of notices that followers get. */
export function followNotices(parts: Parts, finding: Finding): readonly NoticeKind[] {
  const { read } = parts.database;
  const blurbsOf = async (member: Member, ids: readonly number[]) => {
    const blurbs = await finding.blurbs(member, ids as WorkId[]);
    return new Map<number, Blurb>(blurbs.map((blurb) => [blurb.id, blurb]));
  };
  const placed = (
    sort: NoticeSort,
    label: NoticeKind['label'],
    placeOf: (member: Member, notice: Notice, newest: Blurb) => Promise<Place | null>,
  ): NoticeKind => ({
    ...sort,
    label,
    async say(member, notices) {
      const newest = await blurbsOf(
        member,
        notices.map(({ detail }) => Number(detail)),
      );
      const said: (NoticeSaid | null)[] = [];
      for (const notice of notices) {
        const blurb = newest.get(Number(notice.detail));
        const place = blurb === undefined ? null : await placeOf(member, notice, blurb);
        said.push(place === null || blurb === undefined ? null : sayNew(notice, blurb, place));
      }
      return said;
    },
  });
  return [
    {
      ...newChapter,
      label: text.chaptersLabel,
      async say(member, notices) {
        const works = await blurbsOf(
          member,
          notices.map(({ about }) => about),
        );
        return notices.map((notice) => sayChapters(notice, works.get(notice.about)));
      },
    },
    placed(newByCreator, text.byCreatorLabel, async (member, { about }, newest) => {
      const login = (await readLogins(read, [about as UserId])).get(about as UserId);
      // It may be anonymous by now, or the person gone from it.
      const isSigned = newest.creators.some((creator) => creator.login === login);
      if (login === undefined || !isSigned) return null;
      const person = await findPerson(read, member, login);
      return person && { name: person.login, href: personWorksUrl(person.login) };
    }),
    placed(newInSeries, text.inSeriesLabel, async (member, { about }) => {
      const series = await findSeries(read, member, about as SeriesId);
      return series && { name: series.title, href: seriesUrl(series) };
    }),
    placed(newInFilter, text.inFilterLabel, async (member, { about }) => {
      const filter = await findFilter(read, member.userId, about as FilterId);
      return filter && { name: filter.name, href: filterUrl(filter) };
    }),
    placed(newInTag, text.inTagLabel, async (member, { about }) => {
      const tag = (await findTagsByIds(read, [about as TagId])).get(about as TagId);
      if (tag === undefined || !(await finding.knows(member, tag))) return null;
      return { name: tag.name, href: tagWorksUrl(tag) };
    }),
  ];
}

function sayChapters({ count, detail }: Notice, work: Blurb | undefined): NoticeSaid | null {
  if (work === undefined) return null;
  const chapter = Number(detail);
  const href = count === 1 && chapter > 0 ? chapterUrl(work, { id: chapter }) : workUrl(work);
  return { sentence: text.newChapters({ count, title: work.title }), href };
}

function sayNew({ kind, count }: Notice, newest: Blurb, { name, href }: Place): NoticeSaid {
  const { title } = newest;
  const byCreator = kind === newByCreator.name;
  if (count > 1) {
    const say = byCreator ? text.severalByCreator : text.severalIn;
    return { sentence: say({ count, name }), href };
  }
  const say = byCreator ? text.oneByCreator : text.oneIn;
  return { sentence: say({ title, name }), href: workUrl(newest) };
}
