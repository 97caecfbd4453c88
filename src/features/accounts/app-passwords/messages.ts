// Every sentence about app passwords.
import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  title: 'App passwords',
  lead:
    'For programs that ask for a name and a password. Never give them your own: an app password ' +
    'may do less, opens no page of your account, and can be revoked by itself.',
  labelLabel: 'What it is for',
  labelHint: 'So that you know it again: “Reader in the kitchen”.',
  scopesLabel: 'What it may do',
  scope_read: 'Read what you may read',
  scope_write: 'Write, post and delete in your name',
  scope_library: 'See and keep what you read, and your history',
  makeButton: 'Make an app password',
  listLink: 'See and revoke those you have made',
  labelMissing: 'Say what it is for.',
  labelLong: 'What it is for has at most 100 characters.',
  scopesMissing: 'Choose at least one thing that it may do.',
  tooMany: 'There are {most} already: revoke one first.',
  madeTitle: 'Your app password',
  madeLead:
    'Give it to the program, with your user name {login}. It is shown now and never again; ' +
    'if it is lost, revoke it and make another.',
  madeDone: 'I have given it to the program',
});
