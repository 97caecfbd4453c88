// All that a member has muted, and the forms for more.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import {
  errorSummary,
  type FormProblems,
  fieldset,
  formFor,
  hiddenField,
  selectField,
  submitButtons,
  tagField,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { autocompleteUrl } from '../../finding/urls.ts';
import { tagTypes, typeWord } from '../../tags/index.ts';
import type { Languages } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import { subjectName, text } from '../messages.ts';
import type { Mute, MuteSubject } from '../mute.ts';
import { mutesUrl, unmuteUrl } from '../urls.ts';

export type MutesShown = {
  readonly mutes: readonly Mute[];
  /** Of muted works that the member can see. */
  readonly titles: ReadonlyMap<WorkId, string>;
  readonly token: string;
  /** What a refused form held, by field; empty for what it did not. */
  readonly languages: Languages;
  readonly typed: (name: string) => string;
  readonly problems: FormProblems;
};

export function mutesPage(shown: MutesShown): Page {
  const { mutes, problems } = shown;
  const groups = kinds.map(([kind, heading]) => {
    const some = mutes.filter(({ subject }) => subject.kind === kind);
    return some.length === 0 ? nothing : renderGroup(heading(), some, shown);
  });
  return {
    title: text.mutesTitle(),
    mainClass: 'mutes-index region',
    indexable: false,
    styles: ['mutes'],
    body: html`<h2 class="heading">${text.mutesTitle()}</h2>
<p>${text.mutesLead()}</p>
${errorSummary(problems)}${mutes.length === 0 ? html`<p>${text.nothingMuted()}</p>` : groups}
<h3 class="heading">${text.addHeading()}</h3>
${renderForms(shown)}`,
  };
}

const kinds: readonly (readonly [MuteSubject['kind'], () => string])[] = [
  ['tag', text.mutedTags],
  ['person', text.mutedPeople],
  ['work', text.mutedWorks],
  ['phrase', text.mutedPhrases],
  ['language', text.mutedLanguages],
  ['words', text.mutedWords],
];

function renderGroup(heading: string, mutes: readonly Mute[], shown: MutesShown): Html {
  return html`<h3 class="heading">${heading}</h3>
<ul class="mutes">${mutes.map((mute) => renderMute(mute, shown))}</ul>
`;
}

function renderMute(mute: Mute, { titles, token }: MutesShown): Html {
  const { subject } = mute;
  const title = subject.kind === 'work' ? titles.get(subject.work) : undefined;
  const isHere = subject.kind === 'work' && title !== undefined;
  const name = subject.kind === 'work' ? (title ?? text.workGone()) : subjectName(mute);
  const label = isHere ? html`<a href="${workUrl({ id: subject.work })}">${name}</a>` : name;
  return html`<li><span dir="auto">${label}</span> ${formFor({
    action: unmuteUrl(mute),
    token,
    className: 'inline',
    body: html`<button type="submit" aria-label="${text.unmuteLabel({ name })}"
>${text.unmuteButton()}</button>`,
  })}</li>`;
}

function renderForms(shown: MutesShown): Html {
  const { typed, problems, languages } = shown;
  const field = (name: string) => ({ name, value: typed(name), problems });
  return html`${renderForm(shown, 'tag', text.addTag(), [
    tagField({
      ...field('tag_name'),
      label: text.tagLabel(),
      hint: text.tagHint(),
      address: autocompleteUrl('tag'),
    }),
    selectField({
      name: 'tag_type',
      label: text.typeLabel(),
      value: typed('tag_type'),
      problems,
      options: [
        { value: '', label: text.typeAny() },
        ...tagTypes.map((type) => ({ value: type, label: typeWord(type) })),
      ],
    }),
    tagField({
      ...field('fandom_name'),
      label: text.fandomLabel(),
      hint: text.fandomHint(),
      address: autocompleteUrl('fandom'),
    }),
  ])}${renderForm(shown, 'person', text.addPerson(), [
    textField({
      ...field('person'),
      label: text.personLabel(),
      hint: text.personHint(),
      autocomplete: 'off',
    }),
  ])}${renderForm(shown, 'phrase', text.addPhrase(), [
    textField({ ...field('phrase'), label: text.phraseLabel(), hint: text.phraseHint() }),
  ])}${renderForm(shown, 'language', text.addLanguage(), [
    selectField({
      name: 'language',
      label: text.languageLabel(),
      value: typed('language'),
      problems,
      options: languages.all.map(({ tag, name }) => ({ value: tag, label: name })),
    }),
  ])}${renderForm(shown, 'words', text.addWords(), [
    selectField({
      name: 'words_rule',
      label: text.wordsRuleLabel(),
      value: typed('words_rule') || 'shorter',
      problems,
      options: [
        { value: 'shorter', label: text.wordsShorter() },
        { value: 'longer', label: text.wordsLonger() },
      ],
    }),
    textField({ ...field('words'), label: text.wordsLabel(), inputmode: 'numeric' }),
  ])}`;
}

function renderForm(
  { token }: MutesShown,
  kind: MuteSubject['kind'],
  legend: string,
  fields: readonly Html[],
): Html {
  return formFor({
    action: mutesUrl,
    token,
    body: [
      hiddenField('kind', kind),
      fieldset(legend, [...fields, submitButtons([{ label: text.muteButton() }])]),
    ],
  });
}
