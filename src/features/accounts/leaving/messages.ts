// What mails say of an account that comes to its end.
import { defineMessages } from '../../../kit/messages/index.ts';

export const mailText = defineMessages({
  leavingSubject: 'Your account is about to be deleted',
  leavingBody: `The account {login} at {url} is closed, and will be deleted on {day}.

Changed your mind? Log in before then, and it is as it was:
{link}

If it was not you who asked, set a new password at once; this brings the account back:
{password}
`,
  erasedSubject: 'Your account is deleted',
  erasedBody: `The account {login} at {url} is deleted, and cannot be brought back.
This is the last mail to this address.
`,
});
