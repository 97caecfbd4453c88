// The door to mutes: their pages, and what they keep out of lists.
import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import { showChoice, showMutes, submitMute, submitUnmute } from './handlers.ts';
import { mutesUrl } from './urls.ts';

export { mute } from './actions.ts';
export type { MuteSubject } from './mute.ts';
export { ownedByMutes } from './owned.ts';
export { mutesRemover } from './remover.ts';
export { listMutedPeople } from './store.ts';
export { tastesOfMutes } from './tastes.ts';

/** A member's own mutes. */
export function mutesRoutes(finding: Finding): readonly Route[] {
  return [
    route('GET', mutesUrl, 'members', showMutes(finding)),
    route('POST', mutesUrl, 'members', submitMute(finding)),
    route('GET', `${mutesUrl}/new`, 'members', showChoice(finding)),
    route('POST', `${mutesUrl}/:id/delete`, 'members', submitUnmute),
  ];
}
