// The frame of a page from what the request brought.
import { defaultReading, parseReading } from '../../shared/reading.ts';
import type { Guest, Viewer } from '../../shared/viewer.ts';
import { dismissedAnnouncements } from '../announcements.ts';
import { flashCookie, unpackFlash } from '../answer.ts';
import type { Assets } from '../assets.ts';
import type { Announcement, Frame } from '../document.ts';

/** What the host has set: shown on every page. */
export type SiteFrame = {
  readonly name: string;
  readonly notice: string | null;
  readonly announcements?: readonly (Announcement & { readonly audience: 'all' | 'members' })[];
  /** Whether a guest can make an account by themself. */
  readonly signUpOpen: boolean;
  /** Nothing can be changed but at the host's desk. */
  readonly readOnly: boolean;
  readonly guest: Guest;
  /** What the form for a new work begins with; empty: no language. */
  readonly newWorkLanguage: string;
};

/** The device's own wishes for reading; an account's count where the device has none. */
export const readingCookie = 'inkstead_reading';

export type FrameSetting = {
  readonly site: SiteFrame;
  readonly viewer: Viewer;
  readonly formToken: string;
  readonly path: string;
  readonly cookies: ReadonlyMap<string, string>;
  readonly accountReading: string | null;
  readonly assets: Assets;
  readonly unread: number;
  /** Announcements that the member has hidden. */
  readonly dismissed?: readonly number[];
  readonly forgetFlash: (cookie: string) => void;
};

export function frameOf(setting: FrameSetting): Frame {
  const { site, viewer, formToken, path, cookies, accountReading, assets, unread } = setting;
  const wished = cookies.get(readingCookie) ?? accountReading;
  const flash = unpackFlash(cookies.get(flashCookie) ?? '');
  if (cookies.has(flashCookie)) setting.forgetFlash(flashCookie);
  return {
    viewer,
    formToken,
    path,
    reading: wished === null ? defaultReading : parseReading(wished),
    siteName: site.name,
    notice: site.notice,
    announcements: announcementsFor(setting),
    readOnly: site.readOnly,
    flash: flash === null ? [] : [{ kind: 'done', ...flash }],
    assets,
    signUpOpen: site.signUpOpen,
    newWorkLanguage: site.newWorkLanguage,
    unread,
  };
}

function announcementsFor(setting: FrameSetting): readonly Announcement[] {
  const { viewer, cookies } = setting;
  const { announcements = [] } = setting.site;
  if (announcements.length === 0) return announcements;
  const dismissed = [...dismissedAnnouncements(cookies), ...(setting.dismissed ?? [])];
  return announcements.filter(
    ({ id, audience }) =>
      !dismissed.includes(id) && (audience === 'all' || viewer.kind === 'member'),
  );
}
