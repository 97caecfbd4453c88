// The operator's commands that keep the archive safe.
import { resolve } from 'node:path';
import {
  BackupRefused,
  type Counts,
  type RestoreOptions,
  restoreIntoDatabase,
  restoreIntoFolder,
  verifyBackup,
  writeBackup,
} from '../../../kit/backup/index.ts';
import { productVersion } from '../../../kit/config/index.ts';
import { prepareDataFolder } from '../../../kit/files/index.ts';
import {
  BadUsage,
  type BareCall,
  type Command,
  type CommandCall,
  CommandFailed,
} from '../../../shared/command.ts';
import { leftOutOfBackups } from './left-out.ts';
import { sizeInWords, text } from './messages.ts';

export const safekeepingCommands: readonly Command[] = [
  {
    words: 'backup',
    usage: 'PATH',
    summary: 'write the whole archive to one file, while it serves',
    options: {},
    operands: [1, 1],
    run: backup,
  },
  {
    words: 'verify',
    usage: 'PATH',
    summary: 'prove that a back-up is whole and sound',
    options: {},
    operands: [1, 1],
    needsArchive: false,
    run: verify,
  },
  {
    words: 'restore',
    usage: 'PATH --into DIR|URL [--files DIR]',
    summary: 'make an archive from a back-up: a new data folder, or an empty PostgreSQL database',
    options: { into: true, files: true },
    operands: [1, 1],
    needsArchive: false,
    run: restore,
  },
];

async function backup(call: CommandCall): Promise<void> {
  const { database, files, clock } = call.parts;
  const path = resolve(call.operands[0] as string);
  const source = { database, files, ...leftOutOfBackups, product: productVersion() };
  const options = { at: clock.now(), progress: progressOf(call), signal: call.stopped() };
  const { header, bytes, ...counts } = await inOneLine(writeBackup(path, source, options));
  const things = [...header.leftOut.tables, ...header.leftOut.things];
  if (call.json) return printJson(call, { path, bytes, ...counts, leftOut: header.leftOut });
  call.print(text.written({ counted: counted(counts), path, size: sizeInWords(bytes) }));
  call.print(text.notIncluded({ things: things.join(', ') }));
}

async function verify(call: BareCall): Promise<void> {
  const path = resolve(call.operands[0] as string);
  const options = { progress: progressOf(call), signal: call.stopped() };
  const { header, ...counts } = await inOneLine(verifyBackup(path, options));
  const { createdAt, product, migrations } = header;
  if (call.json) return printJson(call, { path, createdAt, product, migrations, ...counts });
  call.print(text.sound({ path, counted: counted(counts), moment: createdAt, product }));
  if (!header.files) call.print(text.withoutFiles());
}

async function restore(call: BareCall): Promise<void> {
  const path = resolve(call.operands[0] as string);
  const into = call.options.get('into')?.at(-1);
  if (!into) throw new BadUsage(text.intoMissing());
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(into);
  const files = call.options.get('files')?.at(-1) ?? null;
  const options: RestoreOptions = {
    at: call.clock.now(),
    product: productVersion(),
    leftOutTables: leftOutOfBackups.leftOutTables,
    progress: progressOf(call),
    signal: call.stopped(),
  };
  if (isAddress && !/^postgres(ql)?:/i.test(into)) throw new BadUsage(text.otherAddress());
  // An address may hold a password: it is not said again.
  const target = isAddress ? 'PostgreSQL' : resolve(into);
  const restoring = isAddress
    ? restoreIntoDatabase(path, into, files ?? (await ownFiles(call)), options)
    : restoreIntoFolder(path, into, files, options);
  const { header, migrated, ...counts } = await inOneLine(restoring);
  const moment = header.createdAt;
  if (call.json) return printJson(call, { path, createdAt: moment, migrated, ...counts });
  call.print(text.restored({ counted: counted(counts), target, moment }));
  if (migrated.length > 0) call.print(text.migrated({ count: migrated.length }));
  if (!header.files) call.print(text.withoutFiles());
}

// The installation that is set up here, which the database is for.
async function ownFiles({ settings }: BareCall): Promise<string> {
  const prepared = await prepareDataFolder(settings.data, settings.files);
  if (!prepared.ok) throw new CommandFailed(prepared.problem);
  return prepared.paths.files;
}

function counted({ tables, files }: Counts): string {
  const numbers = Object.values(tables);
  const rows = numbers.reduce((sum, count) => sum + count, 0);
  return text.counted({ rows, tables: numbers.length, files });
}

function progressOf({ progress }: Pick<CommandCall, 'progress'>): (counts: Counts) => void {
  return (counts) => progress(counted(counts));
}

function printJson({ print }: Pick<CommandCall, 'print'>, answer: unknown): void {
  print(JSON.stringify(answer));
}

async function inOneLine<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BackupRefused) throw new CommandFailed(error.message);
    throw error;
  }
}
