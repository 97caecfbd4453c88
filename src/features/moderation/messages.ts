import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  deskTitle: 'Moderation',
  deskIntroduction:
    'A hidden work or person is seen by its creators, or by themselves, and by moderators. ' +
    'Everything done here is kept with its reason and can be undone.',
  deskCases: 'Reports{count, plural, =0 {} other { (# new)}}',
  deskSwitches: 'Switches: registration, guests’ comments, adult works, read-only',
  deskHeld: 'Works that wait',
  deskFind: 'Hide a work or a person',
  deskSubject: 'Address of the work, or log-in name of the person',
  deskFindButton: 'Look',
  deskNotFound: 'There is no such work or person.',
  deskComments: 'Comments that wait',
  deskHidden: 'Hidden now',
  deskNothingHidden: 'Nothing is hidden.',
  deskWork: 'Work: {title}',
  deskPerson: 'Person: {login}',
  hideWork: 'Hide the work “{title}”?',
  hidePerson: 'Hide {login}?',
  hideWorkExplanation:
    'Readers will not find it and its address will answer as if it were not there. Its ' +
    'creators still see it.',
  hidePersonExplanation:
    'The profile and every work of theirs alone will answer as if they were not there. ' +
    'They can still log in.',
  unhideWork: 'Show the work “{title}” again?',
  unhidePerson: 'Show {login} again?',
  reason: 'Reason',
  reasonHint: 'Kept with the act; moderators can read it.',
  reasonMissing: 'Give a reason: the next moderator needs it.',
  reasonTooLong: 'A reason has at most {most, number} characters.',
  hideButton: 'Hide',
  unhideButton: 'Show again',
  hidden: 'Hidden. You can undo it here.',
  shown: 'Shown again.',
  notYourself: 'Nobody moderates themself: ask another moderator.',
  history: 'What was done',
  historyEntry: '{date}: {act} by {actor}. {reason}',
  operator: 'the operator',
  back: 'Back to moderation',
});
