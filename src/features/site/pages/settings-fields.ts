// Fields that the settings and the steps of setting up share.
import type { Registration } from '../../../kit/config/index.ts';
import { type Html, html } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import { fieldset, radioGroup, selectField } from '../../../web/controls.ts';
import { firstWorksChoices, firstWorksDaysChoices, type Languages } from '../../works/index.ts';
import { auditDaysChoices } from '../audit/limits.ts';
import { text as audit } from '../audit/messages.ts';
import { text } from '../messages.ts';
import type { SiteSettings } from '../site-settings.ts';

/** Language that the form for a new work begins with. */
export function languageField(
  settings: SiteSettings,
  languages: Languages,
  problems: readonly FieldError[],
): Html {
  const none = { value: '', label: text.settingsLanguageNone() };
  const options = [
    none,
    ...languages.offered(settings.language).map(({ tag, name }) => ({ value: tag, label: name })),
  ];
  return selectField({
    name: 'language',
    label: text.settingsLanguage(),
    hint: text.settingsLanguageHint(),
    options,
    value: settings.language,
    problems,
  });
}

/** How long the audit is kept. */
export function auditField({ auditDays }: SiteSettings): Html {
  const options = auditDaysChoices.map((days) => ({
    value: String(days),
    label: days === 0 ? audit.settingForGood() : audit.settingDays({ days }),
  }));
  return selectField({
    name: 'audit_days',
    label: audit.setting(),
    hint: audit.settingHint(),
    options,
    value: String(auditDays),
  });
}

/** Who may register. */
export function registrationField({
  settings,
  installed,
}: {
  readonly settings: SiteSettings;
  /** What the installation was started with: the host can only be stricter. */
  readonly installed: Registration;
}): Html {
  const options = [
    { value: 'open', label: text.settingsRegistrationOpen() },
    { value: 'invite', label: text.settingsRegistrationInvite() },
    { value: 'closed', label: text.settingsRegistrationClosed() },
  ];
  return radioGroup({
    name: 'registration',
    legend: text.settingsRegistration(),
    options,
    value: settings.registration,
    ...(installed === 'open' ? {} : { hint: text.settingsRegistrationHeld({ word: installed }) }),
  });
}

/** Whose first works wait for a moderator. */
export function firstWorksFields({ firstWorks, firstWorksDays }: SiteSettings): Html {
  return fieldset(
    text.switchFirstWorks(),
    html`${selectField({
      name: 'first_works',
      label: text.switchFirstWorksCount(),
      options: firstWorksChoices.map((works) => ({
        value: String(works),
        label: text.switchFirstWorksOption({ works }),
      })),
      value: String(firstWorks),
    })}${selectField({
      name: 'first_works_days',
      label: text.switchFirstWorksDays(),
      options: firstWorksDaysChoices.map((days) => ({
        value: String(days),
        label: text.switchDays({ days }),
      })),
      value: String(firstWorksDays),
    })}`,
    text.switchFirstWorksHint(),
  );
}
