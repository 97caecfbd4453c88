// Sentences of the frame around every page and of the controls in every form.
import { defineMessages } from '../kit/messages/index.ts';

export const text = defineMessages({
  hide: 'Hide',
  hideAnnouncement: 'Hide: {words}',
  announcementMore: 'More',
  keys: 'Keys',
  keysLead: 'While something in the list has the focus:',
  keyNext: 'the next one',
  keyPrevious: 'the one before',
  keyTick: 'tick it, or take the tick away',
  keyAll: 'tick all, or none',
  keyOpen: 'open its own page',
  keyUndo: 'undo your last act',
  keyHelp: 'show these keys',
  keysTicked: 'What is done, is done to the ticked ones; with none ticked, to the one in focus.',
  skipToMain: 'Skip to the page',
  siteNavigation: 'Site',
  fandoms: 'Fandoms',
  browse: 'Browse',
  works: 'Works',
  tags: 'Tags',
  languages: 'Languages',
  search: 'Search',
  about: 'About',
  searchLabel: 'Search works',
  searchHint: 'Title, creator or tag',
  searchButton: 'Search',
  account: 'Your account',
  keptHere: 'Kept on this device',
  keepHere: 'Keep on this device',
  keepAgain: 'Keep again',
  keepFailed: 'That did not work. Check your connection and try again.',
  feed: 'Feed',
  subscriptions: 'Subscriptions',
  notices: 'Notices',
  unreadNotices: 'Notices ({count} new)',
  manyUnread: '99+',
  newWork: 'New work',
  myPage: 'My page',
  myWorks: 'My works',
  myDrafts: 'My drafts',
  myBookmarks: 'My bookmarks',
  myReading: 'My reading',
  recommendations: 'Recommendations',
  savedFilters: 'Saved filters',
  inbox: 'Inbox',
  mutes: 'Mutes',
  preferences: 'Preferences',
  wrangling: 'Wrangling',
  moderation: 'Moderation',
  hostDesk: 'Host’s desk',
  logOut: 'Log out',
  logIn: 'Log in',
  signUp: 'Sign up',
  footerNavigation: 'About the archive',
  policy: 'Policy',
  terms: 'Terms',
  privacy: 'Privacy',
  contact: 'Contact',
  readingPreferences: 'Reading preferences',
  source: 'Runs on Inkstead',
  siteNotice: 'Notice from the archive',

  required: 'required',
  summaryHeading:
    '{count, plural, one {One thing needs your attention} other {# things need your attention}}',
  summaryNothingLost: 'Nothing you typed is lost.',
  charactersAllowed: 'Up to {limit, number} characters.',
  commaSeparated: 'Separate with commas.',
  suggestions: 'Suggestions',

  showAll: 'Show all',
  restricted: 'Restricted',
  restrictedMark: '(Restricted)',

  asOneBook: 'Take this list home as one book',
  asOneBookLimits:
    'Its first {works} works that you can see, in this order, as far as they have {words} words ' +
    'together. The book says how many were left out.',

  pages: 'Pages',
  previousPage: '← Previous',
  nextPage: 'Next →',
  pageGap: '…',
  cancel: 'Cancel',

  suspended:
    'Moderators have suspended your account until {date}. You can read, and take out your data; ' +
    'what others would see you cannot change until then.',
  banned:
    'Moderators have closed your account. You can take out your data, read why, and appeal; ' +
    'to read the archive, log out.',
  ownDecisions: 'What moderators have decided',

  keptText: 'Text from an earlier visit was kept on this device.',
  keptRestore: 'Put it back',
  keptDiscard: 'Discard it',

  typedHeading: 'What you typed',
  typedHint: 'It is not saved. Copy it, open the form again, and paste it there.',
  formTooOld:
    'This form was open for too long, or came from elsewhere, so nothing was changed. ' +
    'Open it again and send it from there.',
  sessionOver:
    'You are not logged in any more, so nothing was changed. Log in, open the form again, and ' +
    'send it from there.',
  formForeign: 'This form was sent from another site. Nothing was changed.',
  logInFirst: 'You are not logged in any more. Log in, then send the form again.',
  badToken: 'The token is not known here, or has been revoked.',
  wrongHost: 'This address belongs to another site.',
  badAddress: 'The address is not valid.',
  diskFull: 'The archive cannot write at the moment. Nothing was changed; try again later.',
  readOnly:
    'The archive is read-only at the moment: everything can be read, nothing posted or changed.',
  readOnlyRefused:
    'The archive is read-only at the moment, so nothing was changed. Try again later.',
  databaseAway:
    'The archive’s database does not answer at the moment. If you sent something, look whether ' +
    'it is there before you send it again.',

  errorHeading: 'Error {status}',
  homeLink: 'Go to the home page',
  searchLink: 'Search the archive',
  retryAfter: '{seconds, plural, one {Try again in # second.} other {Try again in # seconds.}}',
  errorReference: 'If you write to the archive about it, name this reference: {reference}',
});

/** What each error page says: a title of few words and what the person can do now. */
export const errorText = {
  400: defineMessages({
    title: 'The request was not understood',
    explanation: 'Something in the address or the form was malformed. Nothing was changed.',
  }),
  403: defineMessages({
    title: 'Not allowed',
    explanation:
      'You may not do that here. If you had a form open for a long time, go back, reload the ' +
      'page and try again: what you typed is still in the form.',
  }),
  404: defineMessages({
    title: 'Page not found',
    explanation:
      'There is nothing at this address. It may have been removed, or the address may have a slip.',
  }),
  405: defineMessages({
    title: 'Not possible here',
    explanation: 'This address does not take that kind of request. Nothing was changed.',
  }),
  409: defineMessages({
    title: 'Changed in the meantime',
    explanation: 'Somebody changed this while you worked on it. Nothing was overwritten.',
  }),
  410: defineMessages({
    title: 'Gone',
    explanation: 'What was here has been deleted by the person it belonged to.',
  }),
  413: defineMessages({
    title: 'Too much at once',
    explanation: 'What was sent is larger than the archive takes. Nothing was changed.',
  }),
  421: defineMessages({
    title: 'Wrong host',
    explanation: 'This server does not answer for the name in the address.',
  }),
  429: defineMessages({
    title: 'Too many requests',
    explanation: 'The archive got very many requests from you in a short time. Please wait.',
  }),
  500: defineMessages({
    title: 'Something broke',
    explanation: 'The fault is ours. What was saved before is safe; please try again.',
  }),
  503: defineMessages({
    title: 'Not available right now',
    explanation: 'The archive cannot answer just now. What was saved is safe.',
  }),
};
