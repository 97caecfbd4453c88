// The pages on which the archive is set up.
import type { Registration } from '../../../kit/config/index.ts';
import { type Html, html, joinHtml } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import { roles } from '../../../shared/viewer.ts';
import {
  checkboxGroup,
  errorSummary,
  formFor,
  selectField,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { registerUrl } from '../../accounts/urls.ts';
import { languagesDeskUrl, vocabularyUrl } from '../../host/urls.ts';
import { offeredTags, type Tag, type VocabularyType } from '../../tags/index.ts';
import type { Languages } from '../../works/index.ts';
import { defaultPages } from '../default-pages.ts';
import { descriptionCharactersMax, pageCharactersMax, siteNameCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { SetUpStep } from '../setup/steps.ts';
import { setUpSteps } from '../setup/steps.ts';
import { pageNames, type SiteSettings } from '../site-settings.ts';
import { hostDeskUrl, setUpStepUrl } from '../urls.ts';
import { languageField, registrationField } from './settings-fields.ts';
import { pageTitles } from './site-pages.ts';

export type SetUpShown = {
  readonly step: SetUpStep;
  readonly settings: SiteSettings;
  readonly vocabularies: Readonly<Record<VocabularyType, readonly Tag[]>>;
  readonly languages: Languages;
  /** What the installation was started with: the host can only be stricter. */
  readonly installed: Registration;
  readonly url: string;
  /** The log-in name that was typed. */
  readonly login: string;
  readonly errors: readonly FieldError[];
};

export function setUpPage(frame: Frame, shown: SetUpShown): Page {
  const { step, errors } = shown;
  const number = setUpSteps.indexOf(step) + 1;
  const title = text.setUpTitle({ number, all: setUpSteps.length, step: stepName(step) });
  return {
    title,
    mainClass: 'site-setup region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${title}</h2>
${renderSteps(step)}
${errorSummary(errors)}${formFor({
  action: setUpStepUrl(step),
  token: frame.formToken,
  body: html`${fieldsOf(shown)}${submitButtons(buttonsOf(step))}`,
})}
<p><a href="${hostDeskUrl}">${text.setUpLeave()}</a></p>`,
  };
}

/** What is only looked at is kept by one button. */
function buttonsOf(step: SetUpStep) {
  if (step === 'vocabularies') return [{ label: text.setUpKeep() }];
  const isLast = step === setUpSteps.at(-1);
  return [
    { label: isLast ? text.setUpFinish() : text.setUpSave() },
    { label: text.setUpSkip(), name: 'do', value: 'skip' },
  ];
}

function renderSteps(step: SetUpStep): Html {
  return html`<nav class="steps" aria-label="${text.setUpSteps()}">
<ol>${setUpSteps.map((one) => renderStep(one, step))}</ol>
</nav>`;
}

function renderStep(one: SetUpStep, shown: SetUpStep): Html {
  const current = one === shown && html` aria-current="step"`;
  return html`<li><a href="${setUpStepUrl(one)}"${current}>${stepName(one)}</a></li>
`;
}

function stepName(step: SetUpStep): string {
  const names: Readonly<Record<SetUpStep, string>> = {
    archive: text.setUpArchive(),
    language: text.setUpLanguage(),
    vocabularies: text.setUpVocabularies(),
    registration: text.setUpRegistration(),
    adult: text.setUpAdult(),
    pages: text.setUpPages(),
    others: text.setUpOthers(),
  };
  return names[step];
}

function fieldsOf(shown: SetUpShown): Html {
  const { settings, errors } = shown;
  switch (shown.step) {
    case 'archive':
      return nameFields(settings, errors);
    case 'language':
      return languageField(settings, shown.languages, errors);
    case 'vocabularies':
      return renderVocabularies(shown);
    case 'registration':
      return registrationField(shown);
    case 'adult':
      return adultField(shown);
    case 'pages':
      return pagesFields(settings, errors);
    case 'others':
      return othersFields(shown);
  }
}

/** What is offered of each vocabulary, and where it is changed. */
function renderVocabularies({ vocabularies, languages }: SetUpShown): Html {
  const lists = [
    ['warning', text.setUpWarnings()],
    ['category', text.setUpCategories()],
    ['rating', text.setUpRatings()],
    ['media', text.setUpMedia()],
  ] as const;
  const row = (name: string, href: string, names: readonly string[]) =>
    html`<dt><a href="${href}">${name}</a></dt>
<dd>${joinHtml(
      names.map((one) => html`<bdi>${one}</bdi>`),
      ', ',
    )}</dd>
`;
  const offered = (type: VocabularyType) => offeredTags(vocabularies[type]).map(({ name }) => name);
  return html`<p>${text.setUpVocabulariesLead()}</p>
<dl class="places">${lists.map(([type, name]) =>
    row(name, vocabularyUrl(type), offered(type)),
  )}${row(
    text.setUpLanguages(),
    languagesDeskUrl,
    languages.offered().map(({ name }) => name),
  )}</dl>`;
}

function nameFields(settings: SiteSettings, problems: readonly FieldError[]): Html {
  return html`${textField({
    name: 'name',
    label: text.settingsName(),
    value: settings.name,
    required: true,
    limit: siteNameCharactersMax,
    problems,
  })}${textField({
    name: 'description',
    label: text.settingsDescription(),
    hint: text.settingsDescriptionHint({ usual: text.homeLead() }),
    value: settings.description,
    limit: descriptionCharactersMax,
    problems,
  })}`;
}

function adultField({ vocabularies }: SetUpShown): Html {
  const ratings = vocabularies.rating;
  return html`<p>${text.setUpAdultLead()}</p>${checkboxGroup({
    name: 'ratings[]',
    legend: text.setUpAdultRatings(),
    options: ratings.map(({ id, name }) => ({ value: String(id), label: name })),
    values: ratings.filter(({ adult }) => adult).map(({ id }) => String(id)),
  })}`;
}

function pagesFields({ pages }: SiteSettings, problems: readonly FieldError[]): Html {
  return html`<p>${text.setUpPagesLead()}</p>${pageNames.map((page) =>
    textArea({
      name: `page[${page}]`,
      label: text.settingsPage({ title: pageTitles[page]() }),
      hint: text.setUpPageHint(),
      value: pages[page] === '' ? defaultPages[page] : pages[page],
      rows: 8,
      limit: pageCharactersMax,
      problems,
    }),
  )}`;
}

function othersFields({ login, errors, url }: SetUpShown): Html {
  return html`<p>${text.setUpOthersLead()} <a href="${registerUrl}">${url}${registerUrl}</a></p>
${textField({
  name: 'login',
  label: text.setUpLogin(),
  hint: text.setUpLoginHint(),
  value: login,
  autocomplete: 'off',
  problems: errors,
})}${selectField({
  name: 'role',
  label: text.setUpRole(),
  options: roles.map((role) => ({ value: role, label: roleName(role) })),
  value: 'moderator',
  problems: errors,
})}`;
}

/** A role in the words of the glossary. */
export function roleName(role: (typeof roles)[number]): string {
  const names = {
    wrangler: text.roleWrangler(),
    moderator: text.roleModerator(),
    archivist: text.roleArchivist(),
    admin: text.roleAdmin(),
  };
  return names[role];
}
