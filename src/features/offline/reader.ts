// Whose a device's works are. What is kept belongs to whoever was logged in then; the worker is
// told with each page who is, by a word that says nothing else, and clears what is another's.
import { sign } from '../../kit/ids/index.ts';
import type { Viewer } from '../../shared/viewer.ts';

/** Guests are all one; of a member a word that nobody else has and that names nobody. */
export function readerWord(secret: Uint8Array, viewer: Viewer): string {
  if (viewer.kind === 'guest') return 'guest';
  return sign(secret, `reader of kept works ${viewer.userId}`).slice(0, 22);
}
