// A work for whoever asks, or the page that stands in its place: gone, members only, not revealed.
import { Refused } from '../../../kit/http/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { findWork, refusedWork, type Work } from '../../works/index.ts';
import { text } from '../messages.ts';
import { membersOnlyPage, unrevealedPage } from '../pages/gate-pages.ts';

/** Answers with the work, or with the page that says how it stands. Unknown: 404, deleted: 410. */
export async function openWork(
  ask: Ask,
  parts: Parts,
  id: WorkId | null,
): Promise<{ readonly work: Work } | { readonly work: null; readonly instead: Response }> {
  if (id === null) throw new Refused(404);
  const { standing, work } = await findWork(parts.database.read, ask.viewer, id);
  switch (standing) {
    case 'seen':
      return { work };
    case 'members-only':
      return { work: null, instead: answerMembersOnly(ask) };
    case 'unrevealed':
      return { work: null, instead: answerPage(ask, unrevealedPage()) };
    case 'gone':
      throw await refusedWork(parts.database.read, ask.viewer, id, text.workGone());
    case 'unknown':
      throw new Refused(404);
  }
}

function answerMembersOnly(ask: Ask): Response {
  // Before the frame is made: the form needs a session of the guest's own to be sent from, and
  // an answer that sets a cookie is kept for nobody else.
  const formToken = ask.session.formToken();
  const { path, signUpOpen } = ask.frame();
  return answerPage(ask, membersOnlyPage({ formToken, returnTo: path, signUpOpen }));
}
