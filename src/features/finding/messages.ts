import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  // What was not understood in an address or a form.
  warnNumber: '“{value}” is not the number of a tag and is left out.',
  warnNoSuchNumber: 'There is no tag with the number {value}, so nothing bears it.',
  warnNoSuchTag: 'There is no tag named “{name}”.',
  warnNameTooLong: 'A name that is longer than any tag is left out.',
  warnTerm: '“{value}” is neither the number of a tag nor a type with a name, and is left out.',
  warnNoSuchCreator: 'Nobody named “{name}” has posted here.',
  warnLanguage: '“{value}” is not the code of a language and is left out.',
  warnNoSuchLanguage: 'No work here is in the language “{value}”.',
  warnFlag: '“{value}” is neither yes nor no and is left out.',
  warnSort: 'Works cannot be sorted by “{value}”.',
  warnDirection: '“{value}” is no direction to sort in.',
  warnRange: '“{value}” is not a number or a range like 1000-5000, and is left out.',
  warnDate: '“{value}” is not a day like 2024-05-01, and is left out.',
  warnAge: '“{value}” is not a time like “2 weeks ago”, and is left out.',
  warnUpsideDown: 'A range whose beginning lies after its end is left out.',
});
