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
import { type DeviceName, showDevices, submitDevices } from './push/handlers.ts';
import { noticeChoicesUrl, noticeDevicesUrl, noticesUrl, stopMailsUrl } from './urls.ts';

export { forgetNotices, leaveNotice, type NewNotice } from './actions.ts';
export { forgetEveryMs as forgetNoticesMs, pushMs } from './limits.ts';
export { noticeMailers } from './mailing.ts';
export type { Notice, NoticeKind, NoticeSaid, NoticeSort } from './notice.ts';
export { ownedByNotices } from './owned.ts';
export { noticePusher } from './push/pushing.ts';
export { countUnread } from './store.ts';

/**
 * A member's own notices, and the page of a mail's link that stops mails. `deviceName`: what a
 * browser calls itself, made readable.
 */
export function noticesRoutes(
  kinds: readonly NoticeKind[],
  deviceName: DeviceName,
): readonly Route[] {
  const own = noticesUrl(':login');
  const stop = `${stopMailsUrl}/:token`;
  return [
    route('GET', own, 'members', showNotices(kinds)),
    route('POST', `${own}/read`, 'members', submitRead),
    route('GET', noticeChoicesUrl(':login'), 'members', showChoices(kinds)),
    route('POST', noticeChoicesUrl(':login'), 'members', submitChoices(kinds)),
    route('GET', noticeDevicesUrl(':login'), 'members', showDevices(deviceName)),
    route('POST', noticeDevicesUrl(':login'), 'members', submitDevices),
    route('GET', stop, 'anyone', showStop),
    route('POST', stop, 'anyone', submitStop, { withoutFormToken: true }),
  ];
}
