// The pages about what is kept: they say nothing of anybody, and the device keeps them itself.
import { answerPage } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { awayPage } from './pages/away-page.ts';
import { keptListPage } from './pages/kept-list-page.ts';

export function showKeptList(ask: Ask): Response {
  return answerPage(ask, keptListPage());
}

export function showAway(ask: Ask): Response {
  return answerPage(ask, awayPage());
}
