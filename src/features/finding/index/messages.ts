import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  absent: 'No index is saved on this disk yet: a server saves its own once it has answered a list.',
  refused: 'The saved index cannot be used: {reason}. The next start builds it from the database.',
  saved:
    'The saved index holds {works, plural, one {# work} other {# works}} and ' +
    '{terms, plural, one {# tag} other {# tags}}.',
  position:
    'It is at position {position} of the change log, ' +
    '{behind, plural, =0 {the log’s end} one {# change behind} other {# changes behind}}.',
  kept:
    'Saved at {moment} ({age} ago), form {form}, contents {contents}, generation {generation}: ' +
    '{megabytes} MB on disk, about as much in the memory of each process.',
  texts:
    'Full text holds {texts, plural, one {# text} other {# texts}} of ' +
    '{works, plural, one {# work} other {# works}}, ' +
    '{behind, plural, =0 {the log’s end} one {# change behind} other {# changes behind}}' +
    '{filled, select, yes {} other {; works from before are still being filled in}}.',
  textsRead: '{texts, plural, one {# text} other {# texts}} indexed',
  reading: '{works, plural, one {# work} other {# works}} read',
  rebuilt:
    'Built the index anew: {works, plural, one {# work} other {# works}}, ' +
    '{terms, plural, one {# tag} other {# tags}}, {megabytes} MB. Running servers take it soon.',
  locked: 'Another process saves the index just now: try again when it is done.',
  stopped: 'Stopped; the index is as it was.',
  comparing: '{works, plural, one {# work} other {# works}} compared',
  same:
    'The saved index and the database say the same: ' +
    '{works, plural, one {# work} other {# works}}, {terms, plural, one {# tag} other {# tags}}.',
  different: '{kind} {id}: {what}: index {inIndex}, database {inDatabase}',
  more: '... and more.',
  differs:
    '{count, plural, one {# difference} other {# differences}} between the saved index and the ' +
    'database: ./inkstead index rebuild makes it right.',
});
