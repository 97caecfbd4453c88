// What is about to be done, to be looked over; and a form that was refused, with all it held.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import {
  errorSummary,
  formFor,
  hiddenField,
  problemOf,
  selectField,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { type ActsPreview, type Tag, typeWord } from '../../tags/index.ts';
import { type AskedActs, actWords, lookedAt, needsTarget } from '../asked-acts.ts';
import { text } from '../messages.ts';
import { actsUrl, wrangleTagUrl } from '../urls.ts';
import { actWord, statusWord } from '../words.ts';

export type ActsShown = {
  readonly asked: AskedActs;
  readonly preview: ActsPreview;
  readonly works: number;
  readonly problems: readonly FieldError[];
  readonly back: string;
  readonly token: string;
};

export function actsPage(shown: ActsShown): Page {
  const { asked, problems, back, token } = shown;
  const { word } = asked;
  const title = word === null ? text.previewTitle() : actWord[word]();
  return {
    title,
    mainClass: 'wrangling-acts region',
    styles: ['wrangling'],
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
${errorSummary(problems)}${formFor({
  action: actsUrl,
  token,
  body: [
    hiddenField('back', back),
    hiddenField('looked', lookedAt(asked.typed)),
    renderWord(shown),
    renderTarget(shown),
    renderTags(shown),
    renderTouched(shown),
    submitButtons(buttonsOf(shown), back),
  ],
})}`,
  };
}

function renderWord({ asked: { word }, problems }: ActsShown): Html {
  if (word !== null) return hiddenField('act', word);
  const options = actWords.map((value) => ({ value, label: actWord[value]() }));
  return selectField({
    name: 'act',
    label: text.actLabel(),
    options: [{ value: '', label: '' }, ...options],
    value: '',
    required: true,
    problems,
  });
}

function renderTarget({ asked, problems }: ActsShown): Html {
  const { word, typed } = asked;
  const target = textField({
    name: 'target',
    label: text.targetLabel(),
    value: typed.target,
    hint: text.targetHint(),
    autocomplete: 'off',
    problems,
  });
  const name = textField({
    name: 'name',
    label: text.nameLabel(),
    value: typed.name,
    autocomplete: 'off',
    problems,
  });
  return html`${(word === null || needsTarget(word)) && target}${
    (word === null || word === 'rename') && name
  }`;
}

function renderTags({ asked: { tags }, preview, problems }: ActsShown): Html {
  const problem = problemOf(problems, 'tag');
  const why = (tag: Tag) =>
    preview.acts.find(
      ({ act, problem: refused }) =>
        refused !== null && (act.tag === tag.id || ('target' in act && act.target === tag.id)),
    )?.problem ?? null;
  const rows = tags.map((tag, at) => {
    const refused = why(tag);
    return html`<li><label><input type="checkbox" id="${
      at === 0 ? 'tag' : `tag_${tag.id}`
    }" name="tag" value="${tag.id}"${refused === null && html` checked`}>
<span>${tag.name}</span></label>
<span class="what">${typeWord(tag.type)}, ${statusWord[tag.status]()}</span>
${refused !== null && html`<p class="problem">${refused}</p>`}</li>`;
  });
  return html`<fieldset class="field ticked"><legend>${text.previewTags()}</legend>
${problem && html`<p class="problem">${problem}</p>`}<ul>${rows}</ul></fieldset>`;
}

function renderTouched({ asked, preview, works }: ActsShown): Html {
  if (asked.acts.length === 0) return nothing;
  if (preview.acts.every(({ problem }) => problem !== null)) {
    return html`<p class="notice">${text.previewNothing()}</p>`;
  }
  const { filters, people, tags, ties } = preview;
  return html`<div class="notice touched"><p>${text.previewTouches({ works, filters, people })}</p>
<p>${text.previewMoves({ tags: tags.length, ties })}</p></div>`;
}

function buttonsOf({ asked, preview }: ActsShown) {
  const { missing } = asked;
  const make = missing === null ? [] : [{ ...missing, label: text.makeTarget(missing) }];
  const isPossible = preview.acts.some(({ problem }) => problem === null);
  return [
    ...(isPossible ? [{ label: text.doIt(), name: 'confirm' }] : []),
    { label: text.lookAgain(), name: 'look' },
    ...make.map(({ label }) => ({ label, name: 'make' })),
  ];
}

/** Where the page of a tag is. */
export function tagLink(tag: Tag): Html {
  return html`<a href="${wrangleTagUrl(tag)}">${tag.name}</a>`;
}
