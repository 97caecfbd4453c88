// What the owner of an account is told of its second step.
import type { MailMessage } from '../../../kit/mail/index.ts';
import { forgottenPasswordUrl } from '../urls.ts';
import { mailText } from './messages.ts';

type To = { readonly to: string; readonly login: string; readonly url: string };

export function turnedOn({ to, login, url }: To): MailMessage {
  return { to, subject: mailText.onSubject(), text: mailText.onBody(said(login, url)) };
}

export function turnedOff({ to, login, url }: To): MailMessage {
  return { to, subject: mailText.offSubject(), text: mailText.offBody(said(login, url)) };
}

export function recoveryUsed({ to, login, url }: To): MailMessage {
  return { to, subject: mailText.recoverySubject(), text: mailText.recoveryBody(said(login, url)) };
}

function said(login: string, url: string) {
  return { login, url, link: `${url}${forgottenPasswordUrl}` };
}
