// Fills an empty database and a file store from a back-up, wholly or not at all.
import type { Files } from '../files/index.ts';
import {
  applyMigration,
  type Database,
  describeTables,
  type Loader,
  lockMigrations,
  type MigrationSet,
  type Milliseconds,
  programMigrations,
  startLoading,
  type TableShape,
  type Transaction,
  tableNames,
  UnfitRow,
} from '../sql/index.ts';
import type { BackupHeader, Counts } from './format.ts';
import type { BackupEvent } from './parse.ts';
import { readBackup } from './read.ts';
import { withReferences } from './references.ts';
import { BackupRefused, inWords } from './refused.ts';

export type RestoreOptions = {
  readonly at: Milliseconds;
  /** The program's version, for sentences. */
  readonly product: string;
  /** Tables that this program leaves out of its own back-ups. */
  readonly leftOutTables: readonly string[];
  readonly migrations?: MigrationSet;
  readonly progress?: (counts: Counts) => void;
  readonly signal?: AbortSignal;
};

export type Restored = Counts & {
  readonly header: BackupHeader;
  /** Migrations newer than the back-up, applied after its rows. */
  readonly migrated: readonly string[];
};

type Target = { readonly database: Database; readonly files: Files };

/**
 * Restores into an empty database. Everything is one transaction: whatever fails, the database is
 * as empty as before and the files are gone again. The schema is first brought to where it was
 * when the back-up was taken, and after the rows to where this program wants it. Throws
 * BackupRefused for a database that holds tables, for a back-up that is not sound, and for one
 * that a newer program made.
 */
export async function restoreBackup(
  path: string,
  target: Target,
  options: RestoreOptions,
): Promise<Restored> {
  const put: string[] = [];
  let line = 0;
  try {
    const restore = async (transaction: Transaction) => {
      const restoring = new Restoring(transaction, target, options, put);
      for await (const event of withReferences(path, readBackup(path, options.signal))) {
        if (event.kind === 'rows') line = event.line;
        await restoring.take(path, event);
        // Of a small file everything is read by then: the reading alone would not notice.
        if (options.signal?.aborted) throw new BackupRefused('stopped');
      }
      return restoring.finish(path);
    };
    return await target.database.write(restore, { once: true });
  } catch (error) {
    for (const file of put) await target.files.remove(file);
    throw whyNotRestored(error, path, line);
  }
}

function whyNotRestored(error: unknown, path: string, line: number): unknown {
  if (error instanceof UnfitRow) {
    const place = `line ${line + error.at}`;
    return new BackupRefused(`${path} cannot be restored there: ${place}: ${error.message}`);
  }
  const code = String((error as { code?: unknown } | undefined)?.code);
  // PostgreSQL's classes of data that cannot be converted and of broken rules.
  if (code.startsWith('SQLITE_CONSTRAINT') || /^2[23]/.test(code)) {
    const rule = (error as Error).message;
    return new BackupRefused(`${path} cannot be restored there: after line ${line}: ${rule}`);
  }
  return inWords(error, 'the restored archive');
}

class Restoring {
  readonly #transaction: Transaction;
  readonly #target: Target;
  readonly #options: RestoreOptions;
  readonly #put: string[];
  readonly #migrations: MigrationSet;
  #header: BackupHeader | null = null;
  #loader: Loader | null = null;
  readonly #counts = { tables: {} as Record<string, number>, files: 0 };

  constructor(transaction: Transaction, target: Target, options: RestoreOptions, put: string[]) {
    this.#transaction = transaction;
    this.#target = target;
    this.#options = options;
    this.#put = put;
    this.#migrations = options.migrations ?? programMigrations;
  }

  async take(path: string, event: BackupEvent): Promise<void> {
    if (event.kind === 'header') {
      this.#header = event.header;
      await this.#prepare(path, event.header);
    }
    if (event.kind === 'table') await this.#loader?.clear(event.table);
    if (event.kind === 'rows') {
      await this.#loader?.insert(event.table, event.rows);
      const { name } = event.table;
      this.#counts.tables[name] = (this.#counts.tables[name] ?? 0) + event.rows.length;
      this.#options.progress?.(this.#counts);
    }
    if (event.kind === 'file') await this.#putFile(event.path, event.bytes);
  }

  /** After the closing line, which says that nothing is missing. */
  async finish(path: string): Promise<Restored> {
    const header = this.#header;
    if (header === null) throw new BackupRefused(`${path} is not an Inkstead back-up`);
    await this.#loader?.finish();
    for (const table of header.tables) {
      const expected = this.#counts.tables[table.name] ?? 0;
      this.#counts.tables[table.name] = expected;
      const count = await this.#loader?.count(table);
      if (count === expected) continue;
      throw new BackupRefused(`${table.name} has ${count} rows and should have ${expected}`);
    }
    const migrated = await this.#apply(
      this.#migrations.names.filter((name) => !header.migrations.includes(name)),
    );
    return { header, ...this.#counts, migrated };
  }

  async #prepare(path: string, header: BackupHeader): Promise<void> {
    const { database } = this.#target;
    await lockMigrations(database, this.#transaction);
    const there = await tableNames(this.#transaction);
    if (there.length > 0) {
      const some = there.slice(0, 3).join(', ');
      throw new BackupRefused(
        `the database is not empty: it holds ${there.length} tables (${some})`,
      );
    }
    const known = new Set(this.#migrations.names);
    const unknown = header.migrations.find((name) => !known.has(name));
    if (unknown !== undefined) {
      const newer = `${path} was made by a newer Inkstead (${header.product})`;
      throw new BackupRefused(`${newer}: this one (${this.#options.product}) has no ${unknown}`);
    }
    await this.#apply(header.migrations);
    await this.#checkTables(path, header);
    this.#loader = await startLoading(database, this.#transaction);
  }

  async #apply(names: readonly string[]): Promise<readonly string[]> {
    const { database } = this.#target;
    for (const name of names) {
      const migration = await this.#migrations.load(name);
      await applyMigration(database, this.#transaction, name, migration, this.#options.at);
    }
    return names;
  }

  // The program that wrote the file and this one must mean the same by each migration.
  async #checkTables(path: string, header: BackupHeader): Promise<void> {
    const leftOut = new Set([...header.leftOut.tables, ...this.#options.leftOutTables]);
    for (const { name } of header.tables) leftOut.delete(name);
    const { database } = this.#target;
    const made = await describeTables(database, this.#transaction, leftOut);
    const madeByName = new Map(made.map((table) => [table.name, columnsInWords(table)]));
    for (const table of header.tables) {
      if (madeByName.get(table.name) === columnsInWords(table)) continue;
      const differs = `the table ${table.name} has other columns than its migrations make`;
      throw new BackupRefused(`${path} cannot be restored: ${differs}`);
    }
    const lacking = made.find(({ name }) => !header.tables.some((table) => table.name === name));
    if (lacking === undefined) return;
    throw new BackupRefused(`${path} cannot be restored: it lacks the table ${lacking.name}`);
  }

  async #putFile(path: string, bytes: Uint8Array): Promise<void> {
    const { files } = this.#target;
    const there = await files.get(path);
    if (there === null) {
      this.#put.push(path);
      await files.put(path, bytes);
    } else if (Buffer.compare(there, bytes) !== 0) {
      throw new BackupRefused(`the file store holds another ${path}: name an empty folder`);
    }
    this.#counts.files += 1;
    this.#options.progress?.(this.#counts);
  }
}

function columnsInWords({ columns }: TableShape): string {
  return columns
    .map(({ name, type }) => `${name} ${type}`)
    .sort()
    .join();
}
