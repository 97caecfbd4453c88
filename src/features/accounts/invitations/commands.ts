import {
  BadUsage,
  type Command,
  type CommandCall,
  CommandFailed,
} from '../../../shared/command.ts';
import { registerByInvitationUrl } from '../urls.ts';
import { inviteAddress, inviteFromQueue, makeInvitation } from './actions.ts';
import { givenAtOnceMost } from './limits.ts';
import { text } from './messages.ts';

/** `invite`: links to hand on, a mail, or the first of the queue. */
export const inviteCommand: Command = {
  words: 'invite',
  usage: '[--email MAIL | --queue N | --count N]',
  summary:
    'invite people: print a link that opens one account, or --count of them; or send one to ' +
    '--email, or to the first --queue of those who wait',
  options: { email: true, queue: true, count: true },
  operands: [0, 0],
  run: invite,
};

async function invite({ parts, options, print, json }: CommandCall): Promise<void> {
  if (options.size > 1) throw new BadUsage(text.commandOneOption());
  const email = options.get('email')?.at(-1);
  if (email !== undefined) {
    const outcome = await inviteAddress(parts, email);
    if (!outcome.ok) throw new CommandFailed(outcome.problems[0]?.detail ?? '');
    return print(json ? JSON.stringify({ email }) : text.commandSent({ email }));
  }
  const queue = options.get('queue')?.at(-1);
  if (queue !== undefined) {
    const count = await inviteFromQueue(parts, null, asCount(queue));
    return print(json ? JSON.stringify({ invited: count }) : text.deskInvited({ count }));
  }
  const links: string[] = [];
  const wanted = asCount(options.get('count')?.at(-1) ?? '1');
  for (let made = 0; made < wanted; made++) {
    links.push(`${parts.settings.url}${registerByInvitationUrl(await makeInvitation(parts))}`);
  }
  if (json) return print(JSON.stringify({ links }));
  for (const link of links) print(link);
}

function asCount(typed: string): number {
  const count = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  if (count >= 1 && count <= givenAtOnceMost) return count;
  throw new BadUsage(text.countForm({ least: 1, most: givenAtOnceMost }));
}
