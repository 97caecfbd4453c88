import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  leave: '♥ Kudos',
  takeBack: '♥ Take kudos back',
  thanks: 'Thank you for leaving kudos!',
  takenBack: 'Your kudos are taken back.',
  failed: 'That did not work. Try again in a while.',
  later: 'You are offline. This is sent when the archive can be reached again.',
  title: 'Kudos for {title}',
  nobodyYet: 'Nobody has left kudos yet.',
  guests: '{count, plural, one {# guest} other {# guests}}',
  more: '{count, plural, one {# more member} other {# more members}}',
  and: ' and ',
  left: ' left kudos on this work.',
  all: 'Everybody who left kudos',
  own: 'These are kudos for your own work.',
  keptAway: 'You cannot leave kudos on this work.',
  tooMany: 'Too many kudos came from where you are. Come back in a while.',
  noticeLabel: 'Kudos on my works',
  noticeSaid:
    '{count, plural, one {Somebody left kudos} other {# readers left kudos}} on “{title}”.',
  backToWork: 'Back to the work',
});
