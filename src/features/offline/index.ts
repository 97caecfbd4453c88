// The door to offline: the archive as an app, and works that readers keep on their device.
import type { BookLister } from '../../web/book-lists.ts';
import { type Route, route } from '../../web/routes.ts';
import { showAway, showKeptList } from './handlers.ts';
import { showManifest } from './manifest.ts';
import { showNews, showPlan } from './plan.ts';
import { awayUrl, keptUrl, manifestUrl, newsUrl, planUrl } from './urls.ts';

export { readerWord } from './reader.ts';

const sameForGuests = { sameForGuests: true } as const;

/** The archive as an app, and what devices ask to keep works. `lists`: every kind of list. */
export function offlineRoutes(lists: readonly BookLister[]): readonly Route[] {
  return [
    route('GET', manifestUrl, 'anyone', showManifest, sameForGuests),
    route('GET', keptUrl, 'anyone', showKeptList, sameForGuests),
    route('GET', awayUrl, 'anyone', showAway, sameForGuests),
    route('GET', planUrl, 'anyone', showPlan(lists), { isQuestion: true }),
    route('GET', newsUrl, 'anyone', showNews),
  ];
}
