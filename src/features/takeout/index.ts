// The door to takeout: everything a person owns, as one archive that they and programs can read.
import type { OwnedTable } from '../../kit/sql/index.ts';
import { type Route, route } from '../../web/routes.ts';
import { showTakeout, submitTakeout } from './handlers.ts';
import { takeoutUrl } from './urls.ts';

export { takeoutCommands } from './commands.ts';
export { type Sending, sendTakeout } from './handlers.ts';

/** A member's own page of it. `owned`: every feature's tables with rows of persons' own. */
export function takeoutRoutes(owned: readonly OwnedTable[]): readonly Route[] {
  return [
    route('GET', takeoutUrl, 'members', showTakeout(owned)),
    route('POST', takeoutUrl, 'members', submitTakeout(owned)),
  ];
}
