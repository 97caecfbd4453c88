// Every sentence about the second step.
import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  title: 'Codes at log-in',
  lead:
    'With codes, your password alone opens nothing: at each log-in the archive also asks for six ' +
    'digits from an app on your telephone or in your password manager.',
  off: 'Your account asks for no codes.',
  on: 'Your account asks for a code at each log-in.',
  codesLeft:
    '{count, plural, =0 {No recovery code is left: make new ones.} ' +
    'one {One recovery code is left.} other {# recovery codes are left.}}',
  unreadable:
    'The archive has lost the key to your secret, so codes from your app do not work. Log-in ' +
    'takes recovery codes. Turn codes off and on again.',
  beginButton: 'Turn codes on',
  scanHeading: 'Show the archive to your app',
  scanLead: 'Scan this with an app for codes, or type the secret into it.',
  qrLabel: 'QR code of the secret that is written below it',
  secretLabel: 'Secret',
  openInApp: 'Open it in an app on this device',
  codeLabel: 'Code from the app',
  codeHint: 'Six digits. Each counts once.',
  confirmButton: 'This is the code',
  confirmWrong: 'That is not the code of this half minute. Are the clocks of both devices right?',
  begunTooOld: 'That took longer than 15 minutes. Please begin anew.',
  alreadyOn: 'Codes are on already.',
  cancelButton: 'Leave codes off',
  codesTitle: 'Your recovery codes',
  codesLead:
    'Codes are on. When the app is lost, each of these logs you in once in place of a code. ' +
    'They are shown now and never again: print them, or keep them in a password manager.',
  codesDone: 'I have kept them',
  newCodesHeading: 'New recovery codes',
  newCodesLead: 'The earlier ones stop working.',
  newCodesButton: 'Make new recovery codes',
  removeHeading: 'Turn codes off',
  removeButton: 'Turn codes off',
  removed: 'Codes are off: your password alone logs you in.',

  stepTitle: 'One more step',
  stepLead: 'Your password is right. Now the code from your app.',
  stepLabel: 'Code',
  stepHint: 'Six digits from the app, or one of your recovery codes.',
  stepButton: 'Log in',
  stepWrong:
    'That code is not right, or it was used before. Wait for the next one, and look at the clock.',
  stepTooOld: 'That took too long. Please begin again with your password.',
  againLink: 'Begin again',
  recoveryUsed:
    'You are in by a recovery code. {count, plural, =0 {None is left} one {One is left} ' +
    'other {# are left}}: make new ones if the app is lost.',
});

export const mailText = defineMessages({
  onSubject: 'Codes at log-in are on',
  onBody: `{login} at {url} now asks for a code at each log-in.

If it was not you, ask for a new password at once and write to the archive:
{link}
`,
  offSubject: 'Codes at log-in are off',
  offBody: `{login} at {url} no longer asks for codes: the password alone logs in.

If it was not you, ask for a new password at once:
{link}
`,
  recoverySubject: 'A recovery code was used',
  recoveryBody: `Somebody, we hope you, logged in to {login} at {url} by a recovery code.

If it was not you, ask for a new password at once, then make new recovery codes:
{link}
`,
});
