// Shelves: a person's, one as a page, and its form.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  confirmForm,
  errorSummary,
  type FormProblems,
  formFor,
  numberText,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { personUrl } from '../../accounts/urls.ts';
import { shelfNameCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { Shelf } from '../shelf.ts';
import {
  deleteShelfUrl,
  editShelfUrl,
  orderShelvesUrl,
  personBookmarksUrl,
  shelfUrl,
  shelvesUrl,
} from '../urls.ts';

export type TypedShelf = { readonly name: string; readonly public: boolean };

/** A thing with a number that its owner gives it; typed as it came. */
export type Ordered = { readonly id: number; readonly label: string; readonly number: string };

export type ShelvesShown = {
  readonly login: string;
  /** How many bookmarks the viewer may see on each. */
  readonly shelves: readonly { readonly shelf: Shelf; readonly count: number }[];
  /** Null for others. */
  readonly own: {
    readonly token: string;
    readonly typed: TypedShelf;
    readonly order: readonly Ordered[];
    readonly problems: FormProblems;
  } | null;
};

export function shelvesPage({ login, shelves, own }: ShelvesShown): Page {
  const title = text.shelvesOf({ name: login });
  const items = shelves.map(({ shelf, count }) => {
    const counted = text.count({ count, number: numberText(count) });
    const mark = html` <span class="mark">${text.privateMark()}</span>`;
    return html`<li><a href="${shelfUrl(shelf)}"><bdi>${shelf.name}</bdi></a>${
      shelf.public ? nothing : mark
    } ${counted}</li>
`;
  });
  return {
    title,
    mainClass: 'shelves-index dashboard region',
    indexable: false,
    styles: ['works', 'bookmarks'],
    body: html`<h2 class="heading">${title}</h2>
<p>${text.shelvesLead()}</p>
<ul class="navigation actions"><li><a href="${personBookmarksUrl(login)}">${text.allOf({
      name: login,
    })}</a></li></ul>
${items.length === 0 ? html`<p>${text.noShelves()}</p>` : html`<ul class="shelves">${items}</ul>`}
${own && ownParts(login, own)}`,
  };
}

function ownParts(login: string, own: NonNullable<ShelvesShown['own']>): Html {
  const { token, typed, order, problems } = own;
  const ordering = html`<h3 class="heading">${text.shelfOrder()}</h3>
${formFor({
  action: orderShelvesUrl(login),
  token,
  body: [
    html`<p class="hint">${text.shelvesOrderHint()}</p>`,
    orderFields(order, problems),
    submitButtons([{ label: text.saveOrder() }]),
  ],
})}`;
  return html`<h3 class="heading">${text.makeShelf()}</h3>
${formFor({
  action: shelvesUrl(login),
  token,
  body: [
    errorSummary(problems),
    shelfFields(typed, problems),
    submitButtons([{ label: text.makeShelf() }]),
  ],
})}
${order.length < 2 ? nothing : ordering}`;
}

export type ShelfForm = {
  readonly shelf: Shelf;
  readonly typed: TypedShelf;
  readonly order: readonly Ordered[];
  readonly problems?: FormProblems;
};

export function shelfFormPage({ formToken: token }: Frame, form: ShelfForm): Page {
  const { shelf, typed, order, problems = [] } = form;
  const title = text.editShelfTitle({ name: shelf.name });
  const ordering = html`<h3 class="heading">${text.shelfOrder()}</h3>
<p class="hint">${text.shelfOrderHint()}</p>
${orderFields(order, problems)}`;
  return {
    title,
    mainClass: 'shelves-edit region',
    indexable: false,
    styles: ['works', 'bookmarks'],
    body: html`<h2 class="heading" dir="auto">${title}</h2>
${formFor({
  action: shelfUrl(shelf),
  token,
  body: [
    errorSummary(problems),
    shelfFields(typed, problems),
    order.length === 0 ? nothing : ordering,
    submitButtons([{ label: text.saveShelf() }], shelfUrl(shelf)),
  ],
})}
<p><a href="${deleteShelfUrl(shelf)}">${text.deleteShelf()}</a></p>`,
  };
}

function shelfFields(typed: TypedShelf, problems: FormProblems): Html {
  return html`${textField({
    name: 'shelf[name]',
    label: text.shelfName(),
    value: typed.name,
    required: true,
    limit: shelfNameCharactersMax,
    autocomplete: 'off',
    problems,
  })}
${checkbox({
  name: 'shelf[public]',
  label: text.shelfPublic(),
  hint: text.shelfPublicHint(),
  checked: typed.public,
})}`;
}

/** Numbers to type; where script runs, to drag. */
function orderFields(order: readonly Ordered[], problems: FormProblems): Html {
  const fields = order.map(({ id, label, number }) =>
    textField({
      name: `number[${id}]`,
      label,
      value: number,
      inputmode: 'numeric',
      autocomplete: 'off',
      problems,
    }),
  );
  const moved = text.orderMoved({ title: '{title}', number: '{number}' });
  return html`<div data-enhance="chapter-order" data-up="${text.orderUp()}"
 data-down="${text.orderDown()}" data-moved="${moved}">
${fields}</div>`;
}

export function deleteShelfPage({ formToken: token }: Frame, shelf: Shelf): Page {
  const question = text.deleteShelfQuestion({ name: shelf.name });
  return {
    title: question,
    mainClass: 'shelves-confirm region',
    indexable: false,
    body: confirmForm({
      question,
      explanation: html`<p>${text.deleteShelfExplained()}</p>`,
      action: deleteShelfUrl(shelf),
      token,
      button: text.deleteShelf(),
      cancelHref: shelfUrl(shelf),
    }),
  };
}

/** Plain text. */
export function shelfTitle({ name, login }: Shelf): string {
  return text.shelfTitle({ name, login });
}

/** `on Rainy days by ben`, after the count. */
export function onShelf(shelf: Shelf): Html {
  return html`${text.on()} <a href="${shelfUrl(shelf)}"><bdi>${shelf.name}</bdi></a> ${text.by()} <a
 href="${personUrl(shelf.login)}">${shelf.login}</a>`;
}

/** What can be done with a shelf. */
export function shelfActs(shelf: Shelf, own: boolean): Html {
  const change = html`<li><a href="${editShelfUrl(shelf)}">${text.editShelf()}</a></li>`;
  return html`${own ? change : nothing}<li><a href="${shelvesUrl(shelf.login)}">${text.shelvesOf({
    name: shelf.login,
  })}</a></li>`;
}
