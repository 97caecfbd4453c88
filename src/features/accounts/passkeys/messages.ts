// Every sentence about passkeys.
import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  title: 'Passkeys',
  lead:
    'A passkey logs you in by what unlocks your device: a finger, a face, a number. Nothing can ' +
    'be guessed, copied or asked out of you, so it counts as password and code together. ' +
    'Your password stays beside it.',
  none: 'Your account has no passkey.',
  made: 'Made',
  used: 'Last used',
  neverUsed: 'never',
  removeButton: 'Remove {name}',
  removed: 'The passkey is removed. Your device may still offer it: delete it there too.',
  addHeading: 'A new passkey',
  beginButton: 'Add a passkey',
  full: 'You have {most}: remove one to make room.',
  noSite:
    'Browsers make no passkeys here: the archive would need an address that is a name, with https.',
  offerLead: 'Your browser asks next where to keep the passkey. This step needs script.',
  nameLabel: 'Name',
  nameHint: 'So that you know it again: “Telephone”, “Key on my ring”.',
  makeButton: 'Make the passkey',
  nameMissing: 'Give it a name.',
  nameLong: 'A name has at most 60 characters.',
  addFailed: 'That passkey could not be taken. Please begin again.',
  addTwice: 'That passkey is known already.',
  added: 'The passkey is added: it logs you in from now on.',
  cancelled: 'Nothing came of it: the browser made no passkey.',

  logInButton: 'Log in with a passkey',
  logInFailed: 'That passkey is not known here, or took too long. Please try again.',
  logInCancelled: 'Nothing came of it: the browser gave no passkey.',
  dropLabel: 'Remove my passkeys too',
  dropHint: 'Unless you are sure that all of them are yours.',
});

export const mailText = defineMessages({
  addedSubject: 'A passkey was added',
  addedBody: `{login} at {url} can now be logged in to by a new passkey: {name}

If it was not you, ask for a new password at once, and have the passkeys removed there:
{link}
`,
  removedSubject: 'A passkey was removed',
  removedBody: `{login} at {url} can no longer be logged in to by this passkey: {name}

If it was not you, ask for a new password at once:
{link}
`,
});
