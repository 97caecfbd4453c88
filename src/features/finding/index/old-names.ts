// Names that tags once had: whoever still types one, or follows a link that holds one, means the
// tag that bears another name now.
import type { TagId } from '../../../shared/ids.ts';

/** By the `caseKey` of the name: the tags that bore it, one of a type at most. */
export type OldNames = { get(nameKey: string): readonly TagId[] };

export class OldNameTable implements OldNames {
  readonly #tags = new Map<string, TagId[]>();
  readonly #names = new Map<TagId, string[]>();

  get(nameKey: string): readonly TagId[] {
    return this.#tags.get(nameKey) ?? [];
  }

  add(tag: TagId, nameKey: string): void {
    this.#tags.set(nameKey, [...(this.#tags.get(nameKey) ?? []), tag]);
    this.#names.set(tag, [...(this.#names.get(tag) ?? []), nameKey]);
  }

  /** Forgets every old name of the tag. */
  clear(tag: TagId): void {
    for (const name of this.#names.get(tag) ?? []) {
      const left = (this.#tags.get(name) ?? []).filter((one) => one !== tag);
      if (left.length === 0) this.#tags.delete(name);
      else this.#tags.set(name, left);
    }
    this.#names.delete(tag);
  }
}
