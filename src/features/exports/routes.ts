import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import type { Typeset } from './formats.ts';
import { download, downloadList, downloadSeries } from './handlers.ts';

/** Downloads of works, alone and several as one book, in the formats that are built. */
export function exportsRoutes(finding: Finding, typeset: Typeset): readonly Route[] {
  const same = { sameForGuests: true };
  return [
    // Ahead of the next, whose first part may be any word.
    route('GET', '/downloads/list/:name', 'anyone', downloadList(finding, typeset), same),
    route('GET', '/downloads/:id/:name', 'anyone', download(typeset), same),
    route('GET', '/downloads/series/:id/:name', 'anyone', downloadSeries(typeset), same),
  ];
}
