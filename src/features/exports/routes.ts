import { type Route, route } from '../../web/routes.ts';
import { download } from './handlers.ts';

/** Downloads of works, in the formats that are built. */
export const exportsRoutes: readonly Route[] = [
  route('GET', '/downloads/:id/:name', 'anyone', download, { sameForGuests: true }),
];
