// One vocabulary in a table: each name with its word and place, and a row for one more.

import { html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { canGrow, type VocabularyType } from '../../tags/index.ts';
import { text } from '../messages.ts';
import { vocabularyUrl } from '../urls.ts';
import { cellInput, cellOffered, placeWidth, wordWidth } from './vocabulary-fields.ts';
import { framedVocabulary } from './vocabulary-frame.ts';

/** As it was typed, or as it stands. */
export type VocabularyRow = {
  readonly id: TagId;
  readonly name: string;
  readonly word: string;
  readonly place: string;
  readonly offered: boolean;
  readonly canBeRetired: boolean;
};

export type VocabularyShown = {
  readonly type: VocabularyType;
  readonly rows: readonly VocabularyRow[];
  readonly added: { readonly name: string; readonly word: string };
  readonly errors?: readonly FieldError[];
};

export function vocabularyPage(frame: Frame, shown: VocabularyShown): Page {
  const { type, rows, added, errors = [] } = shown;
  const head = [
    text.vocabularyName(),
    text.vocabularyWord(),
    text.vocabularyPlace(),
    text.vocabularyOffered(),
  ];
  const input = (name: string, label: string, value: string, more = nothing) =>
    cellInput({ name, label, value }, errors, more);
  const cells = rows.map(({ id, name, word, place, offered, canBeRetired }) => [
    input(`name[${id}]`, text.nameOf({ name }), name),
    input(`word[${id}]`, text.wordOf({ name }), word, wordWidth),
    input(`place[${id}]`, text.placeOf({ name }), place, placeWidth),
    canBeRetired ? cellOffered(id, name, offered, errors) : text.vocabularyAlways(),
  ]);
  const more = [
    input('new_name', text.newName(), added.name, newHint()),
    input('new_word', text.newWord(), added.word, wordWidth),
    text.vocabularyAtEnd(),
    '',
  ];
  return framedVocabulary(frame, {
    which: type,
    lead: type === 'rating' ? text.vocabularyRatings() : text.vocabularyLead(),
    action: vocabularyUrl(type),
    errors,
    head,
    rows: canGrow(type) ? [...cells, more] : cells,
  });
}

const newHint = () => html` placeholder="${text.vocabularyNew()}"`;
