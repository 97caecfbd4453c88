// The door to the desk: what is beside the writer while a text is written.
import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import type { Desk } from './desk.ts';
import { submitCheck } from './handlers.ts';
import { submitSuggest } from './suggest-handlers.ts';
import { deskCheckUrl, deskSuggestUrl } from './urls.ts';

export { createDesk, type Desk } from './desk.ts';
export { ownedByDesk } from './owned.ts';

/** The writing check, and tags suggested from a text. */
export function deskRoutes(desk: Desk, finding: Finding): readonly Route[] {
  return [
    route('POST', deskCheckUrl, 'members', submitCheck(desk)),
    route('POST', deskSuggestUrl, 'members', submitSuggest(desk, finding)),
  ];
}
