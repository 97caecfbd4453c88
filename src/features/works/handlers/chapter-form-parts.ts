import type { Parts } from '../../../shared/parts.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { readTimeZone } from '../../accounts/index.ts';
import { readConsent } from '../../policies/index.ts';
import { listTagsOfType, offeredTags, type Tag } from '../../tags/index.ts';
import { saysNothing } from '../chapter-tags.ts';
import type { ChapterForm } from '../pages/chapter-form-page.ts';

/** What every form of a chapter shows besides it: the writer's zone, warnings, the policy. */
export async function chapterFormParts(
  ask: MemberAsk,
  { database }: Parts,
  chosen: readonly Tag[] = [],
): Promise<Pick<ChapterForm, 'zone' | 'warnings' | 'consent'>> {
  const [zone, warnings, consent] = await Promise.all([
    readTimeZone(database.read, ask.viewer.userId),
    listTagsOfType(database.read, 'warning'),
    readConsent(database.read, ask.viewer),
  ]);
  const ids = chosen.map(({ id }) => id);
  return { zone, consent, warnings: offeredTags(warnings, ids).filter((tag) => !saysNothing(tag)) };
}
