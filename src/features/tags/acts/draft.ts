// What an act would leave behind, worked out on paper: reads see what was changed here before, and
// nothing is written. A preview stops here; a transaction then writes the steps.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { caseKey } from '../../../text/index.ts';
import { findOldNameHolder, isTied, listTies } from '../store/acts.ts';
import { findTagsByIds, findTagsByName, listSynonymIds } from '../store.ts';
import type { Tag, TagType } from '../tag.ts';
import type { Standing, Step, Tie } from './act.ts';

/** Changes to tags that nobody has written yet. */
export class Draft {
  readonly steps: Step[] = [];
  readonly #reader: Reader | Transaction;
  readonly #tags = new Map<TagId, Tag>();
  /** What was changed here. */
  readonly #ties = new Map<string, Tie & { readonly there: boolean }>();
  /** Edges as they were read, and of which ends every edge was. */
  readonly #readTies = new Map<string, Map<string, Tie>>();

  constructor(reader: Reader | Transaction) {
    this.#reader = reader;
  }

  async tag(id: TagId): Promise<Tag | undefined> {
    await this.load([id]);
    return this.#tags.get(id);
  }

  /** Reads tags together that will be asked for one by one. */
  async load(ids: readonly TagId[]): Promise<void> {
    const missing = ids.filter((id) => !this.#tags.has(id));
    if (missing.length === 0) return;
    for (const [id, tag] of await findTagsByIds(this.#reader, missing)) this.#tags.set(id, tag);
  }

  async synonymsOf(id: TagId): Promise<TagId[]> {
    await this.load(await listSynonymIds(this.#reader, id));
    return [...this.#tags.values()].filter((tag) => tag.synonymOf === id).map((tag) => tag.id);
  }

  /** Every edge that has the tag at that end. */
  async tiesOf(fact: Tie['fact'], end: 'above' | 'below', id: TagId): Promise<Tie[]> {
    const ties = new Map(await this.#read(fact, end, id));
    for (const [name, { there, ...tie }] of this.#ties) {
      if (tie.fact !== fact || tie[end] !== id) continue;
      if (there) ties.set(name, tie);
      else ties.delete(name);
    }
    return [...ties.values()];
  }

  async isTied(tie: Tie): Promise<boolean> {
    const drafted = this.#ties.get(key(tie));
    if (drafted !== undefined) return drafted.there;
    // Thousands of edges move with a large fandom: those were read together.
    const { fact, above, below } = tie;
    const read =
      this.#readTies.get(endKey(fact, 'above', above)) ??
      this.#readTies.get(endKey(fact, 'below', below));
    return read === undefined ? isTied(this.#reader, tie) : read.has(key(tie));
  }

  async #read(fact: Tie['fact'], end: 'above' | 'below', id: TagId): Promise<Map<string, Tie>> {
    const known = this.#readTies.get(endKey(fact, end, id));
    if (known !== undefined) return known;
    const listed = await listTies(this.#reader, fact, end, id);
    const read = new Map(listed.map((tie) => [key(tie), tie]));
    this.#readTies.set(endKey(fact, end, id), read);
    return read;
  }

  /** Whether `tag` is `above` itself or stands below it at any depth of metatags. */
  async standsBelow(tag: TagId, above: TagId): Promise<boolean> {
    const seen = new Set<TagId>([tag]);
    for (const each of seen) {
      if (each === above) return true;
      for (const tie of await this.tiesOf('metatag', 'below', each)) seen.add(tie.above);
    }
    return false;
  }

  /** Who bears the name or once bore it, this tag aside. */
  async bearerOf(type: TagType, name: string, besides: TagId): Promise<Tag | null> {
    const named = await findTagsByName(this.#reader, name, [type]);
    const bearer = named.find((tag) => tag.id !== besides);
    if (bearer !== undefined) return bearer;
    const holder = await findOldNameHolder(this.#reader, type, caseKey(name));
    return holder === null || holder === besides ? null : ((await this.tag(holder)) ?? null);
  }

  async oldNameHolder(type: TagType, nameKey: string): Promise<TagId | null> {
    return findOldNameHolder(this.#reader, type, nameKey);
  }

  async stand(id: TagId, to: Standing): Promise<void> {
    const tag = await this.tag(id);
    if (tag === undefined || (tag.status === to.status && tag.synonymOf === to.synonymOf)) return;
    const from = { status: tag.status, synonymOf: tag.synonymOf };
    this.steps.push({ fact: 'standing', tag: id, from, to });
    this.#tags.set(id, { ...tag, ...to });
  }

  async rename(id: TagId, to: string): Promise<void> {
    const tag = await this.tag(id);
    if (tag === undefined || tag.name === to) return;
    this.steps.push({ fact: 'name', tag: id, from: tag.name, to });
    this.#tags.set(id, { ...tag, name: to });
  }

  async giveOldName(type: TagType, nameKey: string, to: TagId | null): Promise<void> {
    const from = await this.oldNameHolder(type, nameKey);
    if (from !== to) this.steps.push({ fact: 'old-name', type, key: nameKey, from, to });
  }

  /** Makes the edge, or takes it away; says whether that changed anything. */
  async tie({ fact, above, below }: Tie, there: boolean): Promise<boolean> {
    const tie = { fact, above, below };
    if ((await this.isTied(tie)) === there) return false;
    this.steps.push({ ...tie, there });
    this.#ties.set(key(tie), { ...tie, there });
    return true;
  }
}

function endKey(fact: Tie['fact'], end: 'above' | 'below', id: TagId): string {
  return `${fact}:${end}:${id}`;
}

function key({ fact, above, below }: Tie): string {
  return `${fact}:${above}:${below}`;
}
