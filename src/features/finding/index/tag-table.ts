// Every tag in packed columns: some 40 bytes each, names included. A tag has a place, by which the
// index of names and the edges know it.
import type { TagId } from '../../../shared/ids.ts';
import { lookKey } from '../../../text/index.ts';
import { type Tag, type TagStatus, type TagType, tagTypes } from '../../tags/index.ts';
import { grown, resized } from './growing.ts';
import { IdPlaces } from './id-places.ts';
import { type Cell, jsonCell, type SavedCells, valueOfCell } from './saved-cells.ts';

/** A tag with what look-ups need; made anew at each question, so told apart by id only. */
export type KnownTag = Tag & { readonly lookKey: string };

/** Tags by id. */
export type TagsById = {
  readonly size: number;
  has(id: TagId): boolean;
  get(id: TagId): KnownTag | undefined;
  keys(): Iterable<TagId>;
};

/** What came of putting a tag. */
export type Put = {
  readonly place: number;
  /** Where it stood under another name, or was waited for; -1: nowhere. */
  readonly moved: number;
};

type Rare = { readonly shortWord: string | null; readonly sortOrder: number };
type Waiting = { readonly place: number; readonly target: TagId };

type SavedRest = {
  readonly ascending: number;
  readonly dead: number;
  readonly rare: readonly (readonly [place: number, rare: Rare])[];
  readonly waiting: readonly Waiting[];
};

const statuses = ['canonical', 'synonym', 'unwrangled', 'unwrangleable'] as const;

// A tag's byte: its type plus one (0: there is none), its status, two flags.
const typeBits = 15;
const statusShift = 4;
const adultBit = 64;
/** The name is ASCII with a letter or digit: its look key is made when it is asked for. */
const plainBit = 128;
const canonicalStatus = statuses.indexOf('canonical');
const synonymStatus = statuses.indexOf('synonym');

/** Names whose places are remembered after they were put. */
export const latelyMost = 256;

export class TagTable implements TagsById {
  readonly #places = new IdPlaces();
  #bytes = new Uint8Array(64);
  /** Where each name begins; it ends where the next begins. */
  #starts = new Uint32Array(64);
  /** By place: of a synonym, the place of its canonical plus one. */
  #targets = new Uint32Array(64);
  #blob: Buffer = Buffer.alloc(1024);
  #blobEnd = 0;
  #dead = 0;
  /** Short words and orders, which vocabularies have. */
  readonly #rare = new Map<number, Rare>();
  /** Synonyms whose canonicals have not come yet. */
  #waiting: Waiting[] = [];

  #puts = 0;
  /** Of the last names that were put, the places, round and round. */
  readonly #lately = new Uint32Array(latelyMost);

  /** How many names were put, ever. */
  get puts(): number {
    return this.#puts;
  }

  /** The places of names put since there were so many; `latelyMost` at most. */
  putSince(puts: number): Uint32Array {
    const some = Math.min(this.#puts - puts, latelyMost);
    return Uint32Array.from({ length: some }, (_, at) => {
      return this.#lately[(this.#puts - some + at) % latelyMost]!;
    });
  }

  /** How many tags there are. */
  get size(): number {
    return this.#places.size - this.#dead;
  }

  /** Places go from 0 up to it; at some there is no tag any more. */
  get end(): number {
    return this.#places.size;
  }

  has(id: TagId): boolean {
    return this.placeOf(id) >= 0;
  }

  get(id: TagId): KnownTag | undefined {
    const place = this.placeOf(id);
    return place < 0 ? undefined : this.at(place);
  }

  *keys(): Generator<TagId> {
    for (let place = 0; place < this.end; place++) {
      if (this.typeAt(place) >= 0) yield this.idAt(place);
    }
  }

  /** -1: there is no such tag. */
  placeOf(id: TagId): number {
    const place = this.#places.of(id);
    return place >= 0 && this.typeAt(place) >= 0 ? place : -1;
  }

  idAt(place: number): TagId {
    return this.#places.idAt(place) as TagId;
  }

  /** Its place in `tagTypes`; -1: there is no tag here. */
  typeAt(place: number): number {
    return (this.#bytes[place]! & typeBits) - 1;
  }

  isCanonical(place: number): boolean {
    return this.typeAt(place) >= 0 && this.#statusAt(place) === canonicalStatus;
  }

  /** Neither canonical nor a synonym. */
  isFree(place: number): boolean {
    return this.typeAt(place) >= 0 && this.#statusAt(place) > synonymStatus;
  }

  /** The place of the canonical that a synonym at this place stands for; -1: it is none. */
  targetAt(place: number): number {
    return this.#targets[place]! - 1;
  }

  /** The place of what a name means: a canonical's own, a synonym's canonical; -1: neither. */
  meantAt(place: number): number {
    const byte = this.#bytes[place]!;
    const status = (byte >>> statusShift) & 3;
    if ((byte & typeBits) === 0 || status > synonymStatus) return -1;
    return status === canonicalStatus ? place : this.#targets[place]! - 1;
  }

  nameAt(place: number): string {
    return this.#text(place, this.#nameEnd(place));
  }

  /** Stays what it is when the tag has moved away; `''` where none ever stood. */
  keyAt(place: number): string {
    const [start, end] = [this.#starts[place]!, this.#endOf(place)];
    if (this.#isPlain(place)) return plainKey(this.#blob, start, end);
    return this.#blob.toString('utf8', this.#nameEnd(place) + 1, end);
  }

  at(place: number): KnownTag {
    const byte = this.#bytes[place]!;
    const rare = this.#rare.get(place);
    return {
      id: this.idAt(place),
      type: tagTypes[(byte & typeBits) - 1] as TagType,
      name: this.nameAt(place),
      status: statuses[this.#statusAt(place)] as TagStatus,
      synonymOf: this.#synonymOf(place),
      shortWord: rare?.shortWord ?? null,
      adult: (byte & adultBit) !== 0,
      sortOrder: rare?.sortOrder ?? 0,
      lookKey: this.keyAt(place),
    };
  }

  /**
   * Puts or replaces a tag. One that changes its name moves to a new place, and synonyms that stand
   * for it follow. `key` is the look key of the name, if it is at hand.
   */
  put(tag: Tag, key?: string): Put {
    const before = this.#places.of(tag.id);
    const stays = this.has(tag.id) && this.nameAt(before) === tag.name;
    const place = stays ? before : this.#append(tag, key);
    const plain = this.#bytes[place]! & plainBit;
    this.#bytes[place] =
      (tagTypes.indexOf(tag.type) + 1) |
      (statuses.indexOf(tag.status) << statusShift) |
      (tag.adult ? adultBit : 0) |
      plain;
    if (tag.shortWord === null && tag.sortOrder === 0) this.#rare.delete(place);
    else this.#rare.set(place, { shortWord: tag.shortWord, sortOrder: tag.sortOrder });
    this.#targets[place] = 0;
    if (stays) this.#waiting = this.#waiting.filter((each) => each.place !== place);
    if (tag.synonymOf !== null) this.#waiting.push({ place, target: tag.synonymOf });
    this.#lately[this.#puts % latelyMost] = place;
    this.#puts += 1;
    const moved = stays ? -1 : before;
    if (moved >= 0) this.#leave(moved, place);
    return { place, moved };
  }

  /** The id's place, kept free for it if it has not come yet. */
  placeFor(id: TagId): number {
    const known = this.#places.of(id);
    if (known >= 0) return known;
    this.#dead += 1;
    return this.#newPlace(id);
  }

  /** Binds synonyms to their canonicals; after every load and change. */
  bindSynonyms(): void {
    this.#waiting = this.#waiting.filter(({ place, target }) => {
      const canonical = this.#places.of(target);
      if (canonical >= 0) this.#targets[place] = canonical + 1;
      return canonical < 0;
    });
  }

  /** Gives back what was held for growth, but for a little; after a load. */
  trim(): void {
    const room = this.end + (this.end >>> 6);
    this.#places.trim();
    this.#bytes = resized(this.#bytes, room);
    this.#starts = resized(this.#starts, room);
    this.#targets = resized(this.#targets, room);
    const blobRoom = this.#blobEnd + Math.ceil(this.#blobEnd / 64);
    this.#blob = Buffer.from(resized(bytesOf(this.#blob), blobRoom).buffer);
  }

  /** Everything as it is now, as `restore` takes it. */
  saved(): SavedCells {
    const { ids, ascending } = this.#places.saved();
    const rest: SavedRest = {
      ascending,
      dead: this.#dead,
      rare: [...this.#rare],
      waiting: this.#waiting,
    };
    return new Map<string, Cell>([
      ['tag ids', ids],
      // Written in place; at the others, what is there stays.
      ['tag bytes', this.#bytes.slice(0, this.end)],
      ['tag starts', this.#starts.subarray(0, this.end)],
      ['tag targets', this.#targets.slice(0, this.end)],
      ['tag names', this.#blob.subarray(0, this.#blobEnd)],
      ['tag rest', jsonCell(rest)],
    ]);
  }

  /** Takes what `saved` gave, in place of everything. */
  restore(cells: SavedCells): void {
    const { ascending, dead, rare, waiting } = valueOfCell(cells.get('tag rest')) as SavedRest;
    this.#places.restore(cells.get('tag ids') as Float64Array, ascending);
    this.#bytes = cells.get('tag bytes') as Uint8Array<ArrayBuffer>;
    this.#starts = cells.get('tag starts') as Uint32Array<ArrayBuffer>;
    this.#targets = cells.get('tag targets') as Uint32Array<ArrayBuffer>;
    const names = cells.get('tag names') as Uint8Array<ArrayBuffer>;
    this.#blob = Buffer.from(names.buffer, names.byteOffset, names.length);
    this.#blobEnd = names.length;
    this.#dead = dead;
    this.#rare.clear();
    for (const [place, one] of rare) this.#rare.set(place, one);
    this.#waiting = [...waiting];
  }

  /** Tags that have a short word, by place. */
  *shortWords(): Generator<readonly [place: number, word: string]> {
    for (const [place, { shortWord }] of this.#rare) {
      if (shortWord !== null) yield [place, shortWord];
    }
  }

  #statusAt(place: number): number {
    return (this.#bytes[place]! >>> statusShift) & 3;
  }

  #isPlain(place: number): boolean {
    return (this.#bytes[place]! & plainBit) !== 0;
  }

  #synonymOf(place: number): TagId | null {
    if (this.#statusAt(place) !== synonymStatus) return null;
    const target = this.targetAt(place);
    if (target >= 0) return this.idAt(target);
    return this.#waiting.findLast((each) => each.place === place)?.target ?? null;
  }

  #endOf(place: number): number {
    return place + 1 < this.end ? this.#starts[place + 1]! : this.#blobEnd;
  }

  /** Where the key begins, behind a zero; of a plain name the end. */
  #nameEnd(place: number): number {
    const [start, end] = [this.#starts[place]!, this.#endOf(place)];
    return this.#isPlain(place) || start === end ? end : this.#blob.indexOf(0, start);
  }

  #text(place: number, end: number): string {
    return this.#blob.toString(this.#isPlain(place) ? 'latin1' : 'utf8', this.#starts[place]!, end);
  }

  #append(tag: Tag, key: string | undefined): number {
    const place = this.#newPlace(tag.id);
    const start = this.#blobEnd;
    const size = Buffer.byteLength(tag.name);
    this.#room(start + size);
    this.#blobEnd += this.#blob.write(tag.name, start, 'utf8');
    const isAscii = size === tag.name.length && size <= scratch.length;
    if (isAscii && plainKey(this.#blob, start, this.#blobEnd) !== '') {
      this.#bytes[place] = plainBit;
      return place;
    }
    const written = key ?? lookKey(tag.name);
    this.#room(this.#blobEnd + 1 + Buffer.byteLength(written));
    this.#blob[this.#blobEnd] = 0;
    this.#blobEnd += 1;
    this.#blobEnd += this.#blob.write(written, this.#blobEnd, 'utf8');
    return place;
  }

  #newPlace(id: TagId): number {
    const place = this.#places.add(id);
    this.#bytes = grown(this.#bytes, place + 1);
    this.#starts = grown(this.#starts, place + 1);
    this.#targets = grown(this.#targets, place + 1);
    this.#bytes[place] = 0;
    this.#starts[place] = this.#blobEnd;
    return place;
  }

  #room(size: number): void {
    if (this.#blob.length >= size) return;
    this.#blob = Buffer.from(grown(bytesOf(this.#blob), size).buffer);
  }

  #leave(from: number, to: number): void {
    if (this.typeAt(from) >= 0) this.#dead += 1;
    // Its key stays what it was: the index of names is sorted by it.
    this.#bytes[from]! &= plainBit;
    this.#rare.delete(from);
    this.#waiting = this.#waiting.filter(({ place }) => place !== from);
    for (let place = 0; place < this.end; place++) {
      if (this.#targets[place] === from + 1) this.#targets[place] = to + 1;
    }
  }
}

function bytesOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

const scratch = Buffer.alloc(4096);

/** `lookKey` of an ASCII name, byte by byte; empty where only signs are in it. */
function plainKey(name: Uint8Array, start: number, end: number): string {
  let size = 0;
  let isParted = false;
  for (let at = start; at < end; at++) {
    const byte = folded[name[at]!]!;
    if (byte === skipped) continue;
    if (byte === parting) {
      isParted = size > 0;
      continue;
    }
    if (isParted) scratch[size++] = parting;
    isParted = false;
    scratch[size++] = byte;
  }
  return scratch.toString('latin1', 0, size);
}

const parting = 32;
const skipped = 0;

/** What each ASCII byte of a name is in its look key. */
const folded = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if (sign === "'") return skipped;
  return /[a-z0-9]/i.test(sign) ? sign.toLowerCase().charCodeAt(0) : parting;
});
