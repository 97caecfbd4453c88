// What about a work, a tag or a person is to be muted.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { Member } from '../../../shared/viewer.ts';
import { formFor, hiddenField, radioGroup, submitButtons } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { type Tag, typeWord, workTagTypes } from '../../tags/index.ts';
import type { Work } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import { mutesUrl } from '../urls.ts';

export type Choice =
  | { readonly kind: 'work'; readonly work: Work; readonly viewer: Member }
  | { readonly kind: 'tag'; readonly tag: Tag }
  | { readonly kind: 'person'; readonly login: string };

export type ChoiceShown = {
  readonly choice: Choice;
  /** Where the reader came from; empty if nobody knows. */
  readonly back: string;
  readonly token: string;
};

export function chooseMutePage({ choice, back, token }: ChoiceShown): Page {
  const home = choice.kind === 'work' ? workUrl(choice.work) : mutesUrl;
  return {
    title: text.chooseTitle(),
    mainClass: 'mutes-new region',
    indexable: false,
    styles: ['mutes'],
    body: html`<h2 class="heading">${text.chooseTitle()}</h2>
<p>${text.chooseLead()}</p>
${formFor({
  action: mutesUrl,
  token,
  body: [
    back === '' ? nothing : hiddenField('back', back),
    renderChoice(choice),
    submitButtons([{ label: text.muteButton() }], back === '' ? home : back),
  ],
})}`,
  };
}

type Option = { readonly value: string; readonly label: string };

function renderChoice(choice: Choice): Html {
  if (choice.kind === 'work') return renderWork(choice.work, choice.viewer);
  const option =
    choice.kind === 'tag'
      ? tagOption(choice.tag)
      : { value: `person:${choice.login}`, label: text.choosePerson({ login: choice.login }) };
  return radioGroup({
    name: 'about',
    legend: text.chooseTitle(),
    options: [option],
    value: option.value,
  });
}

function renderWork(work: Work, viewer: Member): Html {
  const people = new Set(work.creators.map(({ login }) => login));
  people.delete(viewer.login);
  const itself: Option[] = [
    { value: `work:${work.id}`, label: text.chooseWork({ title: work.title }) },
    ...[...people].map((login) => {
      return { value: `person:${login}`, label: text.choosePerson({ login }) };
    }),
    {
      value: `language:${work.language}`,
      label: text.chooseLanguage({ language: work.languageName }),
    },
  ];
  const groups = workTagTypes.map((type) => {
    const options = work.tags[type].map(tagOption);
    if (options.length === 0) return nothing;
    return radioGroup({ name: 'about', id: `about_${type}`, legend: typeWord(type), options });
  });
  return html`${radioGroup({
    name: 'about',
    legend: text.chooseOthers(),
    options: itself,
    value: `work:${work.id}`,
  })}${groups}${radioGroup({
    name: 'within',
    legend: text.whereLabel(),
    options: [
      { value: '', label: text.whereEverywhere() },
      ...work.tags.fandom.map((tag) => {
        return { value: String(tag.id), label: text.whereIn({ fandom: tag.name }) };
      }),
    ],
    value: '',
  })}`;
}

function tagOption(tag: Tag): Option {
  const label = tag.type === 'rating' ? text.chooseRating({ name: tag.name }) : tag.name;
  return { value: `tag:${tag.id}`, label };
}
