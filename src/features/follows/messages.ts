// Every sentence of follows. Subscribe and Unsubscribe are the words that tools look for.
import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  follow: 'Subscribe',
  unfollow: 'Unsubscribe',
  unfollowNamed: 'Unsubscribe from {name}',
  followNamed: 'Subscribe to {name}',
  followed: 'You are told when there is something new.',
  unfollowed: 'You are told of it no more.',
  tooMany: 'You follow {most, number} things, which is as many as there can be.',

  title: 'Subscriptions',
  lead: 'What is new in these comes to your notices.',
  none: 'You follow nothing yet. Works, series, people and tags have a button for it.',
  noneOfKind: 'You follow nothing of this kind.',
  kindLabel: 'Show',
  kindAny: 'Everything',
  filterButton: 'Show',
  since: 'since {date}',
  newsWorks: 'new works',
  newsChapters: 'new works and chapters',
  chooseWorks: 'New works only',
  chooseChapters: 'New chapters too',
  chooseWorksNamed: 'New works only of {name}',
  chooseChaptersNamed: 'New chapters too of {name}',
  gone: 'Something that is not here at the moment',
  filtersHeading: 'Saved filters you can follow',
  noticesLink: 'Notices',

  feedsTitle: 'Private feeds',
  feedsLead:
    'A private feed shows a list as you see it: with works for members, ' +
    'without what you have muted.',
  feedsWarning:
    'Whoever has its address can read it, without logging in. It tells titles and summaries, ' +
    'and texts only if you say so. Take it back when it has become known.',
  feedsNone: 'You have no private feeds.',
  feedsLink: 'Private feeds',
  feedMade: 'Made {date}',
  feedUsed: 'last read {date}',
  feedNeverUsed: 'never read',
  feedRevoke: 'Take back',
  feedRevokeNamed: 'Take back the feed of {name}',
  feedRevoked: 'The address leads nowhere now.',
  feedNewHeading: 'Make a private feed',
  feedOfLabel: 'Of what',
  feedOfSubscriptions: 'All that I follow',
  feedOfWorks: 'All works',
  feedOfFilter: 'Saved filter: {name}',
  feedOfAddress: 'The list at this address:',
  feedAddressLabel: 'Address of a list or its feed',
  feedAddressHint: 'Such as /tags/Tea/works, with the filter that you have chosen there.',
  feedAddressUnknown: 'At this address there is no list that can be a feed.',
  feedTooMany: 'You have {most, number} private feeds; take one back first.',
  feedTextsLabel: 'With the text of the newest chapters',
  feedTextsHint:
    'The program that reads the feed then keeps the texts, where this archive cannot take them ' +
    'back.',
  feedHasTexts: 'with texts',
  feedMake: 'Make the feed',
  feedReadyTitle: 'Your private feed',
  feedReadyLead: 'These two addresses are shown once. Give one of them to your feed reader.',
  feedGoneList: 'A list that is not here at the moment',

  kindWork: 'Works',
  kindSeries: 'Series',
  kindCreator: 'People',
  kindTag: 'Tags',
  kindFilter: 'Saved filters',
  kindCollection: 'Collections',

  chaptersLabel: 'New chapters in what you follow',
  byCreatorLabel: 'New works by people you follow',
  inSeriesLabel: 'New works in series you follow',
  inFilterLabel: 'New works that your saved filters find',
  inTagLabel: 'New works in tags you follow',
  newChapters: '{count, plural, one {A new chapter} other {# new chapters}} of “{title}”',
  oneByCreator: '{name} has posted “{title}”',
  severalByCreator: '{name} has posted {count, number} works',
  oneIn: 'New in {name}: “{title}”',
  severalIn: '{count, number} new works in {name}',
});

export const kindWords = {
  work: text.kindWork,
  series: text.kindSeries,
  creator: text.kindCreator,
  tag: text.kindTag,
  filter: text.kindFilter,
  collection: text.kindCollection,
} as const;
