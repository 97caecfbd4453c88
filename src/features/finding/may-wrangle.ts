// Which tags a wrangler may be shown, and act upon.
import type { Reader } from '../../kit/sql/index.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { listActs, type Tag } from '../tags/index.ts';
import type { Finding } from './finding.ts';

/**
 * Whether a wrangler may be shown the tag: it stands on a work that they see, or wranglers have had
 * it before. A name that stands on somebody's drafts alone is nobody's business.
 */
export async function mayWrangle(
  reader: Reader,
  finding: Finding,
  viewer: Viewer,
  tag: Tag,
): Promise<boolean> {
  if (tag.status !== 'unwrangled' || (await finding.knows(viewer, tag))) return true;
  return (await listActs(reader, { tag: tag.id, limit: 1 })).length > 0;
}
