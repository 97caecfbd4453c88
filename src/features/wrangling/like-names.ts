// Names that look like another: the beginning of suggestions by spelling.
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { type Finding, suggestTags } from '../finding/index.ts';
import type { Tag } from '../tags/index.ts';

/** Tags of the same type whose names are spelt like this one's, the likeliest first. */
export async function likeNames(
  finding: Finding,
  viewer: Viewer,
  tag: Tag,
  limit: number,
): Promise<TagId[]> {
  // What stands in a parenthesis at the end only tells namesakes apart.
  const term = tag.name.replace(/\s+\([^)]*\)$/u, '');
  const found = await suggestTags(finding, viewer, { type: tag.type, term, limit: limit + 1 });
  return found.filter(({ id }) => id !== tag.id).map(({ id }) => id);
}
