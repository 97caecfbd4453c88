import type { Parts } from '../../../shared/parts.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { readTimeZone } from '../../accounts/index.ts';
import { listTagsOfType, offeredTags, type Tag } from '../../tags/index.ts';
import { saysNothing } from '../chapter-tags.ts';

/** What every form of a chapter shows besides the chapter: the writer's zone, the warnings. */
export async function chapterFormParts(
  ask: MemberAsk,
  { database }: Parts,
  chosen: readonly Tag[] = [],
): Promise<{ readonly zone: string; readonly warnings: readonly Tag[] }> {
  const [zone, warnings] = await Promise.all([
    readTimeZone(database.read, ask.viewer.userId),
    listTagsOfType(database.read, 'warning'),
  ]);
  const ids = chosen.map(({ id }) => id);
  return { zone, warnings: offeredTags(warnings, ids).filter((tag) => !saysNothing(tag)) };
}
