import type { MailMessage } from '../../../kit/mail/index.ts';
import { forgottenPasswordUrl } from '../urls.ts';
import { mailText } from './messages.ts';

export function renamed(said: {
  readonly to: string;
  readonly from: string;
  readonly login: string;
  /** The archive's. */
  readonly url: string;
}): MailMessage {
  const { to, from, login, url } = said;
  const link = `${url}${forgottenPasswordUrl}`;
  return { to, subject: mailText.subject(), text: mailText.body({ from, login, url, link }) };
}
