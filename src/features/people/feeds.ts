// A person's works as a feed.
import type { Parts } from '../../shared/parts.ts';
import {
  answerFeed,
  type FeedAsked,
  type FeedPage,
  type FeedSource,
  feedFormats,
} from '../../web/feeds.ts';
import { type Route, route } from '../../web/routes.ts';
import { findPerson } from '../accounts/index.ts';
import { type Finding, worksFeed } from '../finding/index.ts';
import { text } from './messages.ts';
import { personWorksUrl, pseudWorksUrl } from './urls.ts';

/** `person`: by log-in name, or `LOGIN/PSEUD` for one pseud. */
export function feedsOfPeople(finding: Finding): readonly FeedSource[] {
  return [{ kind: 'person', read: (...asked) => readPerson(finding, ...asked) }];
}

/** The public addresses of these feeds. */
export function peopleFeedRoutes(finding: Finding): readonly Route[] {
  const [source] = feedsOfPeople(finding) as [FeedSource];
  return feedFormats.flatMap((format) =>
    ['/users/:login/feed', '/users/:login/pseuds/:pseud/feed'].map((path) =>
      route(
        'GET',
        `${path}.${format}`,
        'anyone',
        (ask, parts) => {
          const { login = '', pseud } = ask.params;
          const which = pseud === undefined ? login : `${login}/${pseud}`;
          return answerFeed(ask, parts, source, which, format);
        },
        { sameForGuests: true },
      ),
    ),
  );
}

async function readPerson(
  finding: Finding,
  parts: Parts,
  asked: FeedAsked,
  which: string,
): Promise<FeedPage | null> {
  const [login = '', wanted] = which.split('/');
  const person = await findPerson(parts.database.read, asked.viewer, login);
  if (person === null) return null;
  const isMeant = (name: string) => name.toLowerCase() === wanted?.normalize('NFC').toLowerCase();
  const pseud = wanted === undefined ? null : person.pseuds.find(({ name }) => isMeant(name));
  if (pseud === undefined) return null;
  const home =
    pseud === null ? personWorksUrl(person.login) : pseudWorksUrl(person.login, pseud.name);
  const creators = (pseud === null ? person.pseuds : [pseud]).map(({ id }) => id);
  const title = text.worksBy({ name: pseud?.name ?? person.login });
  return worksFeed(finding, parts, asked, { title, home, scope: { creators } });
}
