// Every table with rows of persons' own, gathered from the features that own them: what a takeout
// holds. `test/policy/takeout.test.ts` holds it against the tables there are.
import { ownedByAccounts } from './features/accounts/index.ts';
import { ownedByBookmarks } from './features/bookmarks/index.ts';
import { ownedByComments } from './features/comments/index.ts';
import { ownedByDesk } from './features/desk/index.ts';
import { ownedByErasure } from './features/erasure/index.ts';
import { ownedByFilters } from './features/filters/index.ts';
import { ownedByFollows } from './features/follows/index.ts';
import { ownedByHost } from './features/host/index.ts';
import { ownedByImports } from './features/imports/index.ts';
import { ownedByKin } from './features/kin/index.ts';
import { ownedByKudos } from './features/kudos/index.ts';
import { ownedByModeration } from './features/moderation/index.ts';
import { ownedByMutes } from './features/mutes/index.ts';
import { ownedByNotices } from './features/notices/index.ts';
import { ownedByPolicies } from './features/policies/index.ts';
import { ownedByReadings } from './features/readings/index.ts';
import { ownedBySkins } from './features/skins/index.ts';
import { ownedByStatistics } from './features/statistics/index.ts';
import { ownedByTags } from './features/tags/index.ts';
import { ownedByWorks } from './features/works/index.ts';
import { ownedByWrangling } from './features/wrangling/index.ts';
import type { OwnedTable } from './kit/sql/index.ts';

export const ownedTables: readonly OwnedTable[] = [
  ...ownedByAccounts,
  ...ownedByNotices,
  ...ownedByPolicies,
  ...ownedByTags,
  ...ownedBySkins,
  ...ownedByWorks,
  ...ownedByImports,
  ...ownedByDesk,
  ...ownedByFilters,
  ...ownedByMutes,
  ...ownedByFollows,
  ...ownedByKudos,
  ...ownedByComments,
  ...ownedByBookmarks,
  ...ownedByReadings,
  ...ownedByWrangling,
  ...ownedByStatistics,
  ...ownedByModeration,
  ...ownedByErasure,
  ...ownedByKin,
  ...ownedByHost,
];
