// Addresses of notices. Anyone may link to them.
export function noticesUrl(login: string): string {
  return `/users/${login}/notices`;
}

export function noticeChoicesUrl(login: string): string {
  return `/users/${login}/notices/choices`;
}

export function noticeDevicesUrl(login: string): string {
  return `/users/${login}/notices/devices`;
}

/** Where a mail's link leads to stop mails: the token stands for the person, without log-in. */
export const stopMailsUrl = '/notices/unsubscribe';
