// What stands beside the links of the preferences.
import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  index: 'Parts of the preferences',
  reading: 'Looks and reading',
  content: 'What you see',
  notices: 'What you are told',
  privacy: 'Privacy and safety',
  account: 'Account',
  data: 'What is yours',

  filters: 'One of them can hold in every list.',
  skinsTitle: 'Work skins',
  skins: 'Style sheets that you give the text of your works.',
  mutes: 'People, works, tags and words that are kept out of your lists.',
  readingsTitle: 'My reading and my history',
  readings:
    'To read, reading, read, and what you have opened, if you want that kept. Only you see it.',
  choices: 'On the page, by mail or not at all, for each kind of news.',
  followsTitle: 'What you follow',
  follows: 'Works, series, people, tags and filters.',
  feedsTitle: 'Private feeds',
  feeds: 'Addresses for a feed reader that nobody else should have.',
  blocks: 'Whom you do not talk to, and who does not talk to you.',
  sessions: 'Where you are logged in, and programs that have a password of yours.',
  codes: 'Six digits from an app after your password.',
  passkeys: 'A key on your device or in your hand, in place of the password.',
  apps: 'For programs that ask for a name and a password.',
  profile: 'What your page says about you.',
  pseuds: 'The names that you post under.',
  name: 'Old addresses lead to the new one.',
  invitations: 'While accounts are opened by invitation.',
  kinTitle: 'Next of kin',
  kin: 'Whom you trust with your works when you are no longer there.',
  takeout: 'Works, bookmarks and everything else, as one file.',
  erase: 'With 30 days to come back.',
});
