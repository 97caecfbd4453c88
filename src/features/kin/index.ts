// The door to next of kin.
import { type Route, route } from '../../web/routes.ts';
import { showKinDesk, submitDecision } from './desk-handlers.ts';
import { showKinOf, showOwnKin, submitKinOf, submitKinTakeout, submitOwnKin } from './handlers.ts';
import { decideKinUrl, kinDeskUrl, kinOfUrl, kinTakeoutUrl } from './urls.ts';

export { ownedByKin } from './owned.ts';

/** Naming somebody, being named, and what moderators decide of it. */
export const kinRoutes: readonly Route[] = [
  route('GET', '/users/:login/preferences/kin', 'members', showOwnKin),
  route('POST', '/users/:login/preferences/kin', 'members', submitOwnKin),
  route('GET', kinOfUrl(':login'), 'members', showKinOf),
  route('POST', kinOfUrl(':login'), 'members', submitKinOf),
  route('POST', kinTakeoutUrl(':login'), 'members', submitKinTakeout),
  route('GET', kinDeskUrl, 'moderators', showKinDesk),
  route('POST', decideKinUrl(':login'), 'moderators', submitDecision),
];
