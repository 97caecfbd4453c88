// The door to moderation: nothing stands on it but the app.
import { type Route, route } from '../../web/routes.ts';
import {
  findSubject,
  personOfAddress,
  showDesk,
  showSubject,
  submitSubject,
  workOfAddress,
} from './handlers.ts';

/** The desk's addresses, for moderators alone. */
export const moderationRoutes: readonly Route[] = [
  route('GET', '/moderation', 'moderators', showDesk),
  route('POST', '/moderation', 'moderators', findSubject),
  route('GET', '/moderation/works/:id', 'moderators', showSubject(workOfAddress)),
  route('POST', '/moderation/works/:id', 'moderators', submitSubject(workOfAddress)),
  route('GET', '/moderation/people/:login', 'moderators', showSubject(personOfAddress)),
  route('POST', '/moderation/people/:login', 'moderators', submitSubject(personOfAddress)),
];
