// Reads that nearly every page asks for: to build their SQL takes longer than to run it.
import type { Compilable, CompiledQuery } from 'kysely';
import type { Reader, Transaction } from './index.ts';

/** What a prepared read takes: a value, or a list for `in`. */
export type PreparedValue = number | string | readonly (number | string)[];

/**
 * A read whose SQL is built once for each database and for each length of its lists, in place of
 * at each call. `build` puts its values into the query as they are and does not look at them: at
 * that time they are not known. A list may not be empty; its length is rounded up to a power of
 * two by repeating its last value, so that few statements serve all lengths.
 */
export function preparedRead<const Values extends readonly PreparedValue[], Row>(
  build: (reader: Reader | Transaction, ...values: Values) => Compilable<Row>,
): (reader: Reader | Transaction, ...values: Values) => Promise<Row[]> {
  const built = new WeakMap<Reader, Map<string, CompiledQuery<Row>>>();
  return async (reader, ...values) => {
    const given = values.map((value) => (typeof value === 'object' ? padded(value) : value));
    const shape = given.map((value) => (typeof value === 'object' ? value.length : 0)).join();
    const known = built.get(reader) ?? new Map<string, CompiledQuery<Row>>();
    built.set(reader, known);
    let query = known.get(shape);
    if (query === undefined) {
      query = build(reader, ...(holesFor(given) as unknown as Values)).compile();
      known.set(shape, query);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Hole ? parameter.fill(given) : parameter,
    );
    const { rows } = await reader.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}

/** Stands for a value while the query is built. */
class Hole {
  readonly #at: number;
  readonly #place: number;

  constructor(at: number, place: number) {
    this.#at = at;
    this.#place = place;
  }

  fill(given: readonly PreparedValue[]): number | string {
    const value = given[this.#at] as PreparedValue;
    return typeof value === 'object' ? (value[this.#place] as number | string) : value;
  }
}

function holesFor(given: readonly PreparedValue[]): (Hole | Hole[])[] {
  return given.map((value, at) =>
    typeof value === 'object' ? value.map((_, place) => new Hole(at, place)) : new Hole(at, 0),
  );
}

function padded<Value>(list: readonly Value[]): readonly Value[] {
  const size = 2 ** Math.ceil(Math.log2(list.length));
  if (size === list.length) return list;
  return [...list, ...new Array<Value>(size - list.length).fill(list.at(-1) as Value)];
}
