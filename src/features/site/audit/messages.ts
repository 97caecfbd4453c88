import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  title: 'Audit',
  lead:
    'What people with a role did, and what was set. Rows are never changed, and nobody finds ' +
    'here what is about themself.',
  kept: 'Rows are kept for {days, number} days; the newest about a person or a work stays longer.',
  keptForGood: 'Rows are kept for good.',
  filter: 'Look for rows by who, act, what and time',
  who: 'Who did it',
  whoHint: 'A log-in name; “-” for commands of the operator.',
  act: 'Act',
  kind: 'About what kind of thing',
  any: 'Any',
  number: 'Its number',
  numberHint: 'As in its address.',
  from: 'From this day',
  to: 'To this day',
  dayHint: 'As 2026-03-01, in UTC.',
  show: 'Show',
  rows: 'Rows, the newest first',
  none: 'There is nothing of that kind.',
  when: 'Time (UTC)',
  whoColumn: 'Who',
  what: 'What',
  why: 'Reason and detail',
  operator: 'a command',
  gone: 'somebody who is gone',
  older: 'Older rows',
  setting: 'How long the audit is kept',
  settingHint:
    'Long enough for an appeal, and for new moderators to learn how things came about. What says ' +
    'how a person or a work came to stand as it does stays longer.',
  settingDays: '{days, number} days',
  settingForGood: 'For good',
});
