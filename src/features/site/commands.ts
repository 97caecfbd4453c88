// The operator's commands for the installation as a whole.
import type { Command, CommandCall } from '../../shared/command.ts';
import { demoCommands } from './demo/commands.ts';
import { text } from './messages.ts';
import { safekeepingCommands } from './safekeeping/commands.ts';

const migrate: Command = {
  words: 'migrate',
  usage: '',
  summary: 'bring the database to this version, backed up before; serve does it too',
  options: {},
  operands: [0, 0],
  run: sayMigrated,
};

/** Every command of the installation but `serve`. */
export const siteCommands: readonly Command[] = [migrate, ...demoCommands, ...safekeepingCommands];

// Every command migrates when it opens the archive: this one only says so.
async function sayMigrated({ migrated, print, json }: CommandCall): Promise<void> {
  const { applied = [], backup = null } = migrated ?? {};
  if (json) return print(JSON.stringify({ applied, backup }));
  if (applied.length === 0) return print(text.migratedNothing());
  print(text.migrated({ count: applied.length, names: applied.join(', ') }));
  if (backup !== null) print(text.migratedBackup({ path: backup }));
}
