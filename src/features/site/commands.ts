// The operator's commands for the installation as a whole.
import type { Command } from '../../shared/command.ts';
import { safekeepingCommands } from './safekeeping/commands.ts';

/** Every command of the installation but `serve`. */
export const siteCommands: readonly Command[] = [...safekeepingCommands];
