import { minuteMs, secondMs } from '../time/index.ts';
import type { Mail } from './index.ts';
import { compose, MailRefused } from './message.ts';

/**
 * Mail by SMTP: `smtps://` is encrypted from the start, `smtp://` as soon as the server offers
 * it. `from` is an address, with or without a name. Gives up after ten seconds without a
 * connection, or a minute without a word.
 */
export function smtpMail(url: string, from: string): Mail {
  return {
    send: async (message) => {
      const mail = compose(message, from);
      const { createTransport } = await import('nodemailer');
      const server = createTransport({
        url,
        connectionTimeout: 10 * secondMs,
        greetingTimeout: 10 * secondMs,
        socketTimeout: minuteMs,
      });
      try {
        await server.sendMail(mail);
      } catch (error) {
        throw asRefused(error as SmtpError);
      } finally {
        server.close();
      }
    },
  };
}

type SmtpError = Error & { readonly code?: string; readonly responseCode?: number };

// 5yz is the server's last word on this mail (RFC 5321, 4.2.1); but a refused log-in says nothing
// of the mail, and an operator can mend it.
function asRefused(error: SmtpError): MailRefused {
  const { responseCode = 0, code } = error;
  const temporary = responseCode < 500 || code === 'EAUTH';
  const answer = responseCode === 0 ? (code ?? error.message) : String(responseCode);
  return new MailRefused(`the mail server did not take it (${answer})`, {
    temporary,
    cause: error,
  });
}
