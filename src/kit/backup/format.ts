// The lines of a back-up: one JSON value a line. Objects say what follows, arrays are rows,
// strings are pieces of files. docs/operating/back-up.md describes them for strangers.
import { z } from 'zod';
import type { TableShape } from '../sql/index.ts';

/** By which the first line is known. */
export const formatName = 'inkstead-backup';
/** Grows when an older program could no longer read the file. */
export const formatVersion = 1;

/** A piece of a file, in bytes: a multiple of three, so that the base64 can be joined. */
export const pieceBytes = 49_152;
/** The longest line that is read, in bytes. A chapter takes up to 12 MB. */
export const longestLine = 128 * 1024 * 1024;

const name = z.string().min(1).max(200);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

const tableShape = z.strictObject({
  name,
  columns: z
    .array(
      z.strictObject({
        name,
        type: z.enum(['integer', 'real', 'text', 'bytes']),
        nullable: z.boolean(),
      }),
    )
    .min(1),
  key: z.array(name).min(1),
  references: z.array(
    z.strictObject({ columns: z.array(name).min(1), table: name, to: z.array(name).min(1) }),
  ),
});

/** What every version says of itself: enough to refuse a newer one in words. */
export const anyHeader = z.looseObject({
  format: z.literal(formatName),
  version: z.int().min(1),
  product: z.string().max(100),
});

/** The first line. */
export const headerLine = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  /** RFC 3339. */
  createdAt: z.iso.datetime(),
  /** The version of the program that wrote it. */
  product: z.string().max(100),
  /** Applied to the database that it was taken from, in order. */
  migrations: z.array(name),
  leftOut: z.strictObject({ tables: z.array(name), things: z.array(z.string()) }),
  /** Whether the files of the file store follow the tables. */
  files: z.boolean(),
  /** In the order in which their rows follow, each after the tables it refers to. */
  tables: z.array(tableShape),
});

/** What a back-up says of itself. */
export type BackupHeader = Omit<z.infer<typeof headerLine>, 'tables'> & {
  readonly tables: readonly TableShape[];
};

/** A table's rows follow, one array a line. */
export const tableLine = z.strictObject({ table: name });

/** The table's rows are over; the digest is of every byte before this line. */
export const tableEndLine = z.strictObject({
  end: z.literal('table'),
  rows: count,
  sha256: digest,
});

/** A file's pieces follow, one base64 string a line. */
export const fileLine = z.strictObject({ file: z.string(), bytes: count });

/** The file's pieces are over; the digest is of the file's own bytes. */
export const fileEndLine = z.strictObject({ end: z.literal('file'), contentSha256: digest });

/** The last line; the digest is of every byte before it. */
export const closingLine = z.strictObject({
  end: z.literal('backup'),
  tables: z.record(name, count),
  files: count,
  sha256: digest,
});

/** What a back-up holds: rows by table, and how many files. */
export type Counts = {
  readonly tables: Readonly<Record<string, number>>;
  readonly files: number;
};

/** Bytes in a row: no JSON value of their own, so an object with one member. */
export const bytesCell = z.strictObject({ base64: z.base64() });
