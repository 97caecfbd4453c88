// The order of a member's preferences: what is set on the page itself, and where the rest is.
import { type Html, html } from '../../../kit/html/index.ts';
import { eraseUrl } from '../../erasure/urls.ts';
import { filtersUrl } from '../../filters/urls.ts';
import { privateFeedsUrl, subscriptionsUrl } from '../../follows/urls.ts';
import { ownKinUrl } from '../../kin/urls.ts';
import { mutesUrl } from '../../mutes/urls.ts';
import { noticeChoicesUrl } from '../../notices/urls.ts';
import { readingsUrl } from '../../readings/urls.ts';
import { skinsUrl } from '../../skins/urls.ts';
import { takeoutUrl } from '../../takeout/urls.ts';
import { text as invitationText } from '../invitations/messages.ts';
import { text } from '../messages.ts';
import { text as renamingText } from '../renaming/messages.ts';
import {
  appPasswordsUrl,
  blocksUrl,
  editProfileUrl,
  ownInvitationsUrl,
  passkeysUrl,
  pseudsUrl,
  renameUrl,
  secondStepUrl,
  sessionsUrl,
} from '../urls.ts';
import { text as places } from './messages.ts';

const parts = ['reading', 'content', 'notices', 'privacy', 'account', 'data'] as const;
export type PreferencePart = (typeof parts)[number];

/** Links to the parts of the page. */
export function preferenceIndex(): Html {
  return html`<nav aria-label="${places.index()}"><ul class="actions">
${parts.map((part) => html`<li><a href="#${part}">${places[part]()}</a></li>\n`)}</ul></nav>`;
}

export function heading(part: PreferencePart): Html {
  return html`<h3 class="heading" id="${part}">${places[part]()}</h3>`;
}

/** Pages that belong to a part, each with what it is for. */
export function placesOf(part: Exclude<PreferencePart, 'reading'>, login: string): Html {
  return html`<dl class="places">${linksOf(login)[part].map(
    ([href, label, says]) => html`<dt><a href="${href}">${label}</a></dt><dd>${says}</dd>\n`,
  )}</dl>`;
}

type Place = readonly [href: string, label: string, says: string];

function linksOf(login: string) {
  return {
    content: [
      [filtersUrl, text.filtersTitle(), places.filters()],
      [mutesUrl, text.mutesTitle(), places.mutes()],
      [readingsUrl(login), places.readingsTitle(), places.readings()],
    ],
    notices: [
      [noticeChoicesUrl(login), text.noticesTitle(), places.choices()],
      [subscriptionsUrl(login), places.followsTitle(), places.follows()],
      [privateFeedsUrl(login), places.feedsTitle(), places.feeds()],
    ],
    privacy: [
      [blocksUrl, text.blocksTitle(), places.blocks()],
      [sessionsUrl(login), text.sessionsTitle(), places.sessions()],
      [secondStepUrl(login), text.codesTitle(), places.codes()],
      [passkeysUrl(login), text.passkeysTitle(), places.passkeys()],
      [appPasswordsUrl(login), text.appsTitle(), places.apps()],
    ],
    account: [
      [editProfileUrl(login), text.profileTitle(), places.profile()],
      [pseudsUrl(login), text.pseudsTitle(), places.pseuds()],
      [skinsUrl, places.skinsTitle(), places.skins()],
      [renameUrl(login), renamingText.title(), places.name()],
      [ownInvitationsUrl(login), invitationText.ownTitle(), places.invitations()],
    ],
    data: [
      [ownKinUrl(login), places.kinTitle(), places.kin()],
      [takeoutUrl, text.takeoutTitle(), places.takeout()],
      [eraseUrl(login), text.eraseTitle(), places.erase()],
    ],
  } satisfies Record<string, readonly Place[]>;
}
