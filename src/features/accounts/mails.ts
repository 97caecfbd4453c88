// The mails of accounts, as plain text.
import type { MailMessage } from '../../kit/mail/index.ts';
import { mailText } from './messages.ts';
import { confirmEmailUrl, forgottenPasswordUrl, openAccountUrl, resetPasswordUrl } from './urls.ts';

type To = {
  readonly to: string;
  readonly login: string /** The archive's. */;
  readonly url: string;
};
type Linked = To & { readonly token: string };

export function openAccount({ to, login, url, token }: Linked): MailMessage {
  const link = `${url}${openAccountUrl}?token=${token}`;
  return mail(to, mailText.openSubject({ login }), mailText.openBody({ login, url, link }));
}

/** To the owner of an address with which somebody tried to register. */
export function alreadyRegistered({ to, login, url }: To): MailMessage {
  const link = `${url}${forgottenPasswordUrl}`;
  return mail(to, mailText.knownSubject(), mailText.knownBody({ login, url, link }));
}

export function resetPassword({ to, login, url, token }: Linked): MailMessage {
  const link = `${url}${resetPasswordUrl}?token=${token}`;
  return mail(to, mailText.resetSubject(), mailText.resetBody({ login, url, link }));
}

export function passwordChanged({ to, login, url }: To): MailMessage {
  const link = `${url}${forgottenPasswordUrl}`;
  return mail(to, mailText.changedSubject(), mailText.changedBody({ login, url, link }));
}

export function confirmEmail({ to, login, url, token }: Linked): MailMessage {
  const link = `${url}${confirmEmailUrl}?token=${token}`;
  return mail(to, mailText.confirmSubject(), mailText.confirmBody({ login, url, link }));
}

/** To the address that an account no longer has. */
export function emailChanged({ to, login, url }: To): MailMessage {
  return mail(to, mailText.movedSubject(), mailText.movedBody({ login, url }));
}

function mail(to: string, subject: string, text: string): MailMessage {
  return { to, subject, text };
}
