// Pages of people: whoever may not see a person finds nothing at their address.
import { Refused } from '../../kit/http/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import { dayMs } from '../../kit/time/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { answerPage, orNotFound } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { findPerson, type OwnPseud, type Person } from '../accounts/index.ts';
import { answerWorksList, emptyFilter, type Finding } from '../finding/index.ts';
import { followItemFor } from '../follows/index.ts';
import {
  findSeries,
  listDeleted,
  listDerived,
  listGiftsTo,
  listInvitations,
  listSeriesOfPerson,
  type Series,
  undeleteDays,
  worksPerPage,
} from '../works/index.ts';
import { giftsUrl } from '../works/urls.ts';
import { ofPerson } from './books.ts';
import { newestShown } from './limits.ts';
import { text } from './messages.ts';
import { giftsPage } from './pages/gifts-page.ts';
import { byPerson, dashboardPage, profilePage } from './pages/person-pages.ts';
import { seriesListPage } from './pages/series-list-page.ts';
import { personFeedPath, personSeriesUrl, personWorksUrl, pseudWorksUrl } from './urls.ts';

export function showDashboard(finding: Finding) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { person, pseud } = await personOf(ask, parts);
    const found = await finding.find(ask.viewer, emptyFilter, {
      scope: { creators: pseudIds(person, pseud) },
      page: { number: 1, size: newestShown },
      facets: 0,
    });
    const newest = await finding.blurbs(ask.viewer, found.ids);
    const { total } = found;
    const worksUrl = worksUrlOf(person, pseud);
    const own = ask.viewer.kind === 'member' && ask.viewer.userId === person.id;
    const { read } = parts.database;
    const asked = own ? await countAsked(read, ask.viewer as Member) : 0;
    const company = await companyOf(ask, parts, person);
    const since = parts.clock.now() - undeleteDays * dayMs;
    const deleted = own ? await listDeleted(read, person.id, since) : null;
    const { viewer } = ask;
    const follow = await followItemFor(ask, parts, { kind: 'creator', id: person.id });
    const counted = { total, asked, company, follow };
    const shown = { viewer, person, pseud, newest, worksUrl, deleted, ...counted };
    return answerPage(ask, dashboardPage(shown));
  };
}

export async function showProfile(ask: Ask, parts: Parts): Promise<Response> {
  const { person } = await personOf(ask, parts);
  const company = await companyOf(ask, parts, person);
  return answerPage(ask, profilePage(ask.viewer, person, company));
}

export function showPersonWorks(finding: Finding) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { person, pseud } = await personOf(ask, parts);
    const name = pseud?.name ?? person.login;
    const list = {
      address: worksUrlOf(person, pseud),
      scope: { creators: pseudIds(person, pseud) },
      of: byPerson(person, pseud),
      book: ofPerson(person, pseud),
      title: text.worksBy({ name }),
      // A hidden person's works are nobody's to be told of.
      feed: person.hidden ? null : personFeedPath(person.login, pseud?.name),
    };
    return answerWorksList(ask, parts, finding, list, (listed) => ({
      title: text.worksBy({ name }),
      mainClass: 'works-index dashboard filtered region',
      styles: ['finding'],
      indexable: listed.isPlain && !person.hidden,
      feeds: listed.feeds,
      body: listed.body,
    }));
  };
}

export async function showPersonSeries(ask: Ask, parts: Parts): Promise<Response> {
  const { person } = await personOf(ask, parts);
  const { read } = parts.database;
  const ids = await listSeriesOfPerson(read, ask.viewer, person.id);
  const pages = Math.max(1, Math.ceil(ids.length / worksPerPage));
  const page = parseId(ask.query.get('page') ?? '1') ?? 1;
  if (page > pages) throw new Refused(404);
  const shown: Series[] = [];
  for (const id of ids.slice((page - 1) * worksPerPage, page * worksPerPage)) {
    const series = await findSeries(read, ask.viewer, id);
    if (series !== null) shown.push(series);
  }
  const hrefFor = (number: number) => `${personSeriesUrl(person.login)}?page=${number}`;
  const numbers = { page, pages, hrefFor };
  return answerPage(ask, seriesListPage(person, shown, numbers));
}

export function showPersonGifts(finding: Finding) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { person } = await personOf(ask, parts);
    const { read } = parts.database;
    const own = ask.viewer.kind === 'member' && ask.viewer.userId === person.id;
    const ids = await listGiftsTo(read, ask.viewer, person.id, 'kept');
    const pages = Math.max(1, Math.ceil(ids.length / worksPerPage));
    const page = parseId(ask.query.get('page') ?? '1') ?? 1;
    if (page > pages) throw new Refused(404);
    const onPage = ids.slice((page - 1) * worksPerPage, page * worksPerPage);
    const refused = own ? await listGiftsTo(read, ask.viewer, person.id, 'refused') : [];
    const hrefFor = (number: number) => `${giftsUrl(person.login)}?page=${number}`;
    const shown = {
      person,
      own,
      gifts: await finding.blurbs(ask.viewer, onPage),
      refused: await finding.blurbs(ask.viewer, refused),
      pages: { page, pages, hrefFor },
    };
    return answerPage(ask, giftsPage(ask.frame(), shown));
  };
}

/** How many questions wait for the person's answer. */
async function countAsked(read: Reader, member: Member): Promise<number> {
  const derived = await listDerived(read, member);
  const open = derived.filter(({ state }) => state === 'asked');
  return open.length + (await listInvitations(read, member.userId)).length;
}

/** How many series name the person, and how many gifts they have, as far as the asker sees them. */
async function companyOf(ask: Ask, { database: { read } }: Parts, person: Person) {
  const series = await listSeriesOfPerson(read, ask.viewer, person.id);
  const gifts = await listGiftsTo(read, ask.viewer, person.id, 'kept');
  return { series: series.length, gifts: gifts.length };
}

async function personOf(ask: Ask, parts: Parts) {
  const found = await findPerson(parts.database.read, ask.viewer, ask.params['login'] ?? '');
  const person = orNotFound(found);
  const wanted = ask.params['pseud'];
  if (wanted === undefined) return { person, pseud: null };
  const same = (name: string) => name.toLowerCase() === wanted.normalize('NFC').toLowerCase();
  return { person, pseud: orNotFound(person.pseuds.find(({ name }) => same(name))) };
}

function pseudIds(person: Person, pseud: OwnPseud | null) {
  return pseud === null ? person.pseuds.map(({ id }) => id) : [pseud.id];
}

function worksUrlOf(person: Person, pseud: OwnPseud | null): string {
  if (pseud === null) return personWorksUrl(person.login);
  return pseudWorksUrl(person.login, pseud.name);
}
