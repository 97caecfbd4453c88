// A chapter as devices keep it: the text and what can be done with it away from the archive.
import { Refused } from '../../../kit/http/index.ts';
import { type ChapterId, parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { findWork } from '../../works/index.ts';
import { isGated } from '../adult-gate.ts';
import { text } from '../messages.ts';
import { keptPage } from '../pages/kept-page.ts';
import { readView } from './work.ts';

/** Answers with the text or refuses: a page that stands in its place would be kept for it. */
export async function showKept(ask: Ask, parts: Parts): Promise<Response> {
  const id = parseId<WorkId>(ask.params['id']);
  const chapterId = parseId<ChapterId>(ask.params['chapterId']);
  const found = id === null ? null : (await findWork(parts.database.read, ask.viewer, id)).work;
  const isThere = found?.chapters.some((chapter) => chapter.id === chapterId && chapter.posted);
  if (found === null || !found.posted || !isThere) throw new Refused(404);
  if (isGated(ask, found)) throw new Refused(403, { type: 'adult', detail: text.keptGated() });
  const view = await readView(ask, parts, null, { work: found, chapterId });
  // Of no session: a token on a device is of no use later, and somebody else's then.
  const frame = { ...ask.frame(), formToken: '' };
  return answerPage(ask, keptPage(frame, view, parts.clock.now()));
}
