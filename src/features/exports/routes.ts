import { type Route, route } from '../../web/routes.ts';
import type { Typeset } from './formats.ts';
import { download } from './handlers.ts';

/** Downloads of works, in the formats that are built. */
export function exportsRoutes(typeset: Typeset): readonly Route[] {
  return [
    route('GET', '/downloads/:id/:name', 'anyone', download(typeset), { sameForGuests: true }),
  ];
}
