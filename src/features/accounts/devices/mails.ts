import type { MailMessage } from '../../../kit/mail/index.ts';
import { localTime } from '../../../kit/time/index.ts';
import { knownClientName } from '../client-name.ts';
import type { UsersTable } from '../schema.ts';
import { forgottenPasswordUrl, sessionsUrl } from '../urls.ts';
import { mailText } from './messages.ts';

export type LogInTold = {
  readonly user: Pick<UsersTable, 'login' | 'time_zone'>;
  readonly to: string;
  /** The archive's. */
  readonly url: string;
  readonly client: string;
  readonly at: number;
};

export function newLogIn({ user, to, url, client, at }: LogInTold): MailMessage {
  const { login } = user;
  const zone = user.time_zone ?? 'UTC';
  return {
    to,
    subject: mailText.subject({ login }),
    text: mailText.body({
      login,
      url,
      when: `${localTime(at, zone).replace('T', ' ')} (${zone})`,
      // A name we do not know is a stranger's own words: they stand in no mail of ours.
      client: knownClientName(client) ?? mailText.unknownClient(),
      link: `${url}${forgottenPasswordUrl}`,
      sessions: `${url}${sessionsUrl(login)}`,
    }),
  };
}
