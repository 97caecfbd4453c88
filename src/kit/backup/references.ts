// Whether every row that refers to another finds it in the same back-up.
import type { Cell, Reference, Row, TableShape } from '../sql/index.ts';
import type { BackupEvent } from './parse.ts';
import { BackupRefused } from './refused.ts';
import { keyPlaces } from './rows.ts';

/** Passes the events on; throws BackupRefused, naming line and column, where one finds nothing. */
export async function* withReferences(
  path: string,
  events: AsyncIterable<BackupEvent>,
): AsyncGenerator<BackupEvent> {
  const check = new ReferenceCheck(path);
  for await (const event of events) {
    if (event.kind === 'header') check.expect(event.header.tables);
    if (event.kind === 'rows') check.take(event.table, event.rows, event.line);
    if (event.kind === 'table-end') check.endTable(event.table);
    yield event;
  }
}

/** Rows of one table that others refer to, by the columns they are referred to by. */
type Target = { readonly places: readonly number[]; readonly keys: Keys; complete: boolean };
type Waiting = { readonly line: number; readonly reference: Reference; readonly cells: Row };

class ReferenceCheck {
  readonly #path: string;
  readonly #targets = new Map<string, Target>();
  // Rows that refer to a later row of their own table, or to a table that comes after.
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(path: string) {
    this.#path = path;
  }

  expect(tables: readonly TableShape[]): void {
    for (const { name, references } of tables) {
      for (const { table, to } of references) {
        const other = tables.find((each) => each.name === table);
        const places = other ? keyPlaces(other, to) : [];
        if (other === undefined || places.includes(-1)) {
          const lost = `${name} refers to ${table} (${to.join(', ')}), which is not there`;
          throw new BackupRefused(`${this.#path} is altered in line 1: ${lost}`);
        }
        const keys = isIntegerKey(other, to) ? new SortedIntegers() : new Texts();
        this.#targets.set(nameOf(table, to), { places, keys, complete: false });
      }
    }
  }

  take(table: TableShape, rows: readonly Row[], firstLine: number): void {
    for (const [name, { places, keys }] of this.#targets) {
      if (!name.startsWith(`${table.name} `)) continue;
      for (const row of rows) keys.add(places.map((at) => row[at] as Cell));
    }
    for (const reference of table.references) {
      const places = keyPlaces(table, reference.columns);
      rows.forEach((row, at) => {
        const cells = places.map((place) => row[place] as Cell);
        if (!cells.includes(null)) this.#look(reference, cells, firstLine + at);
      });
    }
  }

  endTable(table: TableShape): void {
    for (const [name, target] of this.#targets) {
      if (!name.startsWith(`${table.name} `)) continue;
      target.complete = true;
      for (const { line, reference, cells } of this.#waiting.get(name) ?? []) {
        this.#look(reference, cells, line);
      }
      this.#waiting.delete(name);
    }
  }

  #look(reference: Reference, cells: Row, line: number): void {
    const name = nameOf(reference.table, reference.to);
    const target = this.#targets.get(name) as Target;
    if (target.keys.has(cells)) return;
    if (target.complete) {
      const lost = `${reference.columns.join(', ')} is ${cells.join(', ')}`;
      const reason = `${lost}, which is not in the table ${reference.table}`;
      throw new BackupRefused(`${this.#path} is not sound in line ${line}: ${reason}`);
    }
    const waiting = this.#waiting.get(name) ?? [];
    waiting.push({ line, reference, cells });
    this.#waiting.set(name, waiting);
  }
}

function nameOf(table: string, columns: readonly string[]): string {
  return `${table} ${columns.join()}`;
}

function isIntegerKey({ columns, key }: TableShape, to: readonly string[]): boolean {
  if (key.length !== 1 || to.length !== 1 || key[0] !== to[0]) return false;
  return columns.find((column) => column.name === key[0])?.type === 'integer';
}

type Keys = { add(cells: Row): void; has(cells: Row): boolean };

// Eight bytes a row: ten million works and their chapters fit in half a gigabyte. Rows come in the
// order of their key, which the parser has checked.
class SortedIntegers implements Keys {
  #values = new Float64Array(1024);
  #count = 0;

  add([value]: Row): void {
    if (this.#count === this.#values.length) {
      const grown = new Float64Array(this.#count * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count] = value as number;
    this.#count += 1;
  }

  has([value]: Row): boolean {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#values[middle] as number) < (value as number)) low = middle + 1;
      else high = middle;
    }
    return low < this.#count && this.#values[low] === value;
  }
}

class Texts implements Keys {
  readonly #values = new Set<string>();

  add(cells: Row): void {
    this.#values.add(asText(cells));
  }

  has(cells: Row): boolean {
    return this.#values.has(asText(cells));
  }
}

function asText(cells: Row): string {
  return JSON.stringify(
    cells.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : cell)),
  );
}
