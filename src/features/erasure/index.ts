// The door to the end of an account.
import { type Route, route } from '../../web/routes.ts';
import { showErasure, submitErasure } from './handlers.ts';

export { welcomer } from './actions.ts';
export { accountEraser } from './erase.ts';
export { ownedByErasure } from './owned.ts';

/** Deleting one's own account: the choices, and what they would do. */
export const erasureRoutes: readonly Route[] = [
  route('GET', '/users/:login/preferences/erase', 'members', showErasure),
  route('POST', '/users/:login/preferences/erase', 'members', submitErasure),
];
