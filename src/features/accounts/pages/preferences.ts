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
import { text } from '../messages.ts';
import { preferencesUrl } from '../urls.ts';
import { currentPasswordField, emailField, newPasswordField } from './fields.ts';
import { heading, placesOf, preferenceIndex } from './preference-places.ts';

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
${preferenceIndex()}
${heading('reading')}
${renderReading(shown)}
${heading('content')}
${placesOf('content', shown.login)}
${heading('notices')}
${placesOf('notices', shown.login)}
${heading('privacy')}
${placesOf('privacy', shown.login)}
${heading('account')}
${placesOf('account', shown.login)}
${renderPassword(shown)}
${renderEmail(shown)}
${heading('data')}
${placesOf('data', shown.login)}
${renderShare(shown)}`,
  };
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
  return html`<p>${text.readingLead()}</p>
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
  return html`<h4 class="heading">${text.passwordHeading()}</h4>
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
  return html`<h4 class="heading">${text.emailHeading()}</h4>
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
  return html`<h4 class="heading">${text.shareHeading()}</h4>
<p>${sentence}</p>`;
}

function choiceLabel(choice: string, value: string): string {
  return text[`${choice}_${value}` as 'theme_auto']();
}
