import { type Route, route } from '../../../web/routes.ts';
import { askInvitationUrl, invitationDeskUrl, queuePlaceUrl } from '../urls.ts';
import * as asking from './handlers/asking.ts';
import * as desk from './handlers/desk.ts';
import * as own from './handlers/own.ts';

const ownPath = '/users/:login/preferences/invitations';

export const invitationRoutes: readonly Route[] = [
  route('GET', askInvitationUrl, 'anyone', asking.showAsk),
  route('POST', askInvitationUrl, 'anyone', asking.submitAsk),
  route('GET', queuePlaceUrl, 'anyone', asking.showPlace),
  route('POST', queuePlaceUrl, 'anyone', asking.leave),
  route('GET', ownPath, 'members', own.showOwn),
  route('POST', ownPath, 'members', own.give),
  route('POST', `${ownPath}/:id/delete`, 'members', own.takeBack),
  route('GET', invitationDeskUrl, 'admins', desk.showDesk),
  route('POST', `${invitationDeskUrl}/queue`, 'admins', desk.inviteFirst),
  route('POST', `${invitationDeskUrl}/daily`, 'admins', desk.saveDaily),
  route('POST', `${invitationDeskUrl}/shares`, 'admins', desk.grant),
];
