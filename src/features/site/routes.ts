import { type Route, route } from '../../web/routes.ts';
import { showHealth, showRobots, showSettings, showSitePage, submitSettings } from './handlers.ts';
import { pageNames } from './site-settings.ts';

export const siteRoutes: readonly Route[] = [
  ...pageNames.map((page) =>
    route('GET', `/${page}`, 'anyone', showSitePage(page), { sameForGuests: true }),
  ),
  route('GET', '/robots.txt', 'anyone', showRobots, { sameForGuests: true }),
  route('GET', '/health', 'anyone', showHealth),
  route('GET', '/admin/settings', 'admins', showSettings),
  route('POST', '/admin/settings', 'admins', submitSettings),
];
