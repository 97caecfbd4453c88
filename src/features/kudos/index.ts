// The door to kudos: their routes, and what a work's page shows of them.
import { type Route, route } from '../../web/routes.ts';
import { showKudos, submitKudos, submitTakeBack } from './handlers.ts';

export { leaveKudos, takeKudosBack } from './actions.ts';
export { kudosRefusal } from './handlers.ts';
export { kudosNotices } from './notices.ts';
export { ownedByKudos } from './owned.ts';
export { kudosAct, kudosList } from './pages/kudos-part.ts';
export { type KudosShown, readKudos } from './read.ts';
export { kudosRemover } from './remover.ts';
export { forgetGiver } from './store.ts';
export { kudosUndoer } from './undoer.ts';

/** Kudos of a work: who left them, leaving them, taking them back. */
export const kudosRoutes: readonly Route[] = [
  route('GET', '/works/:id/kudos', 'anyone', showKudos),
  route('POST', '/works/:id/kudos', 'anyone', submitKudos),
  route('POST', '/works/:id/kudos/undo', 'anyone', submitTakeBack),
];
