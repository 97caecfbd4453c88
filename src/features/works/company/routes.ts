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
import { showManage, submitManage } from './handlers/manage.ts';
import {
  showRelated,
  submitAcceptGift,
  submitAnswerRelated,
  submitRefuseGift,
  submitRelated,
  submitRemoveRelated,
} from './handlers/related.ts';
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
  route('GET', '/works/:id/related', 'members', showRelated),
  route('POST', '/works/:id/related', 'members', submitRelated),
  route('POST', '/works/:id/related/remove', 'members', submitRemoveRelated),
  route('POST', '/works/:id/related/answer', 'members', submitAnswerRelated),
  route('POST', '/works/:id/gifts/refuse', 'members', submitRefuseGift),
  route('POST', '/works/:id/gifts/accept', 'members', submitAcceptGift),
  route('GET', '/users/:login/works/manage', 'members', showManage),
  route('POST', '/users/:login/works/manage', 'members', submitManage),
  route('GET', '/users/:login/invitations', 'members', showInvitations),
];
