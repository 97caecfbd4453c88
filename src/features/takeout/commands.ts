// `export`: the same file that a member takes out, for one person or for everybody.
import { join } from 'node:path';
import { streamZip } from '../../kit/archive/index.ts';
import { writeNewFile } from '../../kit/files/index.ts';
import type { OwnedTable } from '../../kit/sql/index.ts';
import { BadUsage, type Command, type CommandCall, CommandFailed } from '../../shared/command.ts';
import type { Member } from '../../shared/viewer.ts';
import { findAccount, listLogins } from '../accounts/index.ts';
import { takeoutEntries } from './entries.ts';
import { text } from './messages.ts';

/** `owned`: every feature's tables with rows of persons' own. `siteTitle` is said inside. */
export function takeoutCommands(
  owned: readonly OwnedTable[],
  readSiteTitle: (call: CommandCall) => Promise<string>,
): readonly Command[] {
  return [
    {
      words: 'export',
      usage: '--user NAME | --all --out PATH',
      summary: 'take out all that is a person’s as a zip, or a folder with one for each',
      options: { user: true, all: false, out: true },
      operands: [0, 0],
      run: async (call) => exportPeople(call, owned, await readSiteTitle(call)),
    },
  ];
}

async function exportPeople(
  call: CommandCall,
  owned: readonly OwnedTable[],
  siteTitle: string,
): Promise<void> {
  const { options, parts } = call;
  const [login, out] = [options.get('user')?.at(-1), options.get('out')?.at(-1)];
  const isAll = options.has('all');
  if (out === undefined || isAll === (login !== undefined)) throw new BadUsage(text.commandUsage());
  const logins = login === undefined ? await listLogins(parts.database.read) : [login];
  const stopped = call.stopped();
  const written: { user: string; path: string }[] = [];
  for (const user of logins) {
    const member = await findAccount(parts.database.read, user);
    if (member === null) throw new CommandFailed(text.commandNobody({ login: user }));
    const path = isAll ? join(out, `${member.login}.zip`) : out;
    await exportOne(call, { member, owned, siteTitle, path, makeFolder: isAll }, stopped);
    written.push({ user: member.login, path });
    call.progress(text.commandProgress({ done: written.length, all: logins.length }));
  }
  if (call.json) return call.print(JSON.stringify({ written }));
  for (const { user, path } of written) call.print(text.commandWritten({ login: user, path }));
}

type Exporting = {
  readonly member: Member;
  readonly owned: readonly OwnedTable[];
  readonly siteTitle: string;
  readonly path: string;
  readonly makeFolder: boolean;
};

async function exportOne(
  { parts }: CommandCall,
  { member, owned, siteTitle, path, makeFolder }: Exporting,
  stopped: AbortSignal,
): Promise<void> {
  const { clock, files } = parts;
  const now = clock.now();
  const siteUrl = parts.settings.url;
  const outcome = await parts.database
    .snapshot(({ reader }) => {
      const entries = takeoutEntries({ reader, files, member, owned, siteUrl, siteTitle, now });
      const zip = streamZip(entries, { modified: now });
      return writeNewFile(path, zip, { signal: stopped, makeFolder });
    })
    .catch((error: Error) => {
      const reason = stopped.aborted ? text.commandStopped() : error.message;
      throw new CommandFailed(text.commandFailed({ path, reason }));
    });
  if (outcome === 'taken') throw new CommandFailed(text.commandTaken({ path }));
  if (outcome === 'no-folder') throw new CommandFailed(text.commandNoFolder({ path }));
}
