import type { MailMessage } from '../../../kit/mail/index.ts';
import { dayText } from '../../../web/controls.ts';
import { forgottenPasswordUrl, logInUrl } from '../urls.ts';
import { mailText } from './messages.ts';

type To = {
  readonly to: string;
  readonly login: string /** The archive's. */;
  readonly url: string;
};

export function leaving({ to, login, url, dueAt }: To & { readonly dueAt: number }): MailMessage {
  const links = { link: `${url}${logInUrl}`, password: `${url}${forgottenPasswordUrl}` };
  const body = mailText.leavingBody({ login, url, day: dayText(dueAt), ...links });
  return { to, subject: mailText.leavingSubject(), text: body };
}

export function erased({ to, login, url }: To): MailMessage {
  return { to, subject: mailText.erasedSubject(), text: mailText.erasedBody({ login, url }) };
}
