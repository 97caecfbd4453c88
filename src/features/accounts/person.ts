// A person as others may see them, and what they hold.
import type { PseudId, UserId } from '../../shared/ids.ts';
import type { Member, Viewer } from '../../shared/viewer.ts';
import { hasRole } from '../../shared/viewer.ts';

/** A pen name and whose it is: what a byline needs. */
export type Pseud = {
  readonly id: PseudId;
  readonly name: string;
  readonly userId: UserId;
  /** Of the person whose pseud it is: bylines link `/users/LOGIN/pseuds/NAME`. */
  readonly login: string;
};

/** A pseud as its person's own pages show it. */
export type OwnPseud = Pseud & {
  readonly description: string;
  /** What new works are posted under unless the person says otherwise. */
  readonly isDefault: boolean;
};

/** A person as a viewer may see them. */
export type Person = {
  readonly id: UserId;
  readonly login: string;
  readonly joinedAt: number;
  /** A moderator has hidden them. */
  readonly hidden: boolean;
  /** Sanitised HTML in `html`; `source` is what they typed and only they edit. */
  readonly profile: { readonly title: string; readonly source: string; readonly html: string };
  /** The default first. */
  readonly pseuds: readonly OwnPseud[];
};

/** A hidden person is seen by themselves and by moderators. */
export function maySee(viewer: Viewer, person: Pick<Person, 'id' | 'hidden'>): boolean {
  return !person.hidden || isSelf(viewer, person.id) || hasRole(viewer, 'moderator');
}

export function isSelf(viewer: Viewer, userId: UserId): viewer is Member {
  return viewer.kind === 'member' && viewer.userId === userId;
}

/** What a token may be used for; none allows what the person's roles do not. */
export const apiScopes = ['read', 'write', 'library', 'wrangle', 'admin'] as const;
/** One of `apiScopes`. */
export type ApiScope = (typeof apiScopes)[number];

/** Whether a word is one of `apiScopes`. */
export function isApiScope(word: string): word is ApiScope {
  return (apiScopes as readonly string[]).includes(word);
}
