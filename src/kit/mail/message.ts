import type { SendMailOptions } from 'nodemailer';

/** One mail to one person. */
export type MailMessage = {
  /** A bare address, `name@example.org`. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Further header fields, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What its Message-ID begins with: a mail that is sent again is known as the same. */
  readonly id?: string;
};

/** Mail that was not taken. */
export class MailRefused extends Error {
  /** Whether the same mail may go through later. */
  readonly temporary: boolean;

  constructor(message: string, { temporary, cause }: { temporary: boolean; cause?: unknown }) {
    super(message, { cause });
    this.name = 'MailRefused';
    this.temporary = temporary;
  }
}

/** Refuses an address that is not one, and line breaks where they would begin another header. */
export function assertSendable({ to, subject, headers = {} }: MailMessage): void {
  // RFC 5321 allows 254 characters.
  if (to.length > 254 || !/^[^\s\p{C}<>(),;:"\\@]+@[^\s\p{C}<>(),;:"\\@]+$/u.test(to)) {
    throw new MailRefused('the address is not a mail address', { temporary: false });
  }
  if ([subject, ...Object.keys(headers), ...Object.values(headers)].some(hasControls)) {
    throw new MailRefused('a header has control characters', { temporary: false });
  }
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** The message as nodemailer takes it. */
export function compose(message: MailMessage, from: string): SendMailOptions {
  assertSendable(message);
  const { to, subject, text, html, headers, id } = message;
  return {
    from,
    // An object, so that nothing in it is read as a list or a group.
    to: { name: '', address: to },
    subject,
    text,
    ...(id === undefined ? {} : { messageId: `<${id}@${/@([^\s>]+)/.exec(from)?.[1]}>` }),
    ...(html === undefined ? {} : { html }),
    // RFC 3834: nobody's holiday notice should answer us.
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
