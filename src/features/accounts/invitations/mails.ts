import type { MailMessage } from '../../../kit/mail/index.ts';
import { queuePlaceUrl, registerByInvitationUrl } from '../urls.ts';
import { mailText } from './messages.ts';

type To = { readonly to: string /** The archive's. */; readonly url: string };

export function inQueue({ to, url, secret }: To & { readonly secret: string }): MailMessage {
  const link = `${url}${queuePlaceUrl}?token=${secret}`;
  return { to, subject: mailText.queueSubject(), text: mailText.queueBody({ url, link }) };
}

/** `giver`: log-in name of the member who gives it; null: it comes from the archive. */
export function invited({
  to,
  url,
  code,
  giver,
}: To & { readonly code: string; readonly giver: string | null }): MailMessage {
  const link = `${url}${registerByInvitationUrl(code)}`;
  const body =
    giver === null
      ? mailText.invitedBody({ url, link })
      : mailText.invitedByBody({ url, link, giver });
  return { to, subject: mailText.invitedSubject(), text: body };
}
