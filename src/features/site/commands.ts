// The operator's commands for the installation as a whole.
import type { Command } from '../../shared/command.ts';

export const siteCommands: readonly Command[] = [];
