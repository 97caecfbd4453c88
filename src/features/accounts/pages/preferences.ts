// A member's preferences: reading, the adult gate, password and mail address.
import { type Html, html } from '../../../kit/html/index.ts';
import { type ReadingPreferences, readingChoices } from '../../../shared/reading.ts';
import {
  checkbox,
  errorSummary,
  type FormProblems,
  formFor,
  selectField,
  submitButtons,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { eraseUrl } from '../../erasure/urls.ts';
import { filtersUrl } from '../../filters/urls.ts';
import { mutesUrl } from '../../mutes/urls.ts';
import { noticeChoicesUrl } from '../../notices/urls.ts';
import { takeoutUrl } from '../../takeout/urls.ts';
import { text as invitationText } from '../invitations/messages.ts';
import { text } from '../messages.ts';
import {
  appPasswordsUrl,
  blocksUrl,
  editProfileUrl,
  ownInvitationsUrl,
  passkeysUrl,
  preferencesUrl,
  pseudsUrl,
  secondStepUrl,
  sessionsUrl,
} from '../urls.ts';
import { currentPasswordField, emailField, newPasswordField } from './fields.ts';

export type Preferences = {
  readonly login: string;
  readonly formToken: string;
  readonly reading: ReadingPreferences;
  readonly adultConsent: boolean;
  /** The account's address; null for none. */
  readonly email: string | null;
  /** IANA. */
  readonly timeZone: string;
  /** Bytes; `most` null: no limit. */
  readonly share: { readonly used: number; readonly most: number | null };
  /** Where one of the forms was refused: which, what is wrong, and the address as typed. */
  readonly refused?: {
    readonly form: 'password' | 'email';
    readonly problems: FormProblems;
    readonly email?: string;
  };
};

export function preferencesPage(shown: Preferences): Page {
  return {
    title: text.preferencesTitle(),
    mainClass: 'preferences-index dashboard region',
    indexable: false,
    styles: ['accounts'],
    body: html`<h2 class="heading">${text.preferencesTitle()}</h2>
${errorSummary(shown.refused?.problems ?? [])}
${renderAccountPages(shown.login)}
${renderReading(shown)}
${renderPassword(shown)}
${renderEmail(shown)}
${renderShare(shown)}`,
  };
}

function renderAccountPages(login: string): Html {
  const links = [
    [pseudsUrl(login), text.pseudsTitle()],
    [editProfileUrl(login), text.profileTitle()],
    [sessionsUrl(login), text.sessionsTitle()],
    [secondStepUrl(login), text.codesTitle()],
    [passkeysUrl(login), text.passkeysTitle()],
    [appPasswordsUrl(login), text.appsTitle()],
    [noticeChoicesUrl(login), text.noticesTitle()],
    [ownInvitationsUrl(login), invitationText.ownTitle()],
    [filtersUrl, text.filtersTitle()],
    [mutesUrl, text.mutesTitle()],
    [blocksUrl, text.blocksTitle()],
    [takeoutUrl, text.takeoutTitle()],
    [eraseUrl(login), text.eraseTitle()],
  ];
  return html`<nav aria-label="${text.accountPages()}"><ul class="actions">
${links.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>\n`)}</ul></nav>`;
}

function renderReading({ login, formToken, reading, adultConsent, timeZone }: Preferences): Html {
  const selects = Object.entries(readingChoices).map(([choice, values]) =>
    selectField({
      name: `reading[${choice}]`,
      label: text[`${choice as keyof ReadingPreferences}Label`](),
      value: reading[choice as keyof ReadingPreferences],
      options: values.map((value) => ({ value, label: choiceLabel(choice, value) })),
    }),
  );
  return html`<h3 class="heading">${text.readingHeading()}</h3>
<p>${text.readingLead()}</p>
${formFor({
  action: preferencesUrl(login),
  token: formToken,
  body: [
    selects,
    selectField({
      name: 'time_zone',
      label: text.timeZoneLabel(),
      hint: text.timeZoneHint(),
      value: timeZone,
      options: zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    }),
    checkbox({
      name: 'adult_consent',
      label: text.adultLabel(),
      hint: text.adultHint(),
      checked: adultConsent,
    }),
    submitButtons([{ label: text.saveButton() }]),
  ],
})}`;
}

// UTC is no zone of the list.
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

function renderPassword({ login, formToken, refused }: Preferences): Html {
  const problems = refused?.form === 'password' ? refused.problems : [];
  return html`<h3 class="heading">${text.passwordHeading()}</h3>
${formFor({
  action: `${preferencesUrl(login)}/password`,
  token: formToken,
  body: [
    currentPasswordField({ problems }),
    newPasswordField({ problems }, text.newPasswordLabel()),
    checkbox({ name: 'user[end_tokens]', label: text.endTokensLabel(), checked: false }),
    submitButtons([{ label: text.passwordButton() }]),
  ],
})}`;
}

function renderEmail({ login, formToken, email, refused }: Preferences): Html {
  const own = refused?.form === 'email' ? refused : undefined;
  const problems = own?.problems ?? [];
  return html`<h3 class="heading">${text.emailHeading()}</h3>
<p>${email === null ? text.emailNone() : text.emailNow({ email })}</p>
${formFor({
  action: `${preferencesUrl(login)}/email`,
  token: formToken,
  body: [
    emailField({ email: own?.email, problems }, text.newEmailLabel()),
    currentPasswordField({ problems }, 'user[email_password]'),
    submitButtons([{ label: text.emailButton() }]),
  ],
})}`;
}

function renderShare({ share }: Preferences): Html {
  const megabytes = (bytes: number) => Math.ceil(bytes / 100_000) / 10;
  const used = megabytes(share.used);
  const sentence =
    share.most === null
      ? text.shareUsedFree({ used })
      : text.shareUsed({ used, most: megabytes(share.most) });
  return html`<h3 class="heading">${text.shareHeading()}</h3>
<p>${sentence}</p>`;
}

function choiceLabel(choice: string, value: string): string {
  return text[`${choice}_${value}` as 'theme_auto']();
}
