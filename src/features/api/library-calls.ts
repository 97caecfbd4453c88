import type { Finding } from '../finding/index.ts';
import type { VisitKeeper } from '../readings/index.ts';
import type { Call, QueryParameter } from './calls.ts';
import {
  changeHistoryCall,
  clearHistoryCall,
  forgetVisitCall,
  listReadingsCall,
  markCall,
  restoreHistoryCall,
  showHistoryCall,
  showReadingCall,
  unmarkCall,
} from './handlers/library.ts';

const listQuery: readonly QueryParameter[] = [
  { name: 'show', description: 'all (the default), opened, to-read, reading, read or dropped.' },
  { name: 'q', description: 'Words, and conditions of the query language.' },
  { name: 'sort', description: 'bookmarked (the default: what came last), updated, words ...' },
  { name: 'limit', description: '1 to 100; 25 when absent.' },
  { name: 'after', description: 'The cursor that the page before gave as next.' },
];

const of = { scope: 'library', query: [] } as const;

/** What the caller reads and has opened: theirs alone, and under a scope of its own. */
export function libraryCalls(finding: Finding, visits: VisitKeeper): readonly Call[] {
  return [
    {
      ...of,
      method: 'GET',
      path: '/readings',
      summary: 'List the works that you have marked or opened, the last one first',
      answer: 'ReadingList',
      status: 200,
      query: listQuery,
      handler: listReadingsCall(finding, visits),
    },
    {
      ...of,
      method: 'GET',
      path: '/readings/:id',
      summary: 'Read where you stand with a work',
      answer: 'Reading',
      status: 200,
      handler: showReadingCall(finding, visits),
    },
    {
      ...of,
      method: 'PUT',
      path: '/readings/:id',
      summary: 'Say where you stand with a work, with the chapter and the place in it',
      body: 'ReadingBody',
      answer: 'Reading',
      status: 200,
      handler: markCall(finding, visits),
    },
    {
      ...of,
      method: 'DELETE',
      path: '/readings/:id',
      summary: 'Take back what you have marked a work as; the history stays',
      answer: null,
      status: 204,
      handler: unmarkCall,
    },
    ...historyCalls(visits),
  ];
}

function historyCalls(visits: VisitKeeper): readonly Call[] {
  const answered = { ...of, answer: 'History', status: 200 } as const;
  return [
    {
      ...answered,
      method: 'GET',
      path: '/history',
      summary: 'Read whether a history is kept, and what stands in it',
      handler: showHistoryCall(visits),
    },
    {
      ...answered,
      method: 'PATCH',
      path: '/history',
      summary: 'Say whether what you open is kept from now on',
      body: 'HistoryPatch',
      handler: changeHistoryCall(visits),
    },
    {
      ...answered,
      method: 'DELETE',
      path: '/history',
      summary: 'Clear the history; it can be had back for 30 days',
      handler: clearHistoryCall(visits),
    },
    {
      ...answered,
      method: 'POST',
      path: '/history/restore',
      summary: 'Have back what was cleared',
      handler: restoreHistoryCall(visits),
    },
    {
      ...of,
      method: 'DELETE',
      path: '/history/:id',
      summary: 'Take one work out of the history, for good',
      answer: null,
      status: 204,
      handler: forgetVisitCall(visits),
    },
  ];
}
