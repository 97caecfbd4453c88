import { defineMessages, type Message } from '../../kit/messages/index.ts';
import type { SkinProblem, SkinReason } from '../../text/index.ts';

export const text = defineMessages({
  title: 'Work skins',
  lead:
    'A skin is a style sheet for the text of a work: messages that look like messages, letters ' +
    'that look like letters. Write it here and choose it on the form of a work. Readers can turn ' +
    'it off.',
  own: 'Your skins',
  none: 'You have written no skin yet.',
  ofArchive: 'Skins of the archive',
  noneOfArchive: 'The archive offers none yet.',
  ofArchiveLead: 'Every writer may use these.',
  write: 'Write a skin',
  newTitle: 'Write a skin',
  editTitle: 'Change a skin',
  change: 'Change',
  changeLabel: 'Change: {title}',
  offered: 'offered to everybody',
  titleLabel: 'Name',
  sourceLabel: 'Style sheet (CSS)',
  sourceHint:
    'Rules for what stands in the text. Classes are those that you give in HTML: with ' +
    'class="message" in the text write .message in the sheet. ' +
    '#workskin is the text as a whole; .title, .byline, ' +
    '.summary, .notes and .chapter are its parts.',
  allowedHeading: 'What a skin may do',
  allowed:
    'Fonts, colours, spacing, borders, gradients, boxes, columns, grids, words before and after ' +
    'with content, and @media for narrow screens and print. Not: addresses and pictures, ' +
    'animations, position fixed, variables, ids, and anything outside the text. Give a ' +
    'background wherever you give a colour: readers have light and dark pages.',
  offeredLabel: 'Offer it to every writer of the archive',
  saveButton: 'Save',
  saved: 'The skin is saved.',
  deleteHeading: 'Delete it',
  deleteLead: 'Works that have it are shown without a skin then. This cannot be undone.',
  deleteButton: 'Delete the skin',
  deleted: 'The skin is deleted.',
  sheet: 'The style sheet as it is used',
  sample: 'What it looks like',
  sampleTitle: 'A title of a work',
  sampleText: 'A paragraph of the text, as most of them are.',
  sampleClass: 'A paragraph with the class {name}.',
  all: 'All skins',
  tooMany: 'You have {most} skins: delete one to write another.',
  titleTaken: 'You have a skin of that name.',
  titleMissing: 'Give it a name.',
  titleTooLong: 'The name may have {most} characters.',
  sourceMissing: 'There is no rule in it.',
  atLine: 'Line {line}: {reason}',
});

const reasons = defineMessages({
  'too-long': 'the sheet has {what} characters; 60,000 are allowed.',
  'too-many-rules': 'there are more than {what} selectors.',
  unclosed: '“{what}” is not closed.',
  sign: 'the sign “{what}” means nothing here.',
  escape: '“{what}” is an escape; they stand in quoted words only.',
  'at-rule': '“{what}” is not allowed; @media is.',
  media:
    '“{what}”: screen, print, min-width, max-width, prefers-color-scheme and prefers-contrast ' +
    'can be asked.',
  selector: '“{what}” is no selector that can be used here.',
  outside: '“{what}” would reach outside the text.',
  id: '“{what}”: only #workskin may be named, at the beginning; use classes.',
  class: '“{what}”: a class has at least two letters, digits, - or _, a letter first.',
  element: '“{what}” is no element of a text.',
  attribute: '“{what}”: attributes cannot be asked; use classes.',
  pseudo: '“{what}” is not allowed, or not here.',
  declaration: '“{what}” is no “name: value”.',
  'custom-property': '“{what}”: variables are not allowed.',
  property: '“{what}” is not allowed.',
  'whole-text': '“{what}” is not allowed for #workskin itself, only for what stands in it.',
  position: '“{what}”: position can be static, relative or absolute.',
  function: '“{what}” is not allowed.',
  word: '“{what}” is no word that can be used here.',
  string: '“{what}”: quoted words mean nothing to this property.',
  unit: '“{what}” has a unit that is not known.',
  number: '“{what}” is too large: 10,000 is the most.',
  colour: '“{what}” is no colour.',
  value: '“{what}” has no value, or too long a one.',
} satisfies Record<SkinReason, string>);

/** `Line 3: “position: fixed” …` */
export function sayProblem({ line, reason, what }: SkinProblem): string {
  const said: Message = reasons[reason];
  return text.atLine({ line, reason: said({ what }) });
}
