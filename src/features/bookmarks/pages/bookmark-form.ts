// The form of a bookmark: on the page of what is bookmarked, folded away, and on its own page. Ids
// and names of the fields are contract 6.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  checkboxGroup,
  errorSummary,
  type FormProblems,
  formFor,
  hiddenField,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import type { Bookmark } from '../bookmark.ts';
import { emptyBookmark, type TypedBookmark, typedOf } from '../forms.ts';
import {
  addressCharactersMax,
  fandomsCharactersMax,
  lineCharactersMax,
  notesCharactersMax,
  shelfNameCharactersMax,
} from '../limits.ts';
import { text } from '../messages.ts';
import type { Shelf, ShelfId } from '../shelf.ts';
import { bookmarkUrl, deleteBookmarkUrl } from '../urls.ts';

export type BookmarkForm = {
  readonly action: string;
  readonly token: string;
  readonly typed: TypedBookmark;
  /** The person’s own. */
  readonly shelves: readonly Shelf[];
  readonly problems?: FormProblems;
  /** Where to go when it is saved; empty: the form’s own choice. */
  readonly back?: string;
  readonly elsewhere?: boolean;
  readonly cancelHref?: string;
};

/** What a member has of something that they may bookmark. */
export type OwnBookmark = {
  /** Null: none yet. */
  readonly bookmark: Bookmark | null;
  /** All of their shelves, and those that it stands on. */
  readonly shelves: readonly Shelf[];
  readonly on: ReadonlySet<ShelfId>;
};

/**
 * The fold on a page of something that a member may bookmark; nothing for guests. `action`: where a
 * new one is sent.
 */
export function bookmarkFold(frame: Frame, action: string, had: OwnBookmark | null): Html {
  if (frame.viewer.kind === 'guest' || had === null) return nothing;
  const { bookmark: own, shelves, on } = had;
  const form = bookmarkForm({
    action: own === null ? action : bookmarkUrl(own),
    token: frame.formToken,
    typed: own === null ? emptyBookmark : typedOf(own, on),
    shelves,
    back: frame.path,
  });
  const remove = own && html`<p><a href="${deleteBookmarkUrl(own)}">${text.deleteButton()}</a></p>`;
  return html`<details class="bookmark-fold"><summary>${
    own === null ? text.bookmark() : text.bookmarked()
  }</summary>
<div id="bookmark-form">${form}${remove}</div></details>`;
}

export function bookmarkForm(form: BookmarkForm): Html {
  const { action, token, typed, problems = [], back = '', elsewhere = false } = form;
  return formFor({
    action,
    token,
    body: [
      errorSummary(problems),
      back === '' ? nothing : hiddenField('back', back),
      elsewhere ? elsewhereFields(typed, problems) : nothing,
      textArea({
        name: 'bookmark[bookmarker_notes]',
        id: 'bookmark_notes',
        label: text.notes(),
        hint: text.notesHint(),
        value: typed.notes,
        limit: notesCharactersMax,
        problems,
      }),
      textField({
        name: 'bookmark[tag_string]',
        id: 'bookmark_tag_string',
        label: text.tags(),
        hint: text.tagsHint(),
        value: typed.tags,
        autocomplete: 'off',
        problems,
      }),
      checkbox({
        name: 'bookmark[rec]',
        id: 'bookmark_rec',
        label: text.rec(),
        hint: text.recHint(),
        checked: typed.rec,
      }),
      checkbox({
        name: 'bookmark[private]',
        id: 'bookmark_private',
        label: text.private(),
        hint: text.privateHint(),
        checked: typed.private,
      }),
      shelfFields(form),
      submitButtons([{ label: text.save() }], form.cancelHref),
    ],
  });
}

function shelfFields({ shelves, typed, problems = [] }: BookmarkForm): Html {
  const boxes = html`${hiddenField('bookmark[shelves][]', '')}${checkboxGroup({
    name: 'bookmark[shelves][]',
    id: 'bookmark_shelves',
    legend: text.shelves(),
    options: shelves.map(({ id, name }) => ({ value: String(id), label: name })),
    values: typed.shelves ?? [],
  })}`;
  const fresh = textField({
    name: 'bookmark[new_shelf]',
    label: text.newShelf(),
    hint: text.newShelfHint(),
    value: typed.freshShelf,
    limit: shelfNameCharactersMax,
    autocomplete: 'off',
    problems,
  });
  return html`${shelves.length === 0 ? nothing : boxes}${fresh}`;
}

function elsewhereFields(typed: TypedBookmark, problems: FormProblems): Html {
  const line = { limit: lineCharactersMax, problems };
  return html`${textField({
    name: 'bookmark[address]',
    label: text.address(),
    hint: text.addressHint(),
    value: typed.address,
    type: 'url',
    inputmode: 'url',
    required: true,
    limit: addressCharactersMax,
    problems,
  })}
${textField({
  ...line,
  name: 'bookmark[title]',
  label: text.workTitle(),
  value: typed.title,
  required: true,
})}
${textField({ ...line, name: 'bookmark[author]', label: text.author(), value: typed.creators })}
${textField({
  name: 'bookmark[fandoms]',
  label: text.fandoms(),
  hint: text.fandomsHint(),
  value: typed.fandoms,
  limit: fandomsCharactersMax,
  problems,
})}`;
}
