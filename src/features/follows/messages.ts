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
  gone: 'Something that is not here at the moment',
  filtersHeading: 'Saved filters you can follow',
  noticesLink: 'Notices',

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
