// Every sentence that accounts say to people, mails too.
import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  // Names and addresses.
  loginLength: 'A user name has 3 to 40 characters.',
  loginCharacters:
    'A user name is made of the letters A to Z, digits and underscores, and not of underscores alone.',
  loginReserved: 'That name is kept for the archive itself. Please choose another.',
  loginTaken: 'That user name is taken.',
  loginLooksTaken:
    'That user name looks like a name somebody else has here. Please choose another.',
  pseudEmpty: 'A pseud needs at least one letter or digit.',
  pseudLong: 'A pseud has at most 40 characters.',
  pseudCharacters: 'A pseud is made of letters, digits, spaces, hyphens and underscores.',
  pseudDouble: 'You have a pseud of that name already.',
  pseudLooksTaken: 'That pseud looks like somebody else’s user name. Please choose another.',
  pseudsTooMany: 'You have 100 pseuds; there is room for no more.',
  emailForm: 'That is not a mail address. It looks like name@example.org.',
  emailLong: 'A mail address has at most 254 characters.',
  emailTaken: 'Another account has that mail address.',
  passwordShort: 'A password has at least 10 characters.',
  passwordLong: 'A password has at most 1,000 bytes.',
  passwordLikeName: 'A password that is your user name or mail address is too easy to guess.',
  lastAdmin: 'This is the last admin: give somebody else the role first.',

  // Log in and out.
  logInTitle: 'Log in',
  logInFailed: "The password or user name you entered doesn't match our records",
  loginOrEmailLabel: 'User name or mail address',
  passwordLabel: 'Password',
  rememberLabel: 'Remember me for three months on this device',
  logInButton: 'Log in',
  forgottenLink: 'Forgot your password?',
  registerLink: 'Create an account',
});
