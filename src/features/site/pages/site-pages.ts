// The archive's pages about itself, and the host's form for them.

import type { Registration } from '../../../kit/config/index.ts';
import { type Html, html, nothing, trustedHtml } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import {
  checkbox,
  dayText,
  errorSummary,
  fieldset,
  formFor,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { policyUrl } from '../../accounts/urls.ts';
import type { ConsentStanding } from '../../policies/index.ts';
import type { Languages } from '../../works/index.ts';
import type { PageName } from '../default-pages.ts';
import {
  descriptionCharactersMax,
  noticeCharactersMax,
  pageCharactersMax,
  siteNameCharactersMax,
} from '../limits.ts';
import { text } from '../messages.ts';
import { pageNames, type SiteSettings } from '../site-settings.ts';
import { versionsUrl } from '../urls.ts';
import { auditField, languageField, registrationField } from './settings-fields.ts';

/** Titles of the archive's pages about itself. */
export const pageTitles: Readonly<Record<PageName, () => string>> = {
  about: () => text.titleAbout(),
  policy: () => text.titlePolicy(),
  terms: () => text.titleTerms(),
  privacy: () => text.titlePrivacy(),
  contact: () => text.titleContact(),
};

/** `markup` is sanitised; `since`: when the page was last changed, null while it never was. */
export function sitePage(
  page: PageName,
  markup: string,
  since: number | null,
  consent: Html = nothing,
): Page {
  const title = pageTitles[page]();
  return {
    title,
    mainClass: 'site-page region',
    canonical: `/${page}`,
    body: html`<h2 class="heading">${title}</h2>
<h3 class="landmark heading">${text.pageText()}</h3>
<div class="userstuff">${trustedHtml(markup)}</div>
${since === null ? nothing : renderSince(page, since)}${consent}`,
  };
}

/** Where members agree to the policy who post by other ways than a form. */
export function renderConsent(
  frame: Frame,
  { version, agreedAt }: ConsentStanding,
  problems: readonly FieldError[],
): Html {
  if (agreedAt !== null) {
    return html`<p class="notice">${text.consentGiven({ day: dayText(agreedAt) })}</p>`;
  }
  return formFor({
    action: policyUrl,
    token: frame.formToken,
    body: html`<h3 class="heading">${text.consentHeading()}</h3>
${checkbox({
  name: 'policy',
  value: String(version),
  label: text.consentLabel(),
  hint: text.consentHint(),
  checked: false,
  required: true,
  problems,
})}${submitButtons([{ label: text.consentButton() }])}`,
  });
}

function renderSince(page: PageName, since: number): Html {
  return html`<p class="hint">${text.versionsInForce({ day: dayText(since) })}
<a href="${versionsUrl(page)}">${text.versionsLink()}</a></p>`;
}

export type SettingsShown = {
  readonly settings: SiteSettings;
  readonly languages: Languages;
  readonly errors: readonly FieldError[];
  /** What the installation was started with: the host can only be stricter. */
  readonly installed: Registration;
};

export function settingsPage(
  frame: Frame,
  { settings, languages, errors, installed }: SettingsShown,
): Page {
  return {
    title: text.settingsTitle(),
    mainClass: 'site-settings region',
    indexable: false,
    body: html`<h2 class="heading">${text.settingsTitle()}</h2>
${errorSummary(errors)}${formFor({
  action: '/admin/settings',
  token: frame.formToken,
  body: html`${renderName(settings, errors)}${languageField(
    settings,
    languages,
    errors,
  )}${registrationField({ settings, installed })}${renderPages(settings, errors)}${renderRobots(
    settings,
  )}${auditField(settings)}${submitButtons([{ label: text.settingsSave() }])}`,
})}`,
  };
}

function renderName(settings: SiteSettings, errors: readonly FieldError[]): Html {
  return html`${textField({
    name: 'name',
    label: text.settingsName(),
    value: settings.name,
    required: true,
    limit: siteNameCharactersMax,
    problems: errors,
  })}${textField({
    name: 'description',
    label: text.settingsDescription(),
    hint: text.settingsDescriptionHint({ usual: text.homeLead() }),
    value: settings.description,
    limit: descriptionCharactersMax,
    problems: errors,
  })}${textArea({
    name: 'notice',
    label: text.settingsNotice(),
    hint: text.settingsNoticeHint(),
    value: settings.notice,
    rows: 2,
    limit: noticeCharactersMax,
    problems: errors,
  })}`;
}

function renderPages({ pages }: SiteSettings, errors: readonly FieldError[]): Html {
  return html`${pageNames.map((page) =>
    textArea({
      name: `page[${page}]`,
      label: text.settingsPage({ title: pageTitles[page]() }),
      hint: text.settingsPageHint(),
      value: pages[page],
      rows: 8,
      limit: pageCharactersMax,
      problems: errors,
    }),
  )}`;
}

function renderRobots({ signals }: SiteSettings): Html {
  const choices = [
    ['robots[search]', text.settingsRobotsSearch(), signals.search],
    ['robots[aiInput]', text.settingsRobotsInput(), signals.aiInput],
    ['robots[aiTrain]', text.settingsRobotsTrain(), signals.aiTrain],
  ] as const;
  return fieldset(
    text.settingsRobots(),
    html`${choices.map(([name, label, checked]) => checkbox({ name, label, checked }))}`,
    text.settingsRobotsHint(),
  );
}
