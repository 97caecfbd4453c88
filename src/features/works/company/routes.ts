import { type Route, route } from '../../../web/routes.ts';
import {
  showCreators,
  showInvitations,
  showLeave,
  submitAccept,
  submitInvite,
  submitLeave,
  submitOffer,
  submitRefuse,
  submitWithdraw,
} from './handlers/creators.ts';
import {
  showDeleteSeries,
  showEditSeries,
  showUndeleteSeries,
  submitDeleteSeries,
  submitEditSeries,
  submitUndeleteSeries,
} from './handlers/series.ts';

/** Series as their creators keep them, and who creates a work. */
export const companyRoutes: readonly Route[] = [
  route('GET', '/series/:id/edit', 'members', showEditSeries),
  route('POST', '/series/:id', 'members', submitEditSeries),
  route('GET', '/series/:id/delete', 'members', showDeleteSeries),
  route('POST', '/series/:id/delete', 'members', submitDeleteSeries),
  route('GET', '/series/:id/undelete', 'members', showUndeleteSeries),
  route('POST', '/series/:id/undelete', 'members', submitUndeleteSeries),
  route('GET', '/works/:id/creators', 'members', showCreators),
  route('POST', '/works/:id/creators', 'members', submitInvite),
  route('POST', '/works/:id/creators/offer', 'members', submitOffer),
  route('POST', '/works/:id/creators/withdraw', 'members', submitWithdraw),
  route('GET', '/works/:id/creators/leave', 'members', showLeave),
  route('POST', '/works/:id/creators/leave', 'members', submitLeave),
  route('POST', '/works/:id/creators/accept', 'members', submitAccept),
  route('POST', '/works/:id/creators/refuse', 'members', submitRefuse),
  route('GET', '/users/:login/invitations', 'members', showInvitations),
];
