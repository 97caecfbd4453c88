// A person's works, gifts and series as one book, as far as the asker sees them.
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import { type BookLister, bookWorksMax, type ListForBook } from '../../web/book-lists.ts';
import { findPerson, type OwnPseud, type Person } from '../accounts/index.ts';
import { type Finding, worksForBook } from '../finding/index.ts';
import { findSeries, listGiftsTo, listSeriesOfPerson } from '../works/index.ts';
import { giftsUrl } from '../works/urls.ts';
import { text } from './messages.ts';
import { personSeriesUrl, personWorksUrl, pseudWorksUrl } from './urls.ts';

export function ofPerson({ login }: Person, pseud: OwnPseud | null): string {
  return pseud === null ? `person:${login}` : `person:${login}/${pseud.name}`;
}
export const ofGifts = ({ login }: Person) => `gifts:${login}`;
export const ofSeries = ({ login }: Person) => `series:${login}`;

/** What the lists on people's pages are as books. */
export function bookListsOfPeople(finding: Finding): readonly BookLister[] {
  return [
    { kind: 'person', list: (...asked) => worksOf(finding, ...asked) },
    { kind: 'gifts', list: giftsOf },
    { kind: 'series', list: seriesOf },
  ];
}

async function worksOf(
  finding: Finding,
  ask: Ask,
  parts: Parts,
  which: string,
): Promise<ListForBook | null> {
  const [login = '', wanted] = which.split('/');
  const person = await findPerson(parts.database.read, ask.viewer, login);
  if (person === null) return null;
  const pseud = wanted === undefined ? null : person.pseuds.find(({ name }) => name === wanted);
  if (pseud === undefined) return null;
  const address =
    pseud === null ? personWorksUrl(person.login) : pseudWorksUrl(person.login, pseud.name);
  const creators = (pseud === null ? person.pseuds : [pseud]).map(({ id }) => id);
  const found = await worksForBook(ask, parts, finding, { address, scope: { creators } });
  return { ...found, title: text.worksBy({ name: pseud?.name ?? person.login }) };
}

async function giftsOf(ask: Ask, parts: Parts, login: string): Promise<ListForBook | null> {
  const { read } = parts.database;
  const person = await findPerson(read, ask.viewer, login);
  if (person === null) return null;
  const ids = await listGiftsTo(read, ask.viewer, person.id, 'kept');
  const title = text.giftsTo({ name: person.login });
  return { ...beginning(ids), title, address: giftsUrl(person.login) };
}

async function seriesOf(ask: Ask, parts: Parts, login: string): Promise<ListForBook | null> {
  const { read } = parts.database;
  const person = await findPerson(read, ask.viewer, login);
  if (person === null) return null;
  const works = new Set<WorkId>();
  for (const id of await listSeriesOfPerson(read, ask.viewer, person.id)) {
    for (const work of (await findSeries(read, ask.viewer, id))?.workIds ?? []) works.add(work);
  }
  const title = text.seriesBy({ name: person.login });
  return { ...beginning([...works]), title, address: personSeriesUrl(person.login) };
}

function beginning(ids: readonly WorkId[]) {
  return { ids: ids.slice(0, bookWorksMax), total: ids.length };
}
