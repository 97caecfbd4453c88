// Every operator's command but `serve`, gathered from the features that own them.
import { accountCommands } from './features/accounts/index.ts';
import { findingCommands } from './features/finding/index.ts';
import { importCommands } from './features/imports/index.ts';
import { readSiteFrame, siteCommands } from './features/site/index.ts';
import { takeoutCommands } from './features/takeout/index.ts';
import { ownedTables } from './owned.ts';
import type { Command } from './shared/command.ts';

export const commands: readonly Command[] = [
  ...accountCommands,
  ...findingCommands,
  ...importCommands,
  ...takeoutCommands(ownedTables, async ({ parts }) => {
    const { name } = await readSiteFrame(parts.database.read, parts.settings);
    return name;
  }),
  ...siteCommands,
];
