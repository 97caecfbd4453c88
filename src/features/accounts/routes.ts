// Addresses of accounts: method, who may, which handler.
import { seeOther } from '../../kit/http/index.ts';
import { type Route, route } from '../../web/routes.ts';
import { appPasswordRoutes } from './app-passwords/handlers.ts';
import { blocksRoutes } from './blocks/handlers.ts';
import * as password from './handlers/password.ts';
import * as preferences from './handlers/preferences.ts';
import * as profile from './handlers/profile.ts';
import * as registration from './handlers/registration.ts';
import * as session from './handlers/session.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { passkeyRoutes } from './passkeys/handlers.ts';
import { renamingRoutes } from './renaming/handlers.ts';
import { secondStepRoutes } from './two-step/handlers.ts';
import {
  confirmEmailUrl,
  firstAdminUrl,
  forgottenPasswordUrl,
  logInUrl,
  logOutUrl,
  openAccountUrl,
  registerUrl,
  resetPasswordUrl,
} from './urls.ts';

// The fixed addresses come first: no log-in name can be one of these words.
const fixed: readonly Route[] = [
  route('GET', logInUrl, 'anyone', session.showLogIn),
  route('POST', logInUrl, 'anyone', session.logIn, { whileReadOnly: true }),
  route('GET', logOutUrl, 'anyone', session.showLogOut),
  route('POST', logOutUrl, 'anyone', session.logOut, { whileReadOnly: true }),
  route('GET', '/token_dispenser.json', 'anyone', session.dispenseToken),
  route('GET', registerUrl, 'anyone', registration.showRegistration),
  route('POST', registerUrl, 'anyone', registration.register),
  route('GET', '/users/new', 'anyone', () => seeOther(registerUrl)),
  route('GET', openAccountUrl, 'anyone', registration.showOpenAccount),
  route('POST', openAccountUrl, 'anyone', registration.openByLink),
  route('GET', forgottenPasswordUrl, 'anyone', password.showForgotten),
  route('POST', forgottenPasswordUrl, 'anyone', password.askForReset),
  route('GET', resetPasswordUrl, 'anyone', password.showReset),
  route('POST', resetPasswordUrl, 'anyone', password.resetByLink),
  route('GET', confirmEmailUrl, 'anyone', password.showConfirmEmail),
  route('POST', confirmEmailUrl, 'anyone', password.confirmEmailByLink),
  route('GET', `${firstAdminUrl}/:token`, 'anyone', registration.showFirstAdmin),
  route('POST', `${firstAdminUrl}/:token`, 'anyone', registration.becomeFirstAdmin),
];

const own = '/users/:login/preferences';

// The owner's alone: the handlers refuse other members.
const owners: readonly Route[] = [
  route('GET', own, 'members', preferences.showPreferences),
  route('POST', own, 'members', preferences.changePreferences),
  route('POST', `${own}/password`, 'members', preferences.changeOwnPassword),
  route('POST', `${own}/email`, 'members', preferences.changeOwnEmail),
  route('GET', `${own}/profile`, 'members', profile.showEditProfile),
  route('POST', `${own}/profile`, 'members', profile.editProfile),
  route('GET', `${own}/pseuds`, 'members', preferences.showPseuds),
  route('POST', `${own}/pseuds`, 'members', preferences.addOwnPseud),
  route('GET', `${own}/pseuds/:pseudId`, 'members', preferences.showEditPseud),
  route('POST', `${own}/pseuds/:pseudId`, 'members', preferences.renameOwnPseud),
  route('POST', `${own}/pseuds/:pseudId/default`, 'members', preferences.chooseDefaultPseud),
  route('GET', '/users/:login/sessions', 'members', preferences.showSessions),
  route('POST', '/users/:login/sessions', 'members', preferences.endSession),
];

/** Every route of accounts. */
export const accountRoutes: readonly Route[] = [
  ...fixed,
  ...secondStepRoutes,
  ...passkeyRoutes,
  ...appPasswordRoutes,
  ...invitationRoutes,
  ...renamingRoutes,
  ...owners,
  ...blocksRoutes,
];
