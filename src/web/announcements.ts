// Which announcements a device has hidden: a cookie keeps it. For members it is kept in the account
// besides (features/host).

export const announcementDismissalUrl = (id: number | string) => `/announcements/${id}/dismiss`;

/** Ids, the newest first, joined by dots. */
const cookie = 'inkstead_hidden';

/** More are not shown in the time that the cookie lasts. */
const mostKept = 20;
const keptSeconds = 365 * 24 * 3600;

/** Ids of what was hidden on this device. */
export function dismissedAnnouncements(cookies: ReadonlyMap<string, string>): readonly number[] {
  const kept = cookies.get(cookie);
  return kept === undefined ? [] : kept.split('.').slice(0, mostKept).map(Number);
}

type Asking = {
  readonly cookies: ReadonlyMap<string, string>;
  setCookie(name: string, value: string, options: { readonly maxAgeSeconds: number }): void;
};

/** Hides one more on the device that asks. */
export function dismissOnDevice(ask: Asking, id: number): void {
  const others = dismissedAnnouncements(ask.cookies).filter((one) => one > 0 && one !== id);
  const ids = [id, ...others].slice(0, mostKept);
  ask.setCookie(cookie, ids.join('.'), { maxAgeSeconds: keptSeconds });
}
