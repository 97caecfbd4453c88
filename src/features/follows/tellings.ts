// Who is to be told of what is new, by which of their follows: each person once of each work, and
// only of what they find in their own lists.
import type { Reader } from '../../kit/sql/index.ts';
import { nextTurn } from '../../kit/time/index.ts';
import type { TagId, UserId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { areApart, findMember } from '../accounts/index.ts';
import { type FilterId, findFilter } from '../filters/index.ts';
import { emptyFilter, type Finding, type ListScope, worksOfQuery } from '../finding/index.ts';
import type { NoticeSort } from '../notices/index.ts';
import type { Follower } from './follow.ts';
import type { TellingsTable } from './schema.ts';
import { newByCreator, newChapter, newInFilter, newInSeries, newInTag } from './sorts.ts';
import { listFollowed, listFollowers } from './store/follows.ts';
import type { News } from './store/news.ts';

export type Telling = Omit<TellingsTable, 'id'>;

/** Somebody who follows something that leads to the work. */
type Candidate = Follower & {
  readonly news: News;
  readonly sort: NoticeSort;
  readonly about: number;
};

export async function findTellings(
  parts: Parts,
  finding: Finding,
  news: readonly News[],
): Promise<Telling[]> {
  const candidates = [
    ...(await byWork(parts, news)),
    ...(await bySeries(parts, news)),
    ...(await byCreator(parts, news)),
    ...(await byFilter(parts, finding, news)),
    ...(await byTag(parts, finding, news)),
  ];
  const people = new Map<UserId, Candidate[]>();
  for (const candidate of candidates) {
    people.set(candidate.userId, [...(people.get(candidate.userId) ?? []), candidate]);
  }
  const tellings: Telling[] = [];
  for (const own of people.values()) {
    tellings.push(...(await tell(parts, finding, own)));
    // A popular creator has thousands of followers, and readers wait for their pages.
    await nextTurn();
  }
  return tellings;
}

/** What one person is told: of each work by the first follow that leads to it. */
async function tell(
  parts: Parts,
  finding: Finding,
  candidates: readonly Candidate[],
): Promise<Telling[]> {
  const { read } = parts.database;
  const member = await findMember(read, candidates[0]?.login ?? '');
  if (member === null) return [];
  const first = new Map<WorkId, Candidate>();
  for (const one of candidates) {
    const isOwn = one.news.creators.includes(member.userId);
    if (!isOwn && !first.has(one.news.work)) first.set(one.news.work, one);
  }
  const met = await meets(finding, member, [...first.keys()]);
  const merged = new Map<string, Telling>();
  for (const { news, sort, about } of first.values()) {
    if (!met.has(news.work) || (await isApart(read, member, news))) continue;
    const isChapter = sort === newChapter;
    const key = `${sort.name} ${about}`;
    merged.set(key, {
      user_id: member.userId,
      kind: sort.name,
      about_id: about,
      detail: String(isChapter ? (news.newestChapter ?? '') : news.work),
      count: (merged.get(key)?.count ?? 0) + (isChapter ? news.chapters : 1),
    });
  }
  return [...merged.values()];
}

/** Which of the works the member meets in lists: they may see them, and have not muted them. */
async function meets(
  finding: Finding,
  member: Member,
  works: readonly WorkId[],
): Promise<ReadonlySet<WorkId>> {
  return find(finding, member, works, { liftFilter: true });
}

async function find(
  finding: Finding,
  member: Member,
  works: readonly WorkId[],
  scope: ListScope,
): Promise<ReadonlySet<WorkId>> {
  if (works.length === 0) return new Set();
  const { ids } = await finding.find(member, emptyFilter, {
    page: { number: 1, size: works.length },
    facets: 0,
    scope: { ...scope, works: new Set(works) },
  });
  return new Set(ids);
}

/** Of an anonymous work nobody is told whose it is, not even by silence. */
async function isApart(read: Reader, member: Member, news: News): Promise<boolean> {
  return !news.anonymous && areApart(read, member.userId, news.creators);
}

async function byWork({ database }: Parts, news: readonly News[]): Promise<Candidate[]> {
  const grown = news.filter(({ chapters }) => chapters > 0);
  const followers = await listFollowers(
    database.read,
    'work',
    grown.map(({ work }) => work),
  );
  return grown.flatMap((one) =>
    asChapters(
      one,
      followers.filter((f) => f.subject === one.work),
    ),
  );
}

/** What is there already is news for who wants to hear of chapters. */
function chaptersFor(news: News, followers: readonly Follower[]): Candidate[] {
  if (news.isNew || news.chapters === 0) return [];
  return asChapters(
    news,
    followers.filter(({ chapters }) => chapters),
  );
}

function asChapters(news: News, followers: readonly Follower[]): Candidate[] {
  return followers.map((one) => ({ ...one, news, sort: newChapter, about: news.work }));
}

async function bySeries({ database }: Parts, news: readonly News[]): Promise<Candidate[]> {
  const all = news.flatMap(({ series }) => series);
  const followers = await listFollowers(database.read, 'series', [...new Set(all)]);
  return news.flatMap((one) => {
    const own = followers.filter(({ subject }) => one.series.some((id) => id === subject));
    const isNewIn = ({ subject }: Follower) => one.newIn.some((id) => id === subject);
    const fresh = own.filter(isNewIn).map((follower) => {
      return { ...follower, news: one, sort: newInSeries, about: follower.subject };
    });
    return [
      ...fresh,
      ...chaptersFor(
        one,
        own.filter((follower) => !isNewIn(follower)),
      ),
    ];
  });
}

async function byCreator({ database }: Parts, news: readonly News[]): Promise<Candidate[]> {
  const signed = news.filter(({ anonymous }) => !anonymous);
  const all = signed.flatMap(({ creators }) => creators);
  const followers = await listFollowers(database.read, 'creator', [...new Set(all)]);
  return signed.flatMap((one) => {
    const own = followers.filter(({ subject }) => one.creators.some((id) => id === subject));
    if (!one.isNamed) return chaptersFor(one, own);
    return own.map((f) => ({ ...f, news: one, sort: newByCreator, about: f.subject }));
  });
}

async function byFilter(
  parts: Parts,
  finding: Finding,
  news: readonly News[],
): Promise<Candidate[]> {
  const grown = news.filter(isNewOrGrown);
  const works = grown.map(({ work }) => work);
  if (works.length === 0) return [];
  const { read } = parts.database;
  const followers = await listFollowers(read, 'filter', await listFollowed(read, 'filter'));
  const candidates: Candidate[] = [];
  for (const one of followers) {
    const member = await findMember(read, one.login);
    const filter = await findFilter(read, one.userId, one.subject as FilterId);
    if (member === null || filter === null) continue;
    const asked = { query: filter.query, tag: filter.list.tag };
    const ids = await worksOfQuery(finding, member, parts.clock.now(), asked, new Set(works));
    for (const each of grown.filter(({ work }) => ids.has(work))) {
      candidates.push(...asNewIn(each, newInFilter, [one]));
    }
  }
  return candidates;
}

async function byTag(
  { database }: Parts,
  finding: Finding,
  news: readonly News[],
): Promise<Candidate[]> {
  const grown = news.filter(isNewOrGrown);
  const works = grown.map(({ work }) => work);
  if (works.length === 0) return [];
  const candidates: Candidate[] = [];
  for (const tag of (await listFollowed(database.read, 'tag')) as TagId[]) {
    const ids = await find(finding, anyMember, works, { tag });
    if (ids.size === 0) continue;
    const followers = await listFollowers(database.read, 'tag', [tag]);
    for (const each of grown.filter(({ work }) => ids.has(work))) {
      candidates.push(...asNewIn(each, newInTag, followers));
    }
  }
  return candidates;
}

const isNewOrGrown = ({ isNew, chapters }: News) => isNew || chapters > 0;

function asNewIn(news: News, sort: NoticeSort, followers: readonly Follower[]): Candidate[] {
  if (!news.isNew) return chaptersFor(news, followers);
  return followers.map((one) => ({ ...one, news, sort, about: one.subject }));
}

/** Sees what every member does. */
const anyMember: Member = {
  kind: 'member',
  userId: 0 as UserId,
  login: '',
  pseuds: [],
  roles: new Set(),
  adultConsent: false,
};
