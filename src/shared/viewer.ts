// Who is asking. Every read of something that might be withheld takes a Viewer.
import type { PseudId, UserId } from './ids.ts';

/** Roles are a set; none includes another, except that an admin may give roles. */
export const roles = ['wrangler', 'moderator', 'archivist', 'admin'] as const;
export type Role = (typeof roles)[number];

export type Guest = { readonly kind: 'guest' };

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

export const guest: Guest = { kind: 'guest' };

export function hasRole(viewer: Viewer, role: Role): boolean {
  return viewer.kind === 'member' && viewer.roles.has(role);
}
