// Every sentence about next of kin.
import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  // The holder's.
  ownTitle: 'Next of kin',
  ownLead:
    'Name a member whom you trust with your works when you can no longer look after them. They ' +
    'have to accept. If they then say that you are gone, a moderator looks into it, you get ' +
    'mails, and {days, number} days must pass without a sign of you before they may do anything.',
  ownMay:
    'Then they may take your works over, orphan them, or take them out as files, drafts too. ' +
    'They never see your mail address, bookmarks, readings or anything else of yours.',
  ownNone: 'You have named nobody.',
  ownNamed: 'You have named {kin}, who has not answered yet.',
  ownAccepted: 'You have named {kin}, who has accepted.',
  ownAsked: '{kin} says that you are no longer there, and a moderator is looking into it.',
  ownWaiting: '{kin} says that you are no longer there, and may act from {day} on.',
  ownOpen: '{kin} says that you are no longer there, and may act.',
  ownHere: 'I am here',
  ownHereDone: 'Good. What was begun has ended.',
  ownLogin: 'User name of your next of kin',
  ownName: 'Name them',
  ownNameDone: 'They are asked by mail.',
  ownForget: 'Name nobody',
  ownForgetDone: 'You have named nobody.',
  namingHeading: 'Who has named you',
  nobody: 'There is no member of that name who could be asked.',
  oneself: 'That is you.',

  // The kin's.
  ofTitle: 'Next of kin of {holder}',
  ofNamed: '{holder} trusts you with their works for when they are no longer there. Do you accept?',
  ofAccept: 'I accept',
  ofDecline: 'I do not want to be',
  ofDone: 'Saved.',
  ofAccepted:
    'If {holder} has died, or has been silent for very long, say here what you know. A moderator ' +
    'reads it, and {holder} gets a mail.',
  ofWords: 'What has happened',
  ofAsk: 'Tell the moderators',
  ofAsked: 'A moderator is looking into what you wrote.',
  ofWaiting: 'You may act from {day} on, if there is no sign of {holder} until then.',
  ofSeen:
    '{holder} has been here since a moderator looked into it. There is nothing for you to do.',
  ofOpen: 'You may act for {holder} now. What you do is written down, and cannot be undone here.',
  adopt: 'Take the works over',
  adoptSays: 'Works and series become yours, to keep up: they stand under your first pseud.',
  adopted: '{count, plural, one {One work is} other {# works are}} yours now.',
  orphan: 'Orphan the works',
  orphanSays:
    'Posted works stay for readers under the pseud they stand under, with nobody’s account ' +
    'behind it. Works of several stay with the others.',
  orphaned: '{count, plural, one {One work is} other {# works are}} orphaned.',
  takeout: 'Take the works out',
  takeoutSays: 'One file with every work, drafts too.',
  wordsMissing: 'Say what has happened.',
  wordsLong: 'That is too long: {most, number} characters at most.',
  notOpen: 'You may not act for them: the time has not come, or there was a sign of them.',

  // The moderators'.
  deskTitle: 'Next of kin who ask to act',
  deskLead:
    'Each was named by the other, and says that they are no longer there. Whom you believe may ' +
    'act after {days, number} days, if there is no sign of the other until then.',
  deskNone: 'Nobody asks.',
  deskAsks: '{kin} for {holder}, on {day}',
  deskReason: 'Why',
  deskGrant: 'Believe them',
  deskRefuse: 'Do not believe them',
  deskGranted: 'They may act after {days, number} days. {holder} is told by mail.',
  deskRefused: 'They may not act.',
  ownAsking: 'Somebody else has to look into what you ask yourself.',
});

export const mailText = defineMessages({
  namedSubject: '{holder} names you as next of kin',
  namedBody: `{holder} at {url} trusts you with their works for when they are no longer there.

Accept or decline:
{link}

Until you accept, nothing follows from it.
`,
  askedSubject: 'Are you there?',
  askedBody: `{kin}, whom you have named as next of kin, says that you are no longer there, and a
moderator is looking into it. This is about {holder} at {url}

If you are, say so:
{link}
`,
  grantedSubject: 'Are you there? Your next of kin may act soon',
  grantedBody: `{kin}, whom you have named as next of kin, says that you are no longer there, and a
moderator has believed it. In {days, number} days, from {day} on, they may take your works over
or orphan them.
This is about {holder} at {url}

If you are there, say so; logging in is enough:
{link}
`,
});
