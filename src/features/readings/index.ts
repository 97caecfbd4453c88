// The door to readings: what a member has marked as to read, reading, read or dropped, and opened.
import { type Route, route } from '../../web/routes.ts';
import type { Finding } from '../finding/index.ts';
import { submitMark, submitPlace } from './handlers.ts';
import {
  showReadings,
  submitBroughtBack,
  submitHistory,
  submitRemoval,
} from './history/handlers.ts';
import type { VisitKeeper } from './history/keeper.ts';
import { broughtBackUrl } from './urls.ts';

export { markWork, unmarkWork } from './actions.ts';
export { marksOfReadings, ownOfReadings, readStandings, type Standing } from './finding.ts';
export { readReading } from './handlers.ts';
export {
  forgetClearedVisits,
  type HistoryAct,
  performHistoryAct,
  removeVisit,
} from './history/actions.ts';
export { readHistory, readOwnHistoryChoice, writeNoted } from './history/handlers.ts';
export { createVisitKeeper, type VisitKeeper } from './history/keeper.ts';
export type { HistoryChoice } from './history/visit.ts';
export { flushVisitsMs, forgetClearedMs } from './limits.ts';
export { isIn, listEntries, type ReadingEntry, readPart, scopeOfEntries } from './list.ts';
export { ownedByReadings } from './owned.ts';
export { historyQuestion } from './pages/history-part.ts';
export { keepPlace, placeTarget } from './pages/place-part.ts';
export { continueItem, markItem, readingFold } from './pages/reading-part.ts';
export type { Reading } from './reading.ts';
export { readingsRemover } from './remover.ts';

/** Marking works, and the list of one's own; `visits`: what is opened and not written yet. */
export function readingsRoutes(finding: Finding, visits: VisitKeeper): readonly Route[] {
  return [
    route('POST', '/works/:id/mark_for_later', 'members', submitMark('to-read')),
    route('POST', '/works/:id/mark_as_read', 'members', submitMark('read')),
    route('POST', '/works/:id/reading', 'members', submitMark(null)),
    route('POST', '/works/:id/place', 'members', submitPlace),
    route('GET', '/users/:login/readings', 'members', showReadings(finding, visits)),
    route('POST', '/users/:login/readings', 'members', submitHistory(visits)),
    route('POST', broughtBackUrl(':login'), 'members', submitBroughtBack(finding)),
    route('POST', '/users/:login/readings/:id', 'members', submitRemoval(visits)),
  ];
}
