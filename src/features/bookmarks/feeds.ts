// Public shelves as feeds: the works on them, the newest first.
import { parseId } from '../../shared/ids.ts';
import { answerFeed, type FeedSource, feedFormats } from '../../web/feeds.ts';
import { type Route, route } from '../../web/routes.ts';
import { type Finding, worksFeed } from '../finding/index.ts';
import { scopeOf } from './kept-list.ts';
import { shelfTitle } from './pages/shelf-pages.ts';
import type { ShelfId } from './shelf.ts';
import { findShelf } from './store/shelves.ts';
import { listKeys } from './store.ts';
import { shelfUrl } from './urls.ts';

/** `shelf`, by its number. */
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
  ];
}

/** The public addresses of these feeds. */
export function shelfFeedRoutes(finding: Finding): readonly Route[] {
  const [source] = feedsOfBookmarks(finding) as [FeedSource];
  return feedFormats.map((format) =>
    route('GET', `/shelves/:id/feed.${format}`, 'anyone', (ask, parts) =>
      answerFeed(ask, parts, source, ask.params['id'] ?? '', format),
    ),
  );
}
