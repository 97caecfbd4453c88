// Where works are read. The pages of works are the same for every guest without cookies.
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import { type Route, route } from '../../web/routes.ts';
import { readingFeedRoutes } from './feeds.ts';
import { showKept } from './handlers/kept.ts';
import { keepReading, showReading } from './handlers/preferences.ts';
import { showSeries } from './handlers/series.ts';
import {
  type Beside,
  showChapter,
  showChapterIndex,
  showLoneChapter,
  showWork,
} from './handlers/work.ts';
import { readingUrl } from './urls.ts';

const sameForGuests = { sameForGuests: true } as const;

/** The routes of reading; each view of a work is told to its `hits`. */
export function readingRoutes(beside: Beside): readonly Route[] {
  type Show = (ask: Ask, parts: Parts, beside: Beside) => Promise<Response>;
  const counting = (show: Show) => (ask: Ask, parts: Parts) => show(ask, parts, beside);
  return [
    ...readingFeedRoutes,
    route('GET', '/works/:id', 'anyone', counting(showWork), sameForGuests),
    route('GET', '/works/:id/navigate', 'anyone', showChapterIndex, sameForGuests),
    route('GET', '/works/:id/chapters/:chapterId', 'anyone', counting(showChapter), sameForGuests),
    route('GET', '/chapters/:chapterId', 'anyone', counting(showLoneChapter), sameForGuests),
    route('GET', '/kept/works/:id/chapters/:chapterId', 'anyone', showKept, sameForGuests),
    route('GET', '/series/:id', 'anyone', showSeries(beside), sameForGuests),
    route('GET', readingUrl, 'anyone', showReading),
    route('POST', readingUrl, 'anyone', keepReading),
  ];
}
