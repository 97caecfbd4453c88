import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  seeded: 'The demo archive is there: {works, plural, one {# work} other {# works}}.',
  notEmpty:
    'This archive has people already; the demo goes into an empty one. ' +
    'To grow it by synthetic works: ./inkstead demo --works N.',
  worksRange: '--works takes a whole number from 1 to {most, number}.',
  growing: '{done, number} of {works, number} works',
  grown:
    'Grew the archive by {works, plural, one {# work} other {# works}} of ' +
    '{creators, plural, one {# creator} other {# creators}} (growth {growth}).',
  stopped:
    'Stopped: {done, number} of {works, number} works are there, in whole batches. ' +
    'Another growth adds to them.',
  demoNote: 'One trombone or two? The works are not agreed. Please ask before you merge them.',
});
