// From the lines of a back-up to what they say. It knows which line may follow which.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { safePath } from '../files/index.ts';
import type { Row, TableShape } from '../sql/index.ts';
import {
  anyHeader,
  type BackupHeader,
  type Counts,
  closingLine,
  fileEndLine,
  fileLine,
  formatVersion,
  headerLine,
  tableEndLine,
  tableLine,
} from './format.ts';
import { type ReadRow, rowReader } from './rows.ts';
import { UnfitLine } from './unfit-line.ts';

/** What one or more lines of a back-up say; `line` is the line of the first row. */
export type BackupEvent =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'table'; readonly table: TableShape }
  | {
      readonly kind: 'rows';
      readonly table: TableShape;
      readonly rows: readonly Row[];
      readonly line: number;
    }
  | { readonly kind: 'table-end'; readonly table: TableShape; readonly rows: number }
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'closing'; readonly counts: Counts };

type OpenTable = { shape: TableShape; rows: number; startLine: number; read: ReadRow };
type OpenFile = { path: string; size: number; read: number; pieces: Buffer[] };

/** Takes a back-up's lines one by one; throws UnfitLine where one cannot follow. */
export class BackupParser {
  header: BackupHeader | null = null;
  closed = false;
  #line = 0;
  #table: OpenTable | null = null;
  #file: OpenFile | null = null;
  #lastPath = '';
  #tables: Record<string, number> = {};
  #tablesDone = 0;
  #files = 0;
  #rows: Row[] = [];

  /** Where the last line taken is, for a sentence. */
  place(): string {
    if (this.#table) return `line ${this.#line} (table ${this.#table.shape.name})`;
    if (this.#file) return `line ${this.#line} (file ${this.#file.path})`;
    return this.#line === 0 ? 'its start' : `line ${this.#line}`;
  }

  /** Takes the next line; `digest` gives the SHA-256 of everything before it. */
  *take(text: string, digest: () => string): Generator<BackupEvent> {
    this.#line += 1;
    if (this.closed) throw new UnfitLine('nothing may follow the closing line');
    const value = parseJson(text, this.header === null);
    if (this.header === null) {
      this.header = readHeaderLine(value);
      yield { kind: 'header', header: this.header };
    } else if (this.#table !== null && Array.isArray(value)) {
      this.#takeRow(this.#table, value);
    } else if (this.#table !== null) {
      yield* this.flush();
      yield this.#endTable(this.#table, value, digest);
    } else if (this.#file !== null && typeof value === 'string') {
      takePiece(this.#file, value);
    } else if (this.#file !== null) {
      yield this.#endFile(this.#file, value);
    } else {
      yield* this.#takeBetween(value, this.header, digest);
    }
  }

  /** The rows taken since the last time. */
  *flush(): Generator<BackupEvent> {
    if (this.#table === null || this.#rows.length === 0) return;
    const rows = this.#rows;
    const line = this.#table.startLine + this.#table.rows - rows.length + 1;
    this.#rows = [];
    yield { kind: 'rows', table: this.#table.shape, rows, line };
  }

  #takeRow(table: OpenTable, value: unknown[]): void {
    this.#rows.push(table.read(value));
    table.rows += 1;
  }

  #endTable(table: OpenTable, value: unknown, digest: () => string): BackupEvent {
    const end = matching(tableEndLine, value, 'neither a row nor the end of the table');
    const { name } = table.shape;
    if (end.rows !== table.rows) {
      throw new UnfitLine(`${table.rows} rows were read and ${end.rows} were written`);
    }
    if (end.sha256 !== digest()) {
      const lines = `lines ${table.startLine} to ${this.#line}`;
      throw new UnfitLine(`the checksum of ${lines} differs from what was written`);
    }
    this.#tables[name] = table.rows;
    this.#tablesDone += 1;
    this.#table = null;
    return { kind: 'table-end', table: table.shape, rows: table.rows };
  }

  #endFile(file: OpenFile, value: unknown): BackupEvent {
    const end = matching(fileEndLine, value, 'neither a piece nor the end of the file');
    if (file.read !== file.size) {
      throw new UnfitLine(`${file.read} bytes were read and ${file.size} were written`);
    }
    const bytes = Buffer.concat(file.pieces);
    if (createHash('sha256').update(bytes).digest('hex') !== end.contentSha256) {
      throw new UnfitLine("the file's checksum differs from what was written");
    }
    this.#files += 1;
    this.#file = null;
    return { kind: 'file', path: file.path, bytes };
  }

  *#takeBetween(
    value: unknown,
    header: BackupHeader,
    digest: () => string,
  ): Generator<BackupEvent> {
    const next = header.tables[this.#tablesDone];
    if (next !== undefined) {
      const { table } = matching(tableLine, value, `the table ${next.name} must begin here`);
      if (table !== next.name) throw new UnfitLine(`the table ${next.name} must begin here`);
      this.#table = { shape: next, rows: 0, startLine: this.#line, read: rowReader(next) };
      yield { kind: 'table', table: next };
      return;
    }
    const begin = fileLine.safeParse(value);
    if (begin.success) {
      this.#file = this.#beginFile(begin.data, header);
      return;
    }
    const closing = matching(closingLine, value, 'neither a file nor the closing line');
    this.#checkClosing(closing, digest);
    this.closed = true;
    yield { kind: 'closing', counts: { tables: this.#tables, files: this.#files } };
  }

  #beginFile(line: z.infer<typeof fileLine>, header: BackupHeader): OpenFile {
    if (!header.files) throw new UnfitLine('the first line says that there are no files');
    try {
      safePath(line.file);
    } catch (error) {
      throw new UnfitLine((error as Error).message);
    }
    if (line.file <= this.#lastPath) throw new UnfitLine('the file is not in the order of paths');
    this.#lastPath = line.file;
    return { path: line.file, size: line.bytes, read: 0, pieces: [] };
  }

  #checkClosing(closing: z.infer<typeof closingLine>, digest: () => string): void {
    const written = JSON.stringify(Object.entries(closing.tables).sort());
    if (written !== JSON.stringify(Object.entries(this.#tables).sort())) {
      throw new UnfitLine('the closing line counts other rows than were read');
    }
    if (closing.files !== this.#files) {
      throw new UnfitLine(`${this.#files} files were read and ${closing.files} were written`);
    }
    if (closing.sha256 !== digest()) {
      throw new UnfitLine('the checksum of the whole differs from what was written');
    }
  }
}

function readHeaderLine(value: unknown): BackupHeader {
  const any = matching(anyHeader, value, notOurs);
  if (any.version > formatVersion) {
    const newer = `was made by a newer Inkstead (${any.product})`;
    throw new UnfitLine(`${newer}: its format is ${any.version}, this one reads ${formatVersion}`);
  }
  const header = matching(headerLine, value, 'is altered in line 1: not a header of ours');
  for (const table of header.tables) checkShape(table);
  if (new Set(header.tables.map((table) => table.name)).size < header.tables.length) {
    throw new UnfitLine('is altered in line 1: a table is there twice');
  }
  return header;
}

function checkShape({ name, columns, key, references }: TableShape): void {
  const names = new Set(columns.map((column) => column.name));
  const used = [...key, ...references.flatMap((reference) => reference.columns)];
  if (names.size === columns.length && used.every((column) => names.has(column))) return;
  throw new UnfitLine(`is altered in line 1: the columns of ${name} do not fit together`);
}

const notOurs = 'is not an Inkstead back-up: its first line is not ours';

function parseJson(text: string, isHeader: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnfitLine(isHeader ? notOurs : 'the line is not JSON');
  }
}

function matching<Shape extends z.ZodType>(shape: Shape, value: unknown, otherwise: string) {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new UnfitLine(otherwise);
  return parsed.data as z.infer<Shape>;
}

function takePiece(file: OpenFile, base64: string): void {
  const piece = Buffer.from(base64, 'base64');
  file.read += piece.length;
  if (file.read > file.size) throw new UnfitLine(`the file is longer than ${file.size} bytes`);
  file.pieces.push(piece);
}
