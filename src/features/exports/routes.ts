import type { BookLister } from '../../web/book-lists.ts';
import { type Route, route } from '../../web/routes.ts';
import type { Typeset } from './formats.ts';
import { download, downloadList, downloadSeries } from './handlers.ts';

/** Downloads of works, alone and several as one book. `lists`: every kind that can be a book. */
export function exportsRoutes(lists: readonly BookLister[], typeset: Typeset): readonly Route[] {
  const same = { sameForGuests: true };
  return [
    // Ahead of the next, whose first part may be any word.
    route('GET', '/downloads/list/:name', 'anyone', downloadList(lists, typeset), same),
    route('GET', '/downloads/:id/:name', 'anyone', download(typeset), same),
    route('GET', '/downloads/series/:id/:name', 'anyone', downloadSeries(typeset), same),
  ];
}
