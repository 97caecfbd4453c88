// The languages that works may be in, in a table, and a row for one more.

import { html } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { languagesDeskUrl } from '../urls.ts';
import { cellInput, cellOffered, cellSelect, placeWidth, wordWidth } from './vocabulary-fields.ts';
import { framedVocabulary } from './vocabulary-frame.ts';

type Direction = 'ltr' | 'rtl';

/** As it was typed, or as it stands. */
export type LanguageRow = {
  readonly tag: string;
  readonly name: string;
  readonly direction: Direction;
  readonly place: string;
  readonly offered: boolean;
};

export type LanguagesShown = {
  readonly rows: readonly LanguageRow[];
  readonly added: Pick<LanguageRow, 'tag' | 'name' | 'direction'>;
  readonly errors?: readonly FieldError[];
};

export function languagesDeskPage(
  frame: Frame,
  { rows, added, errors = [] }: LanguagesShown,
): Page {
  const head = [
    text.languageOwnName(),
    text.languageCode(),
    text.languageDirection(),
    text.vocabularyPlace(),
    text.vocabularyOffered(),
  ];
  const input = (name: string, label: string, value: string, more = html``) =>
    cellInput({ name, label, value }, errors, more);
  const cells = rows.map(({ tag, name, direction, place, offered }) => [
    input(`name[${tag}]`, text.nameOf({ name }), name, html` lang="${tag}" dir="auto"`),
    tag,
    directionOf(`direction[${tag}]`, text.directionOf({ name }), direction),
    input(`place[${tag}]`, text.placeOf({ name }), place, placeWidth),
    cellOffered(tag, name, offered, errors),
  ]);
  const newHint = html` placeholder="${text.vocabularyNew()}" dir="auto"`;
  const more = [
    input('new_name', text.newLanguageName(), added.name, newHint),
    input('new_code', text.newLanguageCode(), added.tag, wordWidth),
    directionOf('new_direction', text.newLanguageDirection(), added.direction),
    text.vocabularyAtEnd(),
    '',
  ];
  return framedVocabulary(frame, {
    which: 'language',
    lead: text.languagesLead(),
    action: languagesDeskUrl,
    errors,
    head,
    rows: [...cells, more],
  });
}

function directionOf(name: string, label: string, value: Direction) {
  return cellSelect({ name, label, value }, [
    { value: 'ltr', label: text.directionLtr() },
    { value: 'rtl', label: text.directionRtl() },
  ]);
}
