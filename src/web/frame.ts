// What a page is made of: the frame (who asks, where, how they read) and the page itself.
import type { Html } from '../kit/html/index.ts';
import type { ReadingPreferences } from '../shared/reading.ts';
import type { Viewer } from '../shared/viewer.ts';
import type { Assets } from './assets.ts';

/** What the host tells everybody for a time, as one reader is shown it. */
export type Announcement = {
  readonly id: number;
  /** Plain text. */
  readonly text: string;
  /** Where more is said; empty: nowhere. */
  readonly link: string;
};

/** A message shown once, after something was done or refused. */
export type Flash = {
  readonly kind: 'done' | 'problem';
  readonly text: string;
  /** The `data-key` of the form that is now saved: its copy on the device is forgotten. */
  readonly savedForm?: string;
};

/** The same for every page of one request. */
export type Frame = {
  readonly viewer: Viewer;
  readonly formToken: string;
  /** Path and query asked for, beginning with one "/": where log-in returns to. */
  readonly path: string;
  readonly reading: ReadingPreferences;
  readonly siteName: string;
  /** The site's notice to everybody, plain text. */
  readonly notice: string | null;
  /** What was announced and not hidden on this device. Absent: nothing. */
  readonly announcements?: readonly Announcement[];
  /** The archive can be read and not changed; every page says so. */
  readonly readOnly?: boolean;
  readonly flash: readonly Flash[];
  readonly assets: Assets;
  /** False where registration is closed: no sign-up link. */
  readonly signUpOpen: boolean;
  /** Language that the form for a new work begins with. Absent or empty: none. */
  readonly newWorkLanguage?: string;
  /** Notices that the member has not read; counted up to 100. Absent: none. */
  readonly unread?: number;
};

export type Feed = { readonly href: string; readonly title: string; readonly type: FeedType };
export type FeedType = 'application/atom+xml' | 'application/feed+json' | 'application/opds+json';

/**
 * One page. Its title is said once more as an invisible h1 at the start of `#main`, because the
 * markup that tools read puts titles in h2 and facts before titles; so a body starts its headings
 * at h2. A page of our own design may set `ownHeading` and hold the one `<h1 class="heading">`.
 */
export type Page = {
  /** Plain text, without the site's name. */
  readonly title: string;
  /** The whole class attribute of `#main`, such as `works-show region`. */
  readonly mainClass: string;
  readonly body: Html;
  readonly ownHeading?: boolean;
  /** Uses the width of the screen instead of one column. `filtered` and work pages do anyway. */
  readonly wide?: boolean;
  /** Plain text for search engines and previews. */
  readonly description?: string;
  /** False adds robots noindex. Absent: true. */
  readonly indexable?: boolean;
  /** Path of the page's one true address. */
  readonly canonical?: string;
  readonly feeds?: readonly Feed[];
  /** Names of feature style sheets (`comments` for `src/features/comments/comments.css`). */
  readonly styles?: readonly string[];
  /** Anything else for the head. */
  readonly head?: Html;
  /**
   * Made to be kept on a device: nothing of the session is in it, nothing in it leads to what only
   * the archive can answer, and its script is all in one file.
   */
  readonly kept?: boolean;
  /** Language and direction of the page's own sentences; absent: `en`, `ltr`. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
};
