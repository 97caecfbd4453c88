import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  kept: 'Kept on this device',
  lead: 'Works that you keep here can be read without a connection, on this device alone.',
  needsScript:
    'Keeping works on a device needs script, and a browser that lets pages work offline.',
  empty: 'Nothing is kept yet. Pages of works, series, shelves and lists have a button for it.',
  sum: '{works} works, {size}',
  storage: 'The browser may remove them when the device is full; it has been asked not to.',
  single: 'Works',
  chapters: '{chapters} chapters, {size}, fetched on {date}',
  chapter: '1 chapter, {size}, fetched on {date}',
  by: 'by {creators}',
  newer: 'There is something new.',
  remove: 'Remove',
  removeNamed: 'Remove {title}',
  removeAll: 'Remove everything',
  removed: 'Removed.',
  refresh: 'Fetch what is new',
  refreshed: 'Everything is as it is in the archive.',
  refreshFailed: 'The archive cannot be reached now.',
  refreshing: 'Asking the archive…',
  waiting: 'Waiting to be sent',
  waitingHint: 'These are sent as soon as the archive can be reached.',
  deedKudos: 'Kudos for {title}',
  deedPlace: 'Your place in {title}',
  deedState: 'Where you stand with {title}',
  told: 'Could not be sent',
  toldSeen: 'Forget these',
  lost:
    'Somebody has logged in or out here: what waited to be sent is gone, and so is what was kept ' +
    'with a log-in that has ended.',
  away: 'You are offline',
  awayLead: 'The archive cannot be reached, and this page is not kept on this device.',
  awayKept: 'Read what is kept on this device',
  keeping: 'Keeping work {done} of {all}…',
  keptNow:
    '{works, plural, one {# work is} other {# works are}} kept: they can be read here without ' +
    'a connection.',
  keptOne: 'Kept: it can be read here without a connection.',
  beyond: 'The list is longer: these are its first works.',
  gated: 'Works with an adult rating are kept once you have agreed to see them.',
  nothing: 'There is nothing here that could be kept.',
  full: 'There is no more room for works on this device.',
});
