// What serving needs, and what it knows of a request on the way.
import type { Form } from '../../kit/http/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member, Viewer } from '../../shared/viewer.ts';
import type { Ask } from '../ask.ts';
import type { Assets } from '../assets.ts';
import type { Route } from '../routes.ts';
import type { BarredRules } from './barred.ts';
import type { SiteFrame } from './frame-of.ts';
import type { OutgoingCookies, SessionRules } from './session.ts';

export type Serving = {
  readonly parts: Parts;
  readonly assets: Assets;
  readonly routes: readonly Route[];
  readonly sessions: SessionRules;
  /** What members whose account moderators have barred may still use. */
  readonly barred: BarredRules;
  /** Name and notice of the site, read afresh for each page. */
  readonly readSite: () => Promise<SiteFrame>;
  /** Announcements that a member has hidden for good; asked while there is any. */
  readonly dismissedBy?: (member: Member) => Promise<readonly number[]>;
  /** The change log's newest position. */
  readonly headPosition: () => Promise<number>;
  /** Called for every request whose asker is known, before its route is: what any address means. */
  readonly beforeAnswer?: (ask: Ask) => void;
  /** Tells a device that keeps works whose they would be now: a word that names nobody. */
  readonly readerWord?: (viewer: Viewer) => string;
  /** An answer from the guests' cache was given: what counts views must still count. */
  readonly afterKept?: (ask: Ask) => void;
};

/** What is known when an answer turns into a refusal. */
export type RefusalState = {
  readonly cookies: OutgoingCookies;
  form: Form | null;
  ask: Ask | null;
};
