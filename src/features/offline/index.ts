// The door to offline: the archive as an app, and works that readers keep on their device.
import { type Route, route } from '../../web/routes.ts';
import { showManifest } from './manifest.ts';
import { manifestUrl } from './urls.ts';

/** The archive as an app. */
export const offlineRoutes: readonly Route[] = [
  route('GET', manifestUrl, 'anyone', showManifest, { sameForGuests: true }),
];
