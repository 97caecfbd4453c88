// Pseuds with their people and the keys of their names, packed: some 50 bytes each. Those that came
// or changed since stand beside, and are packed with the rest when they are many.
import type { PseudId, UserId } from '../../../shared/ids.ts';
import { grown } from './growing.ts';
import { type Cell, jsonCell, type SavedCells, valueOfCell } from './saved-cells.ts';

/** The key of the pseud's own name, and that of its person's log-in name. */
export type NameKeys = readonly [string, string];
type Pseud = { readonly userId: UserId; readonly names: NameKeys };
/** As plain data. */
export type ListedPseud = readonly [PseudId, UserId, ...NameKeys];

// To pack a million takes seconds, so that is done as they grow by half.
const besideLeast = 4096;
const besideShare = 1 / 2;
// To write out or take so many takes some milliseconds.
const pseudsOfCell = 2000;
// A name's place is twice its pseud's, plus one for the second name. With 28 bits of a hash before
// it, it is a whole number that sorts as the hash does.
const places = 2 ** 25;
const hashShift = 4;

/** Nobody at first. */
export class PseudNames {
  // By place of the pseud, ascending.
  #ids = new Float64Array();
  #users = new Float64Array();
  /** Where each name begins, in the order of their places; and where the last one ends. */
  #starts = new Uint32Array(1);
  #bytes = new Uint8Array();
  /** Hash and place of every name, ascending. */
  #order = new Float64Array();
  readonly #beside = new Map<PseudId, Pseud>();
  readonly #besideByName = new Map<string, Set<PseudId>>();

  /** Undefined: there is no such pseud. */
  userOf(id: PseudId): UserId | undefined {
    const pseud = this.#beside.get(id);
    if (pseud !== undefined) return pseud.userId;
    const place = this.#placeOf(id);
    return place < 0 ? undefined : (this.#users[place] as UserId);
  }

  /** Pseuds of which either key is this one. */
  named(key: string): PseudId[] {
    const found = new Set(this.#besideByName.get(key));
    const wanted = new TextEncoder().encode(key);
    const hash = hashOf(wanted, 0, wanted.length);
    for (let at = firstFrom(this.#order, hash * places); at < this.#order.length; at++) {
      const name = this.#order[at]! - hash * places;
      if (name >= places) break;
      const id = this.#ids[name >>> 1] as PseudId;
      if (!this.#beside.has(id) && this.#isSame(name, wanted)) found.add(id);
    }
    return [...found];
  }

  /** Puts or replaces a pseud. */
  put(id: PseudId, userId: UserId, names: NameKeys): void {
    const before = this.#beside.get(id);
    const known = before?.names ?? this.#packedNames(id);
    if (known !== null && known[0] === names[0] && known[1] === names[1]) return;
    for (const name of before?.names ?? []) this.#besideByName.get(name)?.delete(id);
    this.#putBeside(id, { userId, names });
    const most = Math.max(besideLeast, this.#ids.length * besideShare);
    // While all are gathered, whoever gathers them packs them at the end.
    if (this.#ids.length > 0 && this.#beside.size > most) for (const _ of this.packing());
  }

  /** Everyone, by id. */
  *listed(): Generator<ListedPseud> {
    const beside = Float64Array.from(this.#beside.keys()).sort() as ArrayLike<number>;
    let next = 0;
    for (let place = 0; place <= this.#ids.length; place++) {
      const id = (this.#ids[place] ?? Number.POSITIVE_INFINITY) as PseudId;
      for (; next < beside.length && beside[next]! <= id; next++) {
        const come = beside[next] as PseudId;
        yield listedOf([come, this.#beside.get(come)!]);
      }
      if (place === this.#ids.length || this.#beside.has(id)) continue;
      yield [id, this.#users[place] as UserId, ...this.#namesAt(place)];
    }
  }

  /** Everything as it is now. Those beside are written out when they are asked for. */
  cells(): Iterable<readonly [name: string, cell: Cell]> {
    const packed: [string, Cell][] = [
      ['pseud ids', this.#ids],
      ['pseud users', this.#users],
      ['pseud starts', this.#starts],
      ['pseud bytes', this.#bytes],
      ['pseud order', this.#order],
    ];
    const beside = [...this.#beside];
    return (function* () {
      yield* packed;
      for (let from = 0; from < beside.length; from += pseudsOfCell) {
        const some = beside.slice(from, from + pseudsOfCell).map(listedOf);
        yield [`pseuds ${from / pseudsOfCell}`, jsonCell(some)] as const;
      }
    })();
  }

  /** Takes what `cells` gave, in place of nobody; in steps of some milliseconds. */
  *restore(cells: SavedCells): Generator<void> {
    this.#ids = cells.get('pseud ids') as Float64Array<ArrayBuffer>;
    this.#users = cells.get('pseud users') as Float64Array<ArrayBuffer>;
    this.#starts = cells.get('pseud starts') as Uint32Array<ArrayBuffer>;
    this.#bytes = cells.get('pseud bytes') as Uint8Array<ArrayBuffer>;
    this.#order = cells.get('pseud order') as Float64Array<ArrayBuffer>;
    for (let part = 0; cells.has(`pseuds ${part}`); part++) {
      yield;
      const some = valueOfCell(cells.get(`pseuds ${part}`)) as readonly ListedPseud[];
      for (const [id, userId, ...names] of some) this.#putBeside(id, { userId, names });
    }
  }

  #putBeside(id: PseudId, pseud: Pseud): void {
    this.#beside.set(id, pseud);
    for (const name of pseud.names) {
      const others = this.#besideByName.get(name);
      if (others === undefined) this.#besideByName.set(name, new Set([id]));
      else others.add(id);
    }
  }

  /** Packs all, in steps of some milliseconds; sorting is one. Nothing is put meanwhile. */
  *packing(): Generator<void> {
    const size = this.#countOf();
    const [ids, users] = [new Float64Array(size), new Float64Array(size)];
    const starts = new Uint32Array(2 * size + 1);
    const order = new Float64Array(2 * size);
    let bytes = new Uint8Array(this.#bytes.length + 64 * this.#beside.size);
    const encoder = new TextEncoder();
    let place = 0;
    let end = 0;
    for (const [id, userId, ...names] of this.listed()) {
      ids[place] = id;
      users[place] = userId;
      for (let name = 2 * place; name < 2 * place + 2; name++) {
        const key = names[name & 1]!;
        bytes = grown(bytes, end + 3 * key.length);
        const start = end;
        end += encoder.encodeInto(key, bytes.subarray(end)).written;
        order[name] = hashOf(bytes, start, end) * places + name;
        starts[name + 1] = end;
      }
      place += 1;
      if (place % pseudsOfCell === 0) yield;
    }
    // Other arrays than before: those that are being saved stay as they are.
    this.#ids = ids;
    this.#users = users;
    this.#starts = starts;
    this.#bytes = bytes.slice(0, end);
    this.#order = order.sort();
    this.#beside.clear();
    this.#besideByName.clear();
  }

  #countOf(): number {
    let size = this.#ids.length;
    for (const id of this.#beside.keys()) if (this.#placeOf(id) < 0) size += 1;
    return size;
  }

  #placeOf(id: PseudId): number {
    const place = firstFrom(this.#ids, id);
    return this.#ids[place] === id ? place : -1;
  }

  #packedNames(id: PseudId): NameKeys | null {
    const place = this.#placeOf(id);
    return place < 0 ? null : this.#namesAt(place);
  }

  #namesAt(place: number): NameKeys {
    return [this.#nameAt(2 * place), this.#nameAt(2 * place + 1)];
  }

  #nameAt(name: number): string {
    const { buffer, byteOffset } = this.#bytes;
    const [start, end] = [this.#starts[name]!, this.#starts[name + 1]!];
    return Buffer.from(buffer, byteOffset + start, end - start).toString();
  }

  #isSame(name: number, wanted: Uint8Array): boolean {
    const start = this.#starts[name]!;
    if (this.#starts[name + 1]! - start !== wanted.length) return false;
    return wanted.every((byte, at) => this.#bytes[start + at] === byte);
  }
}

function listedOf([id, { userId, names }]: readonly [PseudId, Pseud]): ListedPseud {
  return [id, userId, ...names];
}

/** The first place at which an ascending array is not below the value. */
function firstFrom(cells: Float64Array, value: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cells[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 28 bits. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> hashShift;
}
