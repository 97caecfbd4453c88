// Pages of people: whoever may not see a person finds nothing at their address.
import type { Parts } from '../../shared/parts.ts';
import { answerPage, orNotFound } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { findPerson, type OwnPseud, type Person } from '../accounts/index.ts';
import { answerWorksList, emptyFilter, type Finding } from '../finding/index.ts';
import { listBlurbs } from '../works/index.ts';
import { newestShown } from './limits.ts';
import { text } from './messages.ts';
import { byPerson, dashboardPage, profilePage } from './pages/person-pages.ts';
import { personWorksUrl, pseudWorksUrl } from './urls.ts';

export function showDashboard(finding: Finding) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { person, pseud } = await personOf(ask, parts);
    const found = await finding.find(ask.viewer, emptyFilter, {
      scope: { creators: pseudIds(person, pseud) },
      page: { number: 1, size: newestShown },
      facets: 0,
    });
    const newest = await listBlurbs(parts.database.read, ask.viewer, found.ids);
    const { total } = found;
    const worksUrl = worksUrlOf(person, pseud);
    const shown = { viewer: ask.viewer, person, pseud, newest, total, worksUrl };
    return answerPage(ask, dashboardPage(shown));
  };
}

export async function showProfile(ask: Ask, parts: Parts): Promise<Response> {
  const { person } = await personOf(ask, parts);
  return answerPage(ask, profilePage(ask.viewer, person));
}

export function showPersonWorks(finding: Finding) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { person, pseud } = await personOf(ask, parts);
    const name = pseud?.name ?? person.login;
    const list = {
      address: worksUrlOf(person, pseud),
      scope: { creators: pseudIds(person, pseud) },
      of: byPerson(person, pseud),
    };
    return answerWorksList(ask, parts, finding, list, (listed) => ({
      title: text.worksBy({ name }),
      mainClass: 'works-index dashboard filtered region',
      styles: ['finding'],
      indexable: listed.isPlain && !person.hidden,
      body: listed.body,
    }));
  };
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
