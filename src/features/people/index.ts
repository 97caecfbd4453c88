// The door to people's pages; who people are is `accounts`.
import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import { peopleFeedRoutes } from './feeds.ts';
import {
  showDashboard,
  showPersonGifts,
  showPersonSeries,
  showPersonWorks,
  showProfile,
} from './handlers.ts';

export { bookListsOfPeople } from './books.ts';
export { feedsOfPeople } from './feeds.ts';

const sameForGuests = { sameForGuests: true } as const;

/** Dashboards, profiles and lists of works, by person and by pseud. */
export function peopleRoutes(finding: Finding): readonly Route[] {
  const dashboard = showDashboard(finding);
  const works = showPersonWorks(finding);
  return [
    ...peopleFeedRoutes(finding),
    route('GET', '/users/:login', 'anyone', dashboard, sameForGuests),
    route('GET', '/users/:login/profile', 'anyone', showProfile, sameForGuests),
    route('GET', '/users/:login/works', 'anyone', works, sameForGuests),
    route('GET', '/users/:login/series', 'anyone', showPersonSeries, sameForGuests),
    route('GET', '/users/:login/gifts', 'anyone', showPersonGifts(finding), sameForGuests),
    route('GET', '/users/:login/pseuds/:pseud', 'anyone', dashboard, sameForGuests),
    route('GET', '/users/:login/pseuds/:pseud/works', 'anyone', works, sameForGuests),
  ];
}
