// Words of works, for searches by text: not saved, and read when the first such search comes.
import type { Reader } from '../../../kit/sql/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import type { TagId, WorkId } from '../../../shared/ids.ts';
import { plainText, words } from '../../../text/index.ts';
import { type IndexedWork, listIndexedWorks } from '../../works/index.ts';
import type { KnownTags } from './known-tags.ts';
import { memoryWordIndex } from './word-index.ts';

// Some 100 bytes each.
const tagsTakenApartMax = 20_000;

// So many take some 10 ms, for which requests wait.
const worksAtOnce = 100;

/** No words at first. */
export class WorksWords {
  /** Words of title, summary, creators and tag names. */
  readonly all = memoryWordIndex();
  /** Words of titles alone. */
  readonly titles = memoryWordIndex();
  // Most uses of tags are of few tags: their words are taken apart once.
  readonly #ofTags = new Map<TagId, readonly string[]>();
  readonly #tags: KnownTags;

  constructor(tags: KnownTags) {
    this.#tags = tags;
  }

  /**
   * Reads them of every work. `inTurn` runs each step while nothing else changes the index, so that
   * a step never puts what a change has replaced meanwhile.
   */
  async load(reader: Reader, inTurn: InTurn): Promise<void> {
    for (let after = 0, more = true; more; ) {
      more = await inTurn(async () => {
        const works = await listIndexedWorks(reader, { after, limit: worksAtOnce });
        for (const work of works) this.put(work);
        after = works.at(-1)?.id ?? 0;
        return works.length === worksAtOnce;
      });
      await nextTurn();
    }
  }

  put(work: IndexedWork): void {
    const { id } = work;
    this.titles.put(id, words(work.title, work.language));
    const ofTags = work.tagIds.flatMap((tag) => this.#wordsOfTag(tag));
    this.all.put(id, [...wordsOf(work), ...ofTags]);
  }

  remove(id: WorkId): void {
    this.titles.remove(id);
    this.all.remove(id);
  }

  /** Forgets words that were made of the tags' former names; their works are to be put again. */
  forgetNames(ids: readonly TagId[]): void {
    for (const id of ids) this.#ofTags.delete(id);
  }

  #wordsOfTag(id: TagId): readonly string[] {
    const kept = this.#ofTags.get(id);
    if (kept !== undefined) return kept;
    const name = this.#tags.byId.get(id)?.name;
    if (name === undefined) return [];
    const own = words(name, 'en');
    if (this.#ofTags.size >= tagsTakenApartMax) this.#ofTags.clear();
    this.#ofTags.set(id, own);
    return own;
  }
}

type InTurn = (step: () => Promise<boolean>) => Promise<boolean>;

function* wordsOf(work: IndexedWork): Generator<string> {
  const named = work.anonymous ? [] : work.creators;
  yield* words(work.title, work.language);
  yield* words(plainText(work.summary), work.language);
  for (const { name, login } of named) yield* words(`${name} ${login}`, 'en');
}
