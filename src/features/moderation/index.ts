// The door to moderation: nothing stands on it but the app.
import type { Undoer } from '../../shared/undoing.ts';
import { type Route, route } from '../../web/routes.ts';
import { showAlike, submitAlike } from './cases/alike.ts';
import { showOwnReports, showReport, submitReport } from './cases/handlers.ts';
import { showCase, showCases, submitCase } from './cases/handlers-cases.ts';
import { findSubject, showDesk } from './handlers.ts';
import { showQueue, submitForget, submitQueue } from './queue/handlers.ts';
import { showOwnRulings, showRuling, submitAppeal } from './rulings/handlers.ts';
import {
  personOfAddress,
  showSubject,
  submitNote,
  submitSubject,
  workOfAddress,
} from './subject-handlers.ts';
import { showUndo, submitUndo } from './undoing/handlers.ts';
import {
  casesUrl,
  forgetSpamUrl,
  ownReportsUrl,
  ownRulingsUrl,
  queueUrl,
  reportUrl,
} from './urls.ts';

export { caseNotices } from './cases/notices.ts';
export { ownedByModeration } from './owned.ts';
export { rulingNotices } from './rulings/notices.ts';
export { accountUndoer } from './undoing/go-on.ts';

/** Reporting, for everybody, and the desk, for moderators alone. */
export const moderationRoutes: readonly Route[] = [
  route('GET', reportUrl, 'anyone', showReport),
  route('POST', reportUrl, 'anyone', submitReport),
  route('GET', ownReportsUrl, 'members', showOwnReports),
  route('GET', ownRulingsUrl, 'members', showOwnRulings),
  route('GET', '/decisions/:id', 'members', showRuling),
  route('POST', '/decisions/:id', 'members', submitAppeal),
  route('GET', casesUrl, 'moderators', showCases),
  route('GET', `${casesUrl}/:id`, 'moderators', showCase),
  route('POST', `${casesUrl}/:id`, 'moderators', submitCase),
  route('GET', `${casesUrl}/:id/alike`, 'moderators', showAlike),
  route('POST', `${casesUrl}/:id/alike`, 'moderators', submitAlike),
  route('GET', queueUrl, 'moderators', showQueue),
  route('POST', queueUrl, 'moderators', submitQueue),
  route('POST', forgetSpamUrl, 'moderators', submitForget),
  route('GET', '/moderation', 'moderators', showDesk),
  route('POST', '/moderation', 'moderators', findSubject),
  route('GET', '/moderation/works/:id', 'moderators', showSubject(workOfAddress)),
  route('POST', '/moderation/works/:id', 'moderators', submitSubject(workOfAddress)),
  route('GET', '/moderation/people/:login', 'moderators', showSubject(personOfAddress)),
  route('POST', '/moderation/people/:login', 'moderators', submitSubject(personOfAddress)),
  route('POST', '/moderation/people/:login/notes', 'moderators', submitNote),
];

/** Undoing what an account did: of what, each feature says. */
export function undoingRoutes(undoers: readonly Undoer[]): readonly Route[] {
  return [
    route('GET', '/moderation/people/:login/undo', 'moderators', showUndo(undoers)),
    route('POST', '/moderation/people/:login/undo', 'moderators', submitUndo(undoers)),
  ];
}
