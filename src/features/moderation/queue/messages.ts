import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  title: 'What waits',
  lead:
    'Comments and works that nobody but moderators and their authors sees yet, the oldest ' +
    'first. Tick some, and decide about them together at the end of the page.',
  none: 'Nothing waits.',
  list: 'Waiting, the oldest first',
  comment: 'Comment on “{title}”',
  work: 'Work “{title}”',
  releaseOne: 'Release this one',
  keyRefuse: 'refuse: to the reason',
  draft: 'A draft: you can read it once it is posted.',
  by: 'by {who}, {time} UTC',
  gone: 'somebody who is gone',
  open: 'Look at it',
  release: 'Release',
  refuse: 'Refuse',
  together: 'The ticked ones',
  policy: 'If you refuse: what the policy says',
  policyHint: 'Those whose it is are told this, and can appeal once.',
  words: 'If you refuse: what you write to them',
  wordsLong: 'That has at most {most, number} characters.',
  reason: 'For other moderators',
  reasonHint: 'Kept in the audit. You can leave it empty.',
  nothing: 'Tick what you want to decide about.',
  released: '{count, plural, one {# is} other {# are}} released.',
  refused: '{count, plural, one {# is} other {# are}} refused.',
  spam: 'Looks like spam: {percent, number}%.',
  spamBecause: 'Looks like spam: {percent, number}%, for {signs}.',
  spamWord: '“{word}”',
  spamLinks: '{count, plural, =0 {no link} one {# link} other {# links or more}}',
  spamGuest: 'a guest',
  spamYoung: 'an account of a few days',
  spamSettled: 'the age of the account',
  learntHeading: 'What was learnt of spam',
  learntLead:
    'Every hour this machine learns from what you hide and what stands. What looks very much ' +
    'like spam, of guests and accounts of a few days, then waits here. Nothing is ever deleted.',
  learnt:
    'It knows {good, number} comments that stand and {bad, number} that moderators hid; with ' +
    'fewer than ten of either it says nothing.',
  forget: 'Forget what was learnt',
  forgotten: 'What was learnt is forgotten. It learns from what is written from now on.',
  left:
    '{count, plural, one {# was left: somebody has decided about it, or it is yours.} ' +
    'other {# were left: somebody has decided about them, or they are yours.}}',
});
