// Who is asking. Every read of something that might be withheld takes a Viewer.
import type { PseudId, TagId, UserId } from './ids.ts';

/** Roles are a set; none includes another, except that an admin may give roles. */
export const roles = ['wrangler', 'moderator', 'archivist', 'admin'] as const;
export type Role = (typeof roles)[number];

/** What the archive lets everybody do who is not logged in, as the host has it now. */
export type Guest = {
  readonly kind: 'guest';
  /** Ratings whose works are for members. */
  readonly withheld: readonly TagId[];
  /** They may comment where a creator lets them. */
  readonly mayComment: boolean;
};

export type Member = {
  readonly kind: 'member';
  readonly userId: UserId;
  readonly login: string;
  /** Every pseud of the person; the first is the one they post under unless they say otherwise. */
  readonly pseuds: readonly { readonly id: PseudId; readonly name: string }[];
  readonly roles: ReadonlySet<Role>;
  /** They have said once that they want no adult gate. */
  readonly adultConsent: boolean;
};

export type Viewer = Guest | Member;

/**
 * What moderators have decided about an account. Suspended: it reads, and changes only what is
 * its own affair. Banned: it takes out its data and appeals, nothing else. `until`: null for a ban.
 */
export type Bar = { readonly kind: 'suspended' | 'banned'; readonly until: number | null };

/** A guest of an archive that withholds nothing. A request brings its own: `ask.guest`. */
export const guest: Guest = { kind: 'guest', withheld: [], mayComment: true };

export function hasRole(viewer: Viewer, role: Role): boolean {
  return viewer.kind === 'member' && viewer.roles.has(role);
}
