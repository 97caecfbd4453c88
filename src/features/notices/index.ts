// The door to notices: what happened that a person wants to know, on a page and by mail.
import { type Route, route } from '../../web/routes.ts';
import {
  showChoices,
  showNotices,
  showStop,
  submitChoices,
  submitRead,
  submitStop,
} from './handlers.ts';
import type { NoticeKind } from './notice.ts';
import { noticeChoicesUrl, noticesUrl, stopMailsUrl } from './urls.ts';

export { forgetNotices, leaveNotice, type NewNotice } from './actions.ts';
export { forgetEveryMs as forgetNoticesMs } from './limits.ts';
export { noticeMailers } from './mailing.ts';
export type { Notice, NoticeKind, NoticeSaid, NoticeSort } from './notice.ts';
export { ownedByNotices } from './owned.ts';
export { countUnread } from './store.ts';

/** A member's own notices, and the page of a mail's link that stops mails. */
export function noticesRoutes(kinds: readonly NoticeKind[]): readonly Route[] {
  const own = noticesUrl(':login');
  const stop = `${stopMailsUrl}/:token`;
  return [
    route('GET', own, 'members', showNotices(kinds)),
    route('POST', `${own}/read`, 'members', submitRead),
    route('GET', noticeChoicesUrl(':login'), 'members', showChoices(kinds)),
    route('POST', noticeChoicesUrl(':login'), 'members', submitChoices(kinds)),
    route('GET', stop, 'anyone', showStop),
    route('POST', stop, 'anyone', submitStop, { withoutFormToken: true }),
  ];
}
