import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  joined: 'Here since {date}',
  pseuds: 'Pseuds',
  profile: 'Profile',
  profileOf: 'Profile of {name}',
  profileEmpty: '{name} has not written anything here yet.',
  wholeProfile: 'Whole profile',
  editProfile: 'Edit profile',
  drafts: 'Drafts',
  newest: 'Newest works',
  allWorks: 'All works ({count, number})',
  noWorks: 'No works to see here yet.',
  series: 'Series ({count, number})',
  seriesBy: 'Series by {name}',
  noSeries: 'No series to see here yet.',
  seriesFacts:
    '{works, plural, one {# work} other {# works}}, {words, plural, one {# word} other {# words}}',
  asked: 'Waiting for your answer ({count, number})',
  worksBy: 'Works by {name}',
  by: 'by',
  hiddenNotice: 'A moderator has hidden this person. Only they and moderators can see this page.',
  moderate: 'Moderate',
  mutePerson: 'Mute this person',
});
