// Public shelves, and people's public bookmarks, as feeds: the works there, the newest first.
import { parseId } from '../../shared/ids.ts';
import { answerFeed, type FeedSource, feedFormats } from '../../web/feeds.ts';
import { type Route, route } from '../../web/routes.ts';
import { findPerson } from '../accounts/index.ts';
import { type Finding, worksFeed } from '../finding/index.ts';
import { scopeOf } from './kept-list.ts';
import { text } from './messages.ts';
import { shelfTitle } from './pages/shelf-pages.ts';
import type { ShelfId } from './shelf.ts';
import { findShelf } from './store/shelves.ts';
import { listKeys } from './store.ts';
import { bookmarksFeedPath, personBookmarksUrl, shelfUrl } from './urls.ts';

/** `shelf`, by its number; `bookmarks`, by the log-in name of whose they are. */
export function feedsOfBookmarks(finding: Finding): readonly FeedSource[] {
  return [
    {
      kind: 'shelf',
      async read(parts, asked, which) {
        const { read } = parts.database;
        const id = parseId<ShelfId>(which);
        const shelf = id && (await findShelf(read, asked.viewer, id));
        if (shelf === null) return null;
        const keys = await listKeys(read, asked.viewer, { of: 'shelf', shelf: shelf.id });
        const { works } = scopeOf(keys, false);
        const list = { title: shelfTitle(shelf), home: shelfUrl(shelf) };
        return worksFeed(finding, parts, asked, { ...list, scope: works ? { works } : {} });
      },
    },
    {
      kind: 'bookmarks',
      async read(parts, asked, which) {
        const { read } = parts.database;
        const person = await findPerson(read, asked.viewer, which);
        if (person === null) return null;
        const { id: user, login } = person;
        const keys = await listKeys(read, asked.viewer, { of: 'person', user, tag: null });
        const works = new Set(keys.flatMap(({ work }) => work ?? []));
        const list = { title: text.byPerson({ name: login }), home: personBookmarksUrl(login) };
        return worksFeed(finding, parts, asked, { ...list, scope: { works } });
      },
    },
  ];
}

/** The public addresses of these feeds. */
export function bookmarksFeedRoutes(finding: Finding): readonly Route[] {
  const [shelf, person] = feedsOfBookmarks(finding) as [FeedSource, FeedSource];
  return feedFormats.flatMap((format) => [
    route('GET', `/shelves/:id/feed.${format}`, 'anyone', (ask, parts) =>
      answerFeed(ask, parts, shelf, ask.params['id'] ?? '', format),
    ),
    route('GET', `${bookmarksFeedPath(':login')}.${format}`, 'anyone', (ask, parts) =>
      answerFeed(ask, parts, person, ask.params['login'] ?? '', format),
    ),
  ]);
}
