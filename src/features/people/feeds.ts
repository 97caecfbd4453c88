// A person's works, and what was given to them, as feeds.
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
import { listGiftsTo } from '../works/index.ts';
import { giftsUrl } from '../works/urls.ts';
import { text } from './messages.ts';
import { giftsFeedPath, personWorksUrl, pseudWorksUrl } from './urls.ts';

/** `person`: by log-in name, or `LOGIN/PSEUD` for one pseud; `gifts`: by log-in name. */
export function feedsOfPeople(finding: Finding): readonly FeedSource[] {
  return [
    { kind: 'person', read: (...asked) => readPerson(finding, ...asked) },
    { kind: 'gifts', read: (...asked) => readGifts(finding, ...asked) },
  ];
}

/** The public addresses of these feeds. */
export function peopleFeedRoutes(finding: Finding): readonly Route[] {
  const [person, gifts] = feedsOfPeople(finding) as [FeedSource, FeedSource];
  const places = [
    ['/users/:login/feed', person],
    ['/users/:login/pseuds/:pseud/feed', person],
    [giftsFeedPath(':login'), gifts],
  ] as const;
  return feedFormats.flatMap((format) =>
    places.map(([path, source]) =>
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

async function readGifts(
  finding: Finding,
  parts: Parts,
  asked: FeedAsked,
  which: string,
): Promise<FeedPage | null> {
  const { read } = parts.database;
  const person = await findPerson(read, asked.viewer, which);
  if (person === null) return null;
  const works = new Set(await listGiftsTo(read, asked.viewer, person.id, 'kept'));
  const list = { title: text.giftsTo({ name: person.login }), home: giftsUrl(person.login) };
  return worksFeed(finding, parts, asked, { ...list, scope: { works } });
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
