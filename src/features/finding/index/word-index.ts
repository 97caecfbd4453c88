// Words of title, summary, creators and tags. This memory form holds an archive of some hundred
// thousand works; the port is what full text in the database takes its place behind.

/** Finds works by words; who may see them is the plan's affair, so every work may be in it. */
export type WordIndex = {
  put(id: number, words: Iterable<string>): void;
  remove(id: number): void;
  /** Works that bear every one of the words, whole. */
  find(words: readonly string[]): ReadonlySet<number>;
};

const none: ReadonlySet<number> = new Set();

export function memoryWordIndex(): WordIndex {
  const worksOf = new Map<string, Set<number>>();
  const wordsOf = new Map<number, readonly string[]>();

  const remove = (id: number) => {
    for (const word of wordsOf.get(id) ?? []) {
      const works = worksOf.get(word);
      works?.delete(id);
      if (works?.size === 0) worksOf.delete(word);
    }
    wordsOf.delete(id);
  };

  const put = (id: number, words: Iterable<string>) => {
    remove(id);
    const own = [...new Set(words)];
    wordsOf.set(id, own);
    for (const word of own) {
      const works = worksOf.get(word);
      if (works === undefined) worksOf.set(word, new Set([id]));
      else works.add(id);
    }
  };

  return {
    put,
    remove,
    find(words) {
      const sets = words.map((word) => worksOf.get(word) ?? none);
      const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
      if (smallest === undefined) return none;
      if (others.length === 0) return smallest;
      return new Set([...smallest].filter((id) => others.every((set) => set.has(id))));
    },
  };
}
