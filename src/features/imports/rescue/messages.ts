import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  rescueTitle: 'Rescue a text',
  rescueLead:
    'For text that lost its shape: a whole story in one line, lines broken at a width, notes and ' +
    'headings run into the story, letters spoiled by a wrong encoding. No word is ever changed.',
  rescueLink: 'Has your text lost its paragraphs? Rescue it.',
  textLabel: 'The text',
  textHint: 'At most {most, number} characters.',
  fileLabel: 'Or a text file',
  fileHint: 'Plain text (.txt), in any usual encoding.',
  lookLegend: 'Where paragraphs are looked for',
  lookMissing: 'In what is too long to be one paragraph',
  lookEverywhere: 'In every line',
  lookNowhere: 'Nowhere: keep the lines as they are',
  findButton: 'Find the paragraphs',
  textMissing: 'Paste a text, or choose a file.',
  textTooLong: 'That is {long, number} characters; at most {most, number} are rescued at once.',
  rescueBusy:
    'Too many texts are being rescued just now, or this one takes too long. Nothing is lost: try ' +
    'again in a minute.',
  foundHeading: 'What was found',
  foundLine:
    '{paragraphs, plural, one {# paragraph} other {# paragraphs}}, ' +
    '{scenes, plural, =0 {no scene breaks} one {# scene break} other {# scene breaks}}, ' +
    '{chapters, plural, =0 {no chapter headings} one {# chapter heading} ' +
    'other {# chapter headings}}, ' +
    '{notes, plural, =0 {no notes} one {# note} other {# notes}}, ' +
    '{facts, plural, =0 {no header lines} one {# header line} other {# header lines}}.',
  mendedLine:
    '{count, plural, one {One letter was} other {# letters were}} read again in the right ' +
    'encoding.',
  wrappedLine: 'Lines that were broken at the edge of a page were joined.',
  howTo:
    'Each ¶ is the end of a sentence. Press one to begin a new paragraph there, or to join two. ' +
    'The number says how sure the break is.',
  howToKeys:
    'With the keyboard, from any ¶: N and P go to the next and the one before, D to the next ' +
    'that is doubtful, X makes or takes away the break.',
  sourceHeading: 'The source',
  resultHeading: 'The result',
  breakLabel: 'Break here, {percent} % sure',
  percent: '{percent} %',
  kindLabel: 'This part is',
  'kind/paragraph': 'text',
  'kind/heading': 'a chapter heading',
  'kind/scene': 'a scene break',
  'kind/note': 'a note',
  'kind/title': 'the title',
  'kind/summary': 'the summary',
  'kind/field': 'a header line',
  changeKinds: 'Apply what the parts are',
  shownParts: 'Parts {first, number} to {last, number} of {total, number}',
  earlier: 'Earlier parts',
  later: 'Later parts',
  titleLabel: 'Title of the draft',
  titleHint: 'Left empty, the title is what the text says.',
  draftButton: 'Make a draft',
  againButton: 'Read the source again',
  draftMade: 'The draft is made. Look it over and add what is missing, then post it.',
  nothingToKeep: 'There is no text in it.',
  pasted: 'rescued text',
  wasRescued: 'Its paragraphs, scenes, notes and headings were found again in text without them.',
});
