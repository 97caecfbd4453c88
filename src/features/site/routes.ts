import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import { showHealth, showRobots, showSettings, showSitePage, submitSettings } from './handlers.ts';
import { showHome } from './home.ts';
import { pageNames } from './site-settings.ts';

/** The archive's pages about itself; the home page shows what the index finds. */
export function siteRoutes(finding: Finding): readonly Route[] {
  return [
    route('GET', '/', 'anyone', showHome(finding), { sameForGuests: true }),
    ...pageNames.map((page) =>
      route('GET', `/${page}`, 'anyone', showSitePage(page), { sameForGuests: true }),
    ),
    route('GET', '/robots.txt', 'anyone', showRobots, { sameForGuests: true }),
    route('GET', '/health', 'anyone', showHealth),
    route('GET', '/admin/settings', 'admins', showSettings),
    route('POST', '/admin/settings', 'admins', submitSettings),
  ];
}
