// Every sentence about invitations.
import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  // Asking for one.
  askTitle: 'Ask for an invitation',
  askLead:
    'Accounts here are opened by invitation, a few at a time. Leave your mail address, and you ' +
    'get a link to your place in the queue; when it is your turn, an invitation follows.',
  askEmailHint: 'Used for this and nothing else, and forgotten when you leave the queue.',
  askButton: 'Ask for an invitation',
  askLink: 'Ask for an invitation',
  askedTitle: 'Check your mail',
  asked: 'A mail is on its way to {email}. It has the link to your place in the queue.',
  placeTitle: 'Your place in the queue',
  place:
    '{place, plural, =1 {You are the next.} other {You are number #.}} ' +
    '{waiting, plural, one {One person waits} other {# people wait}}.',
  placeGoneTitle: 'Nobody waits by this link',
  placeGone: 'You have been invited already, or have left the queue. Look into your mail.',
  leaveButton: 'Leave the queue',
  leaveHint: 'Your mail address is forgotten at once.',
  left: 'You have left the queue, and your mail address is forgotten.',

  // Registering by one.
  codeLead: 'Have you been sent an invitation? Follow the link in the mail, or copy its code here.',
  codeLabel: 'Code of the invitation',
  codeButton: 'Go on',
  codeGone: 'That invitation has been used, was taken back or is older than 30 days.',

  // A member's own.
  ownTitle: 'Invitations to give',
  ownLead:
    'Whom you invite gets a mail with a link that opens one account, once, within 30 days. ' +
    'It names you. Moderators can see who invited whom.',
  ownLeft:
    '{count, plural, =0 {You have none to give at the moment.} one {You have one to give.} ' +
    'other {You have # to give.}}',
  ownOpen: 'Anybody can make an account here at the moment: no invitation is needed.',
  ownEmailLabel: 'Mail address of whom you invite',
  ownButton: 'Send the invitation',
  ownSent: 'The invitation is on its way.',
  ownHeading: 'Given',
  ownNone: 'You have given none yet.',
  ownUsed: 'came as {login}',
  ownWaits: 'not used yet; works until {day}',
  ownExpired: 'not used in time',
  ownTakeBack: 'Take it back',
  ownTakeBackOf: 'Take back the invitation of {email}',
  ownTakenBack: 'Taken back: you can give it to somebody else.',
  ownGone: 'That invitation has been used already.',
  noneLeft: 'You have no invitation to give.',
  mailboxFull: 'That address has been sent several mails within the hour. Please try later.',

  // The host's.
  deskTitle: 'Invitations',
  deskMode:
    'Registration is {mode, select, open {open} invite {by invitation} other {closed}}. ' +
    'Invitations count while it is by invitation.',
  deskModeLink: 'Change it in the settings',
  deskQueueHeading: 'The queue',
  deskWaiting: '{count, plural, =0 {Nobody waits.} one {One person waits.} other {# people wait.}}',
  deskInviteLabel: 'Invite the first',
  deskInviteButton: 'Invite them',
  deskInvited:
    '{count, plural, =0 {Nobody was waiting.} one {One invitation is on its way.} ' +
    'other {# invitations are on their way.}}',
  deskDailyLabel: 'Invite each day by itself',
  deskDailyHint: '0: none. From the front of the queue, while registration is by invitation.',
  deskDailyButton: 'Save',
  deskDailySaved: 'Saved.',
  deskGrantHeading: 'Invitations for members to give',
  deskGrantLogin: 'User name',
  deskGrantLoginHint: 'Empty: every member.',
  deskGrantCount: 'How many',
  deskGrantButton: 'Give them',
  deskGranted: '{count, plural, one {One member} other {# members}} can invite more people.',
  deskGivenHeading: 'Given lately',
  deskGivenNone: 'No invitation has been given yet.',
  deskTo: 'To',
  deskBy: 'By',
  deskMade: 'On',
  deskCame: 'Came as',
  deskByArchive: 'the archive',
  deskToNobody: 'handed on',
  deskNotYet: 'not yet',
  deskExpired: 'expired',
  deskBack: 'To the host’s desk',
  nobody: 'There is nobody by the name {login}.',
  countForm: 'Give a whole number from {least} to {most}.',

  // Commands.
  commandOneOption: 'Give one of --email, --queue and --count.',
  commandSent: 'An invitation is on its way to {email}.',
});

export const mailText = defineMessages({
  queueSubject: 'Your place in the queue',
  queueBody: `Somebody, we hope you, asked for an invitation to {url}

See your place in the queue, or leave it:
{link}

If it was not you, leave the queue by that link, or do nothing: without you no account is opened.
`,
  invitedSubject: 'You are invited',
  invitedBody: `It is your turn: you are invited to make an account at {url}

Make it within 30 days; the link works once:
{link}

If you do not know what this is about, do nothing.
`,
  invitedByBody: `{giver} invites you to make an account at {url}

Make it within 30 days; the link works once:
{link}

If you do not know what this is about, do nothing: you get no further mail.
`,
});
