import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  blocksTitle: 'Blocks',
  blocksLead:
    'You and somebody you block can no longer comment on each other’s works, answer each ' +
    'other’s comments, leave each other kudos, give each other works or ask each other to be ' +
    'co-creators. They can still read what you post, and nobody tells them. To have what ' +
    'somebody writes out of your sight, mute them.',
  nobodyBlocked: 'You have blocked nobody.',
  onlyFromWork: '{name}, from one work only',
  theWork: 'See the work',
  unblockButton: 'Unblock',
  unblockLabel: 'Unblock {name}',
  addHeading: 'Block somebody',
  personLabel: 'Log-in name',
  blockButton: 'Block',
  blockQuestion: 'Block {name}?',
  blocked: '{name} is blocked.',
  unblocked: 'Unblocked.',
  unknownPerson: 'There is nobody called {name}.',
  ownself: 'You cannot block yourself.',
  tooMany: 'You have blocked {most, number} people, and more there cannot be.',
});
