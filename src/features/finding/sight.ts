// What a viewer may know of the index: which works count for them, which names they may meet.
import type { Sight } from '../../engine/index.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { Tag } from '../tags/index.ts';
import { audienceOfViewer } from '../works/index.ts';
import type { WorksIndex } from './index/works-index.ts';

/** The works that the viewer meets in lists: everybody's open ones, and their own. */
export function sightOf(viewer: Viewer, { audienceOf, creators }: WorksIndex): Sight {
  const audience = audienceOfViewer(viewer);
  if (viewer.kind === 'guest') return { audience };
  // Only what the mask withholds: a set that is empty costs the engine nothing.
  const own = [...creators.worksOf(viewer.userId)].filter(
    (id) => (audienceOf(id) & audience) === 0,
  );
  return own.length === 0 ? { audience } : { audience, added: new Set(own) };
}

/**
 * Whether the viewer may meet the tag's name: it is canonical, or stands on a work that they see
 * in lists. (A creator's drafts, which no index holds, are asked of the database besides.)
 */
export function knowsTag(viewer: Viewer, tag: Tag, index: WorksIndex): boolean {
  if (tag.status === 'canonical') return true;
  if (index.engine.usesOf(tag.id, audienceOfViewer(viewer)) > 0) return true;
  if (viewer.kind === 'guest') return false;
  const own = index.creators.worksOf(viewer.userId);
  return own.size > 0 && index.engine.documentsWith(tag.id).some((id) => own.has(id as never));
}

/**
 * Whether the name, typed by the viewer, leads to what it means. Besides names they know those of
 * synonyms that no work bears: wranglers made them to be looked up by.
 */
export function leadsSomewhere(viewer: Viewer, tag: Tag, index: WorksIndex): boolean {
  if (knowsTag(viewer, tag, index)) return true;
  return tag.status === 'synonym' && index.engine.documentsWith(tag.id).length === 0;
}
