// The door of accounts: people, pseuds, roles, sessions, tokens, and the audit.

export { checkCurrentPassword } from './actions/current-password.ts';
export { countDiskUse, readDiskShare, takeDiskShare } from './actions/disk-share.ts';
export { firstAdminLink } from './actions/first-admin.ts';
export { orphanPseud } from './actions/orphan-account.ts';
export {
  createPerson,
  hidePerson,
  type NewPerson,
  savePreferences,
  saveReading,
  setProfileHidden,
  unhidePerson,
} from './actions/people.ts';
export { cleanProfile, type Profile } from './actions/profile.ts';
export { addPseud } from './actions/pseuds.ts';
export { type Registered, type Registration, registerPerson } from './actions/registration.ts';
export { giveRole, type RoleChange, takeRole } from './actions/roles.ts';
export {
  closeAllSessions,
  closeSession,
  type Identity,
  identifySession,
  openSession,
  type SessionWishes,
  sessionSeconds,
  touchSession,
} from './actions/sessions.ts';
export {
  createToken,
  identifyToken,
  type TokenIdentity,
  touchToken,
} from './actions/tokens.ts';
export { identifyAppPassword } from './app-passwords/app-passwords.ts';
export { barPerson, unbarPerson } from './bars/actions.ts';
export { readBar } from './bars/store.ts';
export { areApart, block, isKeptFromWork, type KeptWork } from './blocks/actions.ts';
export { deleteBlocksOfWork } from './blocks/store.ts';
export { clientName } from './client-name.ts';
export { accountCommands } from './commands.ts';
export {
  formToken,
  isFormToken,
  isGuestSession,
  newGuestSession,
  sessionCookie,
} from './form-tokens.ts';
export { checkGuestName, isEmail } from './guest-name.ts';
export { ownerOnly } from './handlers/answer.ts';
export { returnPath } from './handlers/return-path.ts';
export { inviteDaily } from './invitations/actions.ts';
export { inviteDailyMs } from './invitations/limits.ts';
export { invitationsUndoer } from './invitations/undoer.ts';
export {
  beginLeaving,
  closeForGood,
  comingBack,
  eraseAccount,
} from './leaving/actions.ts';
export { findAnybody } from './leaving/store.ts';
export type { Fault, Outcome } from './outcome.ts';
export { ownedByAccounts } from './owned.ts';
export { type SignIn, signInForm } from './pages/sign-in-form.ts';
export {
  type ApiScope,
  apiScopes,
  isApiScope,
  type OwnPseud,
  type Person,
  type Pseud,
} from './person.ts';
export { readRegistration } from './registration-mode.ts';
export { leadOn } from './renaming/lead-on.ts';
export { accountRoutes } from './routes.ts';
export { type AuditEntry, deleteOldAudit, listAudit, writeAudit } from './store/audit.ts';
export {
  findAccount,
  findMember,
  findOnlyAdmin,
  findPerson,
  hasPeople,
  isLoginUsed,
  listLogins,
  listRoles,
  readHiding,
  readJoinedAt,
  readTimeZone,
} from './store/people.ts';
export { findPseud, findPseudCalled, listPseuds, pseudsByIds } from './store/pseuds.ts';
/** One subscriber’s part of an address, for whatever counts by address. */
export { subscriberOf, takeTries, trySubject } from './throttle.ts';
