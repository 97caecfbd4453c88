// Every sentence that notices say to people, mails too.
import { defineMessages } from '../../kit/messages/index.ts';
import type { NoticeWay } from './notice.ts';

export const text = defineMessages({
  title: 'Notices',
  none: 'There are no notices yet. What happens about you and about what you follow comes here.',
  noneUnread: 'You have read all your notices.',
  noneOfKind: 'There are no notices of this kind.',
  filterHeading: 'Show',
  filterAll: 'All',
  filterUnread: 'Unread',
  kindLabel: 'About',
  kindAny: 'Everything',
  filterButton: 'Show',
  unread: 'New',
  gone: 'This is no longer here.',
  markReadButton: 'Mark as read',
  markReadLabel: 'Mark as read: {sentence}',
  markAllButton: 'Mark all as read',
  marked: 'Marked as read.',
  choicesLink: 'Choose what you are told, and how',

  choicesTitle: 'How you are told',
  choicesLead: 'Every notice stands on your page of notices. Some may come by mail as well.',
  choicesNoMail: 'This archive sends no mail. Your choice of mail counts when it does.',
  choicesNoAddress: 'Your account has no mail address, so that no mail is sent.',
  choicesNone: 'There is nothing to choose yet.',
  choicesSaved: 'Saved.',
  saveButton: 'Save',
  wayHere: 'Here only',
  wayAtOnce: 'Here, and by mail at once',
  wayDaily: 'Here, and by mail once a day',
  wayWeekly: 'Here, and by mail once a week',
  wayNever: 'Never',

  devicesTitle: 'Told on this device',
  devicesLink: 'Be told on your phone or computer',
  devicesLead:
    'Browsers that you add here tell you that there is something new, also when no page of the ' +
    'archive is open. Logging out there, or a new password, ends it.',
  devicesNone: 'No browser of yours is told yet.',
  devicesOff:
    'This archive sends nothing to browsers. Notices come to your page of notices, and by mail ' +
    'if you choose so.',
  deviceFacts: 'since {date}, {titles, select, yes {with titles} other {without titles}}',
  deviceHere: '(this one)',
  deviceUnnamed: 'A browser',
  deviceRemove: 'Remove',
  deviceRemoveNamed: 'Remove {name}',
  deviceRemoved: 'That browser is told nothing more.',
  deviceAddHeading: 'Add this browser',
  deviceCannot:
    'This needs a browser with script that takes messages, and an address with https. On iPhones ' +
    'and iPads, install the archive as an app first. Notices come to your page of notices and by ' +
    'mail in any case.',
  devicePrivacy:
    'Messages go through the push service of your browser’s maker. It learns that you are told ' +
    'something, and when, but can read none of it.',
  deviceTitlesLabel: 'Say what is new',
  deviceTitlesHint:
    'Titles and names then stand on your screen, where others may see them. Otherwise a message ' +
    'says only how much is new.',
  deviceAdd: 'Add this browser',
  deviceAdded: 'This browser is told what is new.',
  deviceDenied: 'Your browser does not let the archive show messages. You can allow it there.',
  deviceFailed: 'Your browser could not be added. Its push service may be out of reach.',
  deviceRefused: 'That is no place where a browser takes messages.',
  devicesFull: 'You have {most, number} browsers that are told; remove one first.',
  pushMore: 'and {count, plural, one {one more} other {# more}}',

  stopTitle: 'Stop mails',
  stopLead: 'Shall the archive send you no more mails about what happens here?',
  stopExplanation: 'Notices still come to your page of notices. Mails about your account go on.',
  stopButton: 'Stop these mails',
  stoppedTitle: 'No more mails',
  stopped: 'You get no more mails of notices. In your preferences you can choose otherwise.',

  mailSubject: '{count, plural, one {One thing is} other {# things are}} new for you',
  mailGreeting: 'Hello {login},',
  mailMore: 'And {count, plural, one {one more notice} other {# more notices}}.',
  mailAll: 'All your notices: {url}',
  mailChoose: 'What you are told, and how: {url}',
  mailStop: 'Stop these mails: {url}',
});

export const wayWords: Readonly<Record<NoticeWay, () => string>> = {
  here: text.wayHere,
  'at-once': text.wayAtOnce,
  daily: text.wayDaily,
  weekly: text.wayWeekly,
  never: text.wayNever,
};
