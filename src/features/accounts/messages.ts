// Every sentence that accounts say to people, mails too.
import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  // Names and addresses.
  loginLength: 'A user name has 3 to 40 characters.',
  loginCharacters:
    'A user name is made of the letters A to Z, digits and underscores, ' +
    'and not of underscores alone.',
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
  passwordLikeName:
    'That is too easy to guess. Your user name, your mail address and the archive’s name do not ' +
    'count: without them a password still has at least 10 characters.',
  passwordCommon:
    'That is one of the passwords that are tried first, or nearly one. Please choose another.',

  currentPasswordWrong: 'That is not your current password.',
  policyNeeded: 'The archive needs your consent to its policy.',
  ageNeeded: 'The archive needs to know that you are old enough to use it where you live.',
  registrationClosed: 'Registration is closed at the moment.',
  tooManyTries: 'Too many tries. Please wait before you try again.',
  linkGone: 'This link has been used or is too old. Please ask for a new one.',
  lastAdmin: 'This is the last admin: give somebody else the role first.',
  firstAdminReason: 'first-run link',

  // Labels of fields.
  loginOrEmailLabel: 'User name or mail address',
  loginLabel: 'User name',
  loginHint:
    'Letters A to Z, digits and underscores, 3 to 40 of them. It is part of your address here.',
  emailLabel: 'Mail address',
  newEmailLabel: 'New mail address',
  emailHint: 'Shown to nobody.',
  passwordLabel: 'Password',
  newPasswordLabel: 'New password',
  currentPasswordLabel: 'Current password',
  newPasswordHint: 'At least 10 characters. A few words that only you would put together do well.',
  rememberLabel: 'Remember me for three months on this device',
  policyLabel: 'I agree to the policy and the terms of this archive',
  policyLink: 'policy',
  termsLink: 'terms',
  ageLabel: 'I am old enough to use this archive where I live',

  // Log in and out.
  logInTitle: 'Log in',
  logInFailed: "The password or user name you entered doesn't match our records",
  logInPending: 'This account waits to be opened: please follow the link in the mail it got.',
  logInSuspended: 'This account is suspended. Please write to the archive.',
  logInButton: 'Log in',
  forgottenLink: 'Forgot your password?',
  registerLink: 'Create an account',
  logOutTitle: 'Log out',
  logOutQuestion: 'Log out of the archive?',
  logOutExplanation: 'You are logged in as {login}.',
  logOutButton: 'Log out',
  loggedOutAlready: 'You are not logged in.',

  // Registering.
  registerTitle: 'Create an account',
  registerLead: 'An account lets you post works, keep drafts and read works for members only.',
  registerButton: 'Create account',
  haveAccountLink: 'I have an account',
  checkMailTitle: 'Check your mail',
  checkMailSent:
    'A mail is on its way to {email}. Your account opens by the link in it, within 24 hours.',
  checkMailHelp: 'Nothing there? Look among the unwanted mail, or register once more.',
  openTitle: 'Open your account',
  openLead: 'One step is left: open your account.',
  openButton: 'Open my account',

  // A new password.
  forgottenTitle: 'Forgotten password',
  forgottenLead: 'Name your account, and a link for a new password goes to its mail address.',
  forgottenButton: 'Send the link',
  forgottenSent:
    'If there is an account of that name or address, a mail with a link is on its way. ' +
    'The link works once, within 24 hours.',
  forgottenKept:
    'If there is an account of that name or address, a link was made for it. ' +
    'This archive sends no mail itself: ask the host, who can read the link to you.',
  resetTitle: 'Choose a new password',
  resetLead: 'This ends every session of your account, and revokes its app passwords and tokens.',
  resetDone: 'Your new password is set. Log in with it, and with a code.',
  resetButton: 'Set the password',
  linkGoneTitle: 'This link no longer works',
  askAgainLink: 'Ask for a new link',
  confirmEmailTitle: 'Confirm your mail address',
  confirmEmailLead: 'One step is left: confirm your new mail address.',
  confirmEmailButton: 'Confirm the address',
  emailConfirmed: 'Your new mail address is confirmed.',

  // The first admin.
  firstAdminTitle: 'Become the admin',
  firstAdminLead:
    'This archive has no admin yet. Whoever holds this link becomes the first one; it works once.',
  firstAdminButton: 'Create the admin account',
  promoteLead: 'Make {login} the admin of this archive?',
  promoteButton: 'Make me the admin',

  // Preferences.
  shareFull:
    'What is kept for you (revisions, texts saved for now, files) has reached {most, number} MB, ' +
    'the most that this archive keeps for a person. Nothing was changed, and nothing that you ' +
    'typed is lost: throw away revisions or texts saved for now, then save again.',
  timeZoneLabel: 'Time zone',
  timeZoneHint: 'For the times that you give: when a chapter is posted by itself.',
  shareHeading: 'Room on the disk',
  shareUsed:
    'Your revisions, texts saved for now and files take {used, number} MB of {most, number} MB.',
  shareUsedFree: 'Your revisions, texts saved for now and files take {used, number} MB.',
  preferencesTitle: 'Preferences',
  saved: 'Saved.',
  passwordSaved: 'Your password is changed. Every other session has ended.',
  emailSaved: 'Your mail address is changed.',
  emailSent: 'A mail is on its way to the new address. It counts once you follow the link in it.',
  pseudSaved: 'Your pseud is saved.',
  sessionEnded: 'Ended.',
  readingLead: 'How pages look on every device you log in on.',
  adultLabel: 'Show adult works without asking',
  adultHint: 'Works rated Mature, Explicit or Not Rated open at once.',
  saveButton: 'Save',
  passwordHeading: 'Password',
  passwordButton: 'Change password',
  endTokensLabel: 'End app passwords and tokens of programs too',
  emailHeading: 'Mail address',
  emailNow: 'It is {email} now.',
  emailNone: 'Your account has none.',
  emailButton: 'Change mail address',

  themeLabel: 'Colours',
  theme_auto: 'As the device says',
  theme_light: 'Light',
  theme_dark: 'Dark',
  theme_sepia: 'Sepia',
  theme_eink: 'E-ink',
  fontLabel: 'Font',
  font_serif: 'With serifs',
  font_sans: 'Without serifs',
  font_dyslexic: 'Made for dyslexia',
  sizeLabel: 'Size of the text',
  size_s: 'Small',
  size_m: 'Medium',
  size_l: 'Large',
  size_xl: 'Very large',
  size_xxl: 'Largest',
  widthLabel: 'Width of the column',
  width_narrow: 'Narrow',
  width_medium: 'Medium',
  width_wide: 'Wide',
  spacingLabel: 'Space between lines',
  spacing_tight: 'Tight',
  spacing_normal: 'Normal',
  spacing_loose: 'Loose',
  skinsLabel: 'Styles that writers give their works',
  skins_shown: 'Shown',
  skins_hidden: 'Hidden',
  countsLabel: 'Hits, kudos, comments and bookmarks of works',
  counts_shown: 'Shown',
  counts_hidden: 'Hidden',

  // Pseuds.
  pseudsTitle: 'Pseuds',
  pseudsLead:
    'A pseud is a pen name: works can be posted under any of yours. ' +
    'Everybody can see that they belong to one account.',
  pseudNameLabel: 'Name',
  pseudNameHint: '1 to 40 letters, digits, spaces, hyphens and underscores.',
  newPseudHeading: 'A new pseud',
  newPseudButton: 'Add pseud',
  pseudDefault: 'New works are posted under this one.',
  pseudDefaultButton: 'Post under this one',
  pseudEditLink: 'Rename',
  pseudEditTitle: 'Rename {name}',
  pseudEditHint: 'Bylines follow, and so does the address: old links to it stop working.',

  // Profile.
  profileTitle: 'Profile',
  profileHeadingLabel: 'Title of your profile',
  profileTextLabel: 'About you',
  profileTextHint: 'Shown on your page. HTML is allowed; blank lines part paragraphs.',
  profileTitleLong: 'The title has at most 255 characters.',
  profileTextTangled: 'The text about you has too many tags in each other. Please simplify it.',
  profileTextLong: 'The text about you has at most 5,000 characters.',

  // Sessions and tokens.
  sessionsTitle: 'Sessions',
  appsTitle: 'App passwords',
  codesTitle: 'Codes at log-in',
  passkeysTitle: 'Passkeys',
  filtersTitle: 'Saved filters',
  noticesTitle: 'How you are told',
  mutesTitle: 'Mutes',
  blocksTitle: 'Blocks',
  takeoutTitle: 'Take everything out',
  eraseTitle: 'Delete my account',
  sessionsLead: 'Where your account is logged in. End what you do not know.',
  sessionHere: 'This session',
  sessionUnknown: 'A browser without a name',
  sessionBegan: 'Began',
  sessionSeen: 'Last seen',
  sessionEndButton: 'End this session',
  sessionEndOthersButton: 'End all others',
  tokensHeading: 'App passwords and tokens of programs',
  tokensNone: 'No program has a password or a token of yours.',
  tokenUsed: 'Last used',
  tokenNeverUsed: 'never',
  tokenMakeLink: 'Make an app password',
  tokenScopes: 'May do',
  tokenRevokeButton: 'Revoke it',
  notYours: 'This page is for the owner of the account.',
  queryCredentials:
    'A password in an address is never taken: it would stay in logs. Send the form.',

  // Commands.
  noSuchPerson: 'There is nobody by the name {login}.',
  noSuchRole: '{role} is not a role; there are {roles}.',
  noSuchScope: '{scope} is not a scope; there are {scopes}.',
  roleSign: 'Write +{role} to give the role or -{role} to take it.',
  emailOptionMissing: 'Give the mail address: --email MAIL.',
  userOptionMissing: 'Say whose token it is: --user NAME.',
  tokenOfCommand: 'Made by the host',
  personMade: 'Made {login}.',
  passwordSet: 'The password of {login} is set; every session has ended.',
  rolesNow: '{login}: {roles}',
  noRoles: 'no roles',
  outboxMail: '{time}  {to}  {subject}',
  outboxEmpty: 'The outbox is empty.',
});

export const mailText = defineMessages({
  openSubject: 'Open your account: {login}',
  openBody: `Somebody, we hope you, registered the user name {login} with this mail address at {url}

Open the account within 24 hours:
{link}

If it was not you, do nothing: the account is never opened.
`,
  knownSubject: 'You have an account already',
  knownBody: `Somebody, perhaps you, wanted to use this mail address for an account at {url}

It has one already: {login}. If you have forgotten the password, ask for a new one:
{link}

If it was not you, do nothing: nothing was changed.
`,
  resetSubject: 'A new password',
  resetBody: `Somebody, we hope you, asked for a new password for {login} at {url}

Choose one within 24 hours; the link works once:
{link}

If it was not you, do nothing: your password stays as it is.
`,
  changedSubject: 'Your password was changed',
  changedBody: `The password of {login} at {url} was changed, and every session has ended.
If it was by a link in a mail, app passwords and tokens of programs have ended too.

If it was not you, ask for a new one at once:
{link}
`,
  confirmSubject: 'Confirm your mail address',
  confirmBody: `{login} at {url} wants to use this mail address.

Confirm it within 24 hours:
{link}

If it was not you, do nothing: the address is not used.
`,
  movedSubject: 'Your mail address was changed',
  movedBody: `{login} at {url} now uses another mail address, and this one no longer.

If it was not you, write to the archive at once.
`,
});
