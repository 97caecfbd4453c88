import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  title: 'What waits',
  lead:
    'Comments and works that nobody but moderators and their authors sees yet, the oldest ' +
    'first. Tick some, and decide about them together at the end of the page.',
  none: 'Nothing waits.',
  list: 'Waiting, the oldest first',
  comment: 'Comment on “{title}”',
  work: 'Work “{title}”, brought in',
  by: 'by {who}, {time} UTC',
  gone: 'somebody who is gone',
  open: 'Look at it',
  release: 'Release',
  refuse: 'Refuse',
  together: 'The ticked ones',
  reason: 'Why',
  reasonHint: 'For the audit. Refusing needs a reason.',
  reasonMissing: 'Say why you refuse them.',
  reasonLong: 'The reason has at most {most, number} characters.',
  nothing: 'Tick what you want to decide about.',
  released: '{count, plural, one {# is} other {# are}} released.',
  refused: '{count, plural, one {# is} other {# are}} refused.',
  left:
    '{count, plural, one {# was left: somebody has decided about it, or it is yours.} ' +
    'other {# were left: somebody has decided about them, or they are yours.}}',
});
