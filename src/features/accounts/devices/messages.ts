// What the owner of an account is told of a log-in from a new device.
import { defineMessages } from '../../../kit/messages/index.ts';

export const mailText = defineMessages({
  subject: 'A new log-in: {login}',
  body: `Somebody, we hope you, logged in to {login} at {url}
on a device that was not used for it before.

When: {when}
With: {client}

If it was you, there is nothing to do.

If it was not you, choose a new password at once; that ends every session:
{link}

You can also end that one session by itself:
{sessions}
`,
  unknownClient: 'a browser or program that did not say its name',
});
