// A work as its comments need it: seen by whoever asks, with who created it.
import { Refused } from '../../kit/http/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { hasRole, type Viewer } from '../../shared/viewer.ts';
import { findWork, listCreatorIds, type Work } from '../works/index.ts';
import type { WorkOfComments } from './comment.ts';

/** The work and its part in the rule of comments. */
export type SeenWork = { readonly work: Work; readonly rule: WorkOfComments };

/** Null for a work that the viewer does not see, and for drafts: nobody talks there. */
export async function findSeenWork(
  parts: Parts,
  viewer: Viewer,
  id: WorkId | null,
): Promise<SeenWork | null> {
  const found = id === null ? null : (await findWork(parts.database.read, viewer, id)).work;
  if (found === null || !found.posted) return null;
  return { work: found, rule: await ruleOf(parts, viewer, found) };
}

export async function requireSeenWork(
  parts: Parts,
  viewer: Viewer,
  id: WorkId | null,
): Promise<SeenWork> {
  const seen = await findSeenWork(parts, viewer, id);
  if (seen === null) throw new Refused(404);
  return seen;
}

/** Of a work that the viewer has been shown. */
export async function ruleOf(
  { database }: { readonly database: Pick<Parts['database'], 'read'> },
  viewer: Viewer,
  work: Pick<Work, 'id' | 'anonymous' | 'unrevealed' | 'own'>,
): Promise<WorkOfComments> {
  const isModerator = hasRole(viewer, 'moderator');
  const mayKnow = work.own || isModerator;
  return {
    id: work.id,
    creatorIds: await listCreatorIds(database.read, work.id),
    concealed: (work.anonymous || work.unrevealed) && !mayKnow,
    mayKnow: isModerator,
  };
}
