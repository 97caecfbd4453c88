// Every sentence about another user name.
import { defineMessages } from '../../../kit/messages/index.ts';

export const text = defineMessages({
  title: 'Change my user name',
  lead:
    'You log in with the new name from then on, and the address of your page changes with it. ' +
    'Links with your old name lead to the new one for ever, and nobody else can take it. Your ' +
    'name can be changed every {days, number} days.',
  now: 'It is {login} now.',
  wait: 'You have changed it lately, and can do so again on {day}.',
  newLabel: 'New user name',
  pseudLabel: 'Rename my pseud {name} too',
  pseudHint: 'Works and comments under it are then signed with the new name.',
  button: 'Change my user name',
  done: 'You are called {login} now.',
  sameName: 'That is your user name already.',
  tooSoon: 'A user name can be changed every {days, number} days.',
});

export const mailText = defineMessages({
  subject: 'Your user name was changed',
  body: `{from} at {url} is now called {login}. Log in with the new name.

If it was not you, ask for a new password at once:
{link}
`,
});
