import type { Call } from './calls.ts';
import { listRevisionsCall, restoreRevisionCall, showRevisionCall } from './handlers/revisions.ts';

const below = {
  name: 'below',
  description: 'Only versions with a smaller number: for those before the first hundred.',
};

/** Versions: of a work's own fields, and of each chapter. */
export const revisionCalls: readonly Call[] = [
  ...callsBelow('/works/:id', 'a work without its chapters'),
  ...callsBelow('/works/:id/chapters/:chapterId', 'a chapter'),
];

function callsBelow(thing: string, name: string): Call[] {
  const path = `${thing}/revisions`;
  const answer = 'Revision' as const;
  return [
    {
      method: 'GET',
      path,
      summary: `The versions of ${name}, newest first, for its creators`,
      scope: 'read',
      answer: 'RevisionList',
      status: 200,
      query: [below],
      handler: listRevisionsCall,
    },
    {
      method: 'GET',
      path: `${path}/:number`,
      summary: `One version of ${name}, whole`,
      scope: 'read',
      answer,
      status: 200,
      query: [],
      handler: showRevisionCall,
    },
    {
      method: 'POST',
      path: `${path}/:number/restore`,
      summary: `Make a version of ${name} the present one`,
      scope: 'write',
      answer,
      status: 200,
      query: [],
      handler: restoreRevisionCall,
    },
  ];
}
