// The calls that wrangle, as rows of the table of calls.
import type { Finding } from '../finding/index.ts';
import type { TagMover } from '../tags/index.ts';
import type { Call } from './calls.ts';
import { canonicalCall, synonymCall, tiesCall, undoCall } from './handlers/wrangling.ts';

/** Each answers with the tag as it stands after, and the numbers of the acts that were done. */
export function wranglingCalls(finding: Finding, movers: readonly TagMover[]): readonly Call[] {
  const on = { finding, movers };
  const shared = {
    method: 'POST',
    scope: 'wrangle',
    answer: 'WrangledTag',
    status: 200,
    query: [],
  } as const;
  return [
    {
      ...shared,
      path: '/tags/:id/synonym',
      summary: 'Make a tag a synonym of a canonical; of: null frees it',
      body: 'SynonymBody',
      handler: synonymCall(on),
    },
    {
      ...shared,
      path: '/tags/:id/parents',
      summary: 'Put a tag below parents, or take it from below them',
      body: 'TiesBody',
      handler: tiesCall(on, 'parent'),
    },
    {
      ...shared,
      path: '/tags/:id/metatags',
      summary: 'Put a tag below metatags, or take it from below them',
      body: 'TiesBody',
      handler: tiesCall(on, 'metatag'),
    },
    {
      ...shared,
      path: '/tags/:id/canonical',
      summary: 'Make a tag canonical, or take that status',
      body: 'CanonicalBody',
      handler: canonicalCall(on),
    },
    {
      ...shared,
      path: '/tags/:id/undo',
      summary: 'Undo an act upon the tag',
      body: 'UndoBody',
      handler: undoCall(on),
    },
  ];
}
