// Addresses of accounts. Anyone may link to them.
export const logInUrl = '/users/login';
/** Between the password and the session, for accounts with codes. */
export const logInStepUrl = '/users/login/step';
/** Where a passkey is sent. */
export const passkeyLogInUrl = '/users/login/passkey';
export const logOutUrl = '/users/logout';
export const registerUrl = '/users/register';
export const registerByInvitationUrl = (code: string) => `${registerUrl}?invitation=${code}`;
/** Where one asks for an invitation. */
export const askInvitationUrl = '/invitations';
export const queuePlaceUrl = '/invitations/place';
export const invitationDeskUrl = '/admin/invitations';
export const openAccountUrl = '/users/open';
export const forgottenPasswordUrl = '/users/password/new';
export const resetPasswordUrl = '/users/password/edit';
export const confirmEmailUrl = '/users/email/confirm';
/** The site policy, which belongs to the site's own pages. */
export const policyUrl = '/policy';
export const termsUrl = '/terms';
export const firstAdminUrl = '/first-admin';

export function logInUrlFor(returnTo: string): string {
  return `${logInUrl}?return_to=${encodeURIComponent(returnTo)}`;
}

export function personUrl(login: string): string {
  return `/users/${login}`;
}

/** `/users/ada/pseuds/Ada%20L`: what bylines link. */
export function pseudUrl(login: string, pseudName: string): string {
  return `/users/${login}/pseuds/${encodeURIComponent(pseudName)}`;
}

export function preferencesUrl(login: string): string {
  return `/users/${login}/preferences`;
}

export function sessionsUrl(login: string): string {
  return `/users/${login}/sessions`;
}

/** Codes at log-in. */
export function secondStepUrl(login: string): string {
  return `/users/${login}/preferences/codes`;
}

export function passkeysUrl(login: string): string {
  return `/users/${login}/preferences/passkeys`;
}

/** Passwords for apps: where they are made. */
export function appPasswordsUrl(login: string): string {
  return `/users/${login}/preferences/apps`;
}

export function pseudsUrl(login: string): string {
  return `/users/${login}/preferences/pseuds`;
}

export function editProfileUrl(login: string): string {
  return `/users/${login}/preferences/profile`;
}

export const blocksUrl = '/blocks';
/** Asks whether to block the person, and says what that does. */
export const blockPersonUrl = (login: string) => `/blocks/new?person=${login}`;
export const unblockUrl = (block: { readonly id: number }) => `/blocks/${block.id}/delete`;

/** Invitations that a member has to give. */
export function ownInvitationsUrl(login: string): string {
  return `/users/${login}/preferences/invitations`;
}

/** Another log-in name. */
export function renameUrl(login: string): string {
  return `/users/${login}/preferences/name`;
}
