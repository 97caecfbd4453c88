// What followed things are called and where they are, as far as their follower may know.
import type { SeriesId, TagId, UserId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { findPerson } from '../accounts/index.ts';
import { listFilters } from '../filters/index.ts';
import { filterUrl } from '../filters/urls.ts';
import type { Finding } from '../finding/index.ts';
import { personUrl } from '../people/urls.ts';
import { findTagsByIds } from '../tags/index.ts';
import { tagWorksUrl } from '../tags/urls.ts';
import { findSeries, findWork } from '../works/index.ts';
import { seriesUrl, workUrl } from '../works/urls.ts';
import type { Follow, Subject } from './follow.ts';
import type { NamedFollow, Place } from './pages/subscriptions-page.ts';
import { readLogins } from './store/follows.ts';

export async function findPlaces(
  parts: Parts,
  finding: Finding,
  member: Member,
  follows: readonly Follow[],
): Promise<NamedFollow[]> {
  const named: NamedFollow[] = [];
  for (const follow of follows) {
    named.push({ follow, place: await findPlace(parts, finding, member, follow) });
  }
  return named;
}

/** Whether the member may follow it: they see it, and it is not themself. */
export async function isThere(
  parts: Parts,
  finding: Finding,
  member: Member,
  subject: Subject,
): Promise<boolean> {
  if (subject.kind === 'creator' && subject.id === member.userId) return false;
  return (await findPlace(parts, finding, member, subject)) !== null;
}

async function findPlace(
  { database }: Parts,
  finding: Finding,
  member: Member,
  { kind, id }: Subject,
): Promise<Place | null> {
  const { read } = database;
  switch (kind) {
    case 'work': {
      const { work } = await findWork(read, member, id as WorkId);
      return work && { name: work.title, href: workUrl(work) };
    }
    case 'series': {
      const series = await findSeries(read, member, id as SeriesId);
      return series && { name: series.title, href: seriesUrl(series) };
    }
    case 'creator': {
      const login = (await readLogins(read, [id as UserId])).get(id as UserId);
      const person = login === undefined ? null : await findPerson(read, member, login);
      return person && { name: person.login, href: personUrl(person.login) };
    }
    case 'tag': {
      const tag = (await findTagsByIds(read, [id as TagId])).get(id as TagId);
      const known = tag !== undefined && (await finding.knows(member, tag));
      return known ? { name: tag.name, href: tagWorksUrl(tag) } : null;
    }
    case 'filter': {
      const own = await listFilters(read, member.userId);
      const filter = own.find((one) => one.id === id);
      return filter === undefined ? null : { name: filter.name, href: filterUrl(filter) };
    }
    case 'collection':
      return null;
  }
}
