// The one script of pages that devices keep: the reader's choices as they are now, and then the
// behaviours that such a page has, all in this file (src/web/bundle.ts says which).
import { parseReading } from '../../../shared/reading.ts';

const [, chosen] = /(?:^|; )inkstead_reading=([^;]*)/.exec(document.cookie) ?? [];
if (chosen !== undefined) {
  const { skins: _, ...shown } = parseReading(decodeURIComponent(chosen));
  Object.assign(document.documentElement.dataset, shown);
}
document.addEventListener('DOMContentLoaded', () => import('../enhance.ts'));
