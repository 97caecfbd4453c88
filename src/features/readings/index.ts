// The door to readings: what a member has marked as to read, reading, read or dropped.
import { type Route, route } from '../../web/routes.ts';
import { showReadings, submitMark, submitPlace } from './handlers.ts';

export { marksOfReadings, ownOfReadings } from './finding.ts';
export { readReading } from './handlers.ts';
export { ownedByReadings } from './owned.ts';
export { keepPlace, placeTarget } from './pages/place-part.ts';
export { continueItem, markItem, readingFold } from './pages/reading-part.ts';
export type { Reading } from './reading.ts';
export { readingsRemover } from './remover.ts';

/** Marking a work, and the list of one's own. */
export const readingsRoutes: readonly Route[] = [
  route('POST', '/works/:id/mark_for_later', 'members', submitMark('to-read')),
  route('POST', '/works/:id/mark_as_read', 'members', submitMark('read')),
  route('POST', '/works/:id/reading', 'members', submitMark(null)),
  route('POST', '/works/:id/place', 'members', submitPlace),
  route('GET', '/users/:login/readings', 'members', showReadings),
];
