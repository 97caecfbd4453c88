// Where a reader stands with works, as a part of the filters. Guests stand nowhere.
import type { Html } from '../../../kit/html/index.ts';
import { checkboxGroup } from '../../../web/controls.ts';
import type { WorksFilter } from '../filter.ts';
import { text } from '../messages.ts';
import { searchName } from '../parameters/names.ts';
import { type StateWord, stateWords } from '../query/own-words.ts';

export function stateField({ states }: Pick<WorksFilter, 'states'>): Html {
  return checkboxGroup({
    name: searchName('state'),
    legend: text.whereIStand(),
    hint: text.myReadingHint(),
    options: stateWords.map((value) => ({ value, label: stateText(value) })),
    values: states,
  });
}

export function stateText(word: StateWord): string {
  return text[`state-${word}`]();
}
