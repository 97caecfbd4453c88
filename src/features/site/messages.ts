import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  titleAbout: 'About this archive',
  titlePolicy: 'Policy',
  titlePrivacy: 'Privacy',
  titleContact: 'Contact',
  pageText: 'Text of this page',

  homeLead: 'An archive for transformative works.',
  homeIntroduction:
    'Read without an account. Find what you want by its tags, and never meet what you do not.',
  homeFandoms: 'Fandoms',
  homeAllFandoms: 'All fandoms',
  homeNewest: 'Newest works',
  homeListOfWorks: 'List of works',
  homeAllWorks: 'All works ({count, number})',
  homeEmpty: 'Nothing is posted here yet.',
  homeFirst: 'Post the first work',

  settingsTitle: 'Settings of the archive',
  settingsName: 'Name of the archive',
  settingsNotice: 'Notice to everybody',
  settingsNoticeHint: 'Shown above every page until you empty it. Plain text.',
  settingsPage: 'Page “{title}”',
  settingsPageHint: 'Markdown. Empty: the text that Inkstead brings.',
  settingsRobots: 'What machines are asked',
  settingsRobotsSearch: 'Search engines may list the archive',
  settingsRobotsInput: 'Assistants may use works to answer their readers',
  settingsRobotsTrain: 'Works may be used to train models',
  settingsRobotsHint: 'These are requests in robots.txt. They do not bind those who ignore them.',
  settingsSave: 'Save',
  settingsSaved: 'The settings are saved.',
  settingsNameLength: 'The name has 1 to {most} characters.',
  settingsTextLength: 'That is {characters, number} characters long; the most is {most, number}.',
  migratedNothing: 'There is nothing to migrate: the database has the newest schema.',
  migrated: 'Applied {count, plural, one {# migration} other {# migrations}}: {names}.',
  migratedBackup: 'What was there before is backed up in {path}.',

  settingsTextTangled: 'The markup is nested too deeply to be kept safely.',
});
