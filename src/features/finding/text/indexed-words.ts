// Full text out of the words in memory: whole words of titles, summaries and names.
import { words } from '../../../text/index.ts';
import type { WorksIndex } from '../index/works-index.ts';
import type { SearchText } from './leaf.ts';

/** Stands in for full text in the database. */
export function searchIndexedWords(index: WorksIndex): SearchText {
  return async (leaf) => {
    const wanted = words(leaf.words, 'en');
    const known = await index.life.words();
    const titles = known.titles.find(wanted);
    const ids = leaf.field === 'title' ? titles : known.all.find(wanted);
    return { ids, scores: new Map([...ids].map((id) => [id, titles.has(id) ? 3 : 1])) };
  };
}
