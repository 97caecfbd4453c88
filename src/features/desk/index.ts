// The door to the desk: what is beside the writer while a text is written.
import { type Route, route } from '../../web/routes.ts';
import type { Desk } from './desk.ts';
import { submitCheck } from './handlers.ts';
import { deskCheckUrl } from './urls.ts';

export { createDesk, type Desk } from './desk.ts';
export { ownedByDesk } from './owned.ts';

/** The writing check. */
export function deskRoutes(desk: Desk): readonly Route[] {
  return [route('POST', deskCheckUrl, 'members', submitCheck(desk))];
}
