import type { MailMessage } from '../../kit/mail/index.ts';
import { dayText } from '../../web/controls.ts';
import { mailText } from './messages.ts';
import { kinOfUrl, ownKinUrl } from './urls.ts';

type Two = {
  readonly to: string;
  readonly holder: string;
  readonly kin: string;
  /** The archive's. */
  readonly url: string;
};

/** To the kin. */
export function named({ to, holder, url }: Two): MailMessage {
  const link = `${url}${kinOfUrl(holder)}`;
  const body = mailText.namedBody({ holder, url, link });
  return { to, subject: mailText.namedSubject({ holder }), text: body };
}

/** To the holder. */
export function asked({ to, holder, kin, url }: Two): MailMessage {
  const link = `${url}${ownKinUrl(holder)}`;
  const body = mailText.askedBody({ holder, kin, url, link });
  return { to, subject: mailText.askedSubject(), text: body };
}

/** To the holder. */
export function granted(
  said: Two & { readonly days: number; readonly dueAt: number },
): MailMessage {
  const { to, holder, kin, url, days, dueAt } = said;
  const link = `${url}${ownKinUrl(holder)}`;
  const body = mailText.grantedBody({ holder, kin, url, link, days, day: dayText(dueAt) });
  return { to, subject: mailText.grantedSubject(), text: body };
}
