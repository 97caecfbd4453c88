// An operator's command, as data: `src/cli.ts` finds it by its words and runs it. Each feature
// keeps its own in `commands.ts`.
import type { Settings } from '../kit/config/index.ts';
import type { Clock } from '../kit/time/index.ts';
import type { Parts } from './parts.ts';

export type CommandCall = {
  /** What stands after the command's words, without options. */
  readonly operands: readonly string[];
  /** `--email x` or `--email=x`; a repeated one has several values, a flag has ''. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** The opened archive, migrated. */
  readonly parts: Parts;
  /** What opening it did to the database: migrations by name, and the back-up taken before. */
  readonly migrated?: { readonly applied: readonly string[]; readonly backup: string | null };
  /** Standard input, whole, as UTF-8 text: read only by commands that say so. */
  readonly readInput: () => Promise<string>;
  /** One line to standard output. */
  readonly print: (line: string) => void;
  /** Progress, on a terminal in place, elsewhere at most one line in ten seconds. */
  readonly progress: (line: string) => void;
  /**
   * From the first call on, Ctrl-C ends nothing by itself but aborts this signal: for commands
   * that have to clear up. A second Ctrl-C ends the process.
   */
  readonly stopped: () => AbortSignal;
  /** `--json` was given: the answer is one JSON document. */
  readonly json: boolean;
};

/** For a command that runs without the present archive: one that makes another. */
export type BareCall = Omit<CommandCall, 'parts' | 'migrated'> & {
  readonly settings: Settings;
  readonly clock: Clock;
};

export type Command = CommandWords &
  (
    | { readonly needsArchive?: true; readonly run: (call: CommandCall) => Promise<void> }
    | { readonly needsArchive: false; readonly run: (call: BareCall) => Promise<void> }
  );

type CommandWords = {
  /** `user create` */
  readonly words: string;
  /** What follows the words: `NAME --email MAIL [--password WORD] [--role ROLE]...` */
  readonly usage: string;
  /** One line for `./inkstead help`. */
  readonly summary: string;
  /** Options it takes; true for those with a value. Others are refused as bad usage. */
  readonly options: Readonly<Record<string, boolean>>;
  /** How many operands: least and most. */
  readonly operands: readonly [number, number];
};

/** Thrown by a command to end with one line on standard error and exit code 1. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}

/** What was asked is not how the command is used: words or options missing or malformed. Exit 2. */
export class BadUsage extends CommandFailed {
  override name = 'BadUsage';
}
