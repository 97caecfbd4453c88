// The log: what happened, for the operator, on standard error. JSON lines where a machine reads
// them, plain lines on a terminal. Passwords, tokens and what people wrote never reach it.
import { type Logger, pino } from 'pino';
import { type Clock, isoTime } from '../time/index.ts';
import { readableLine } from './readable-line.ts';
import { type Fields, withoutSecrets } from './without-secrets.ts';

export type { Fields } from './without-secrets.ts';

/** How loud a log is; each level includes those before it. */
export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

type Write = (fields: Fields, message: string) => void;

/**
 * Takes what happened: a constant message and its values as fields. Values under the names
 * password, token, authorization, cookie and text are left out at every depth; nothing looks for
 * secrets inside the message.
 */
export type Log = {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  /** The same log, with these fields on every line. */
  child(fields: Fields): Log;
};

/** Where a log goes. */
export type LogPlace = {
  readonly level: LogLevel;
  readonly clock: Clock;
  /** Plain lines for a person in place of JSON. */
  readonly readable: boolean;
  /** Takes one line with its line break. */
  readonly write: (line: string) => void;
};

/** Opens a log. */
export function openLog({ level, clock, readable, write }: LogPlace): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${isoTime(clock.now())}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(readable ? readableLine(line) : line) },
  );
  return asLog(logger);
}

/** The process's log: standard error, readable when that is a terminal. */
export function standardErrorLog(level: LogLevel, clock: Clock): Log {
  const { stderr } = process;
  const write = (line: string) => {
    stderr.write(line);
  };
  return openLog({ level, clock, readable: stderr.isTTY === true, write });
}

/** A log that keeps nothing. */
export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLog,
};

/** One line of a `memoryLog`. */
export type LogLine = {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Fields;
};

/** A log for tests that keeps its lines, with the same values left out. */
export function memoryLog(): { readonly log: Log; readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const logWith = (common: Fields): Log => {
    const at = (level: LogLine['level']) => (fields: Fields, message: string) => {
      lines.push({ level, message, fields: { ...common, ...withoutSecrets(fields) } });
    };
    return {
      debug: at('debug'),
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
      child: (fields) => logWith({ ...common, ...withoutSecrets(fields) }),
    };
  };
  return { log: logWith({}), lines };
}

function asLog(logger: Logger): Log {
  const at = (level: LogLine['level']) => (fields: Fields, message: string) => {
    if (logger.isLevelEnabled(level)) logger[level](withoutSecrets(fields), message);
  };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => asLog(logger.child(withoutSecrets(fields))),
  };
}
