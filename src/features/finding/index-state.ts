// How the index stands, for whoever keeps the archive.
import { headPosition } from '../../kit/sql/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { readSaved } from './index/saved-index.ts';
import { createTextIndex } from './text/text-index.ts';

export type IndexState = {
  /** When the lists’ index was saved and how many changes are newer; null: nothing usable. */
  readonly saved: { readonly at: number; readonly behind: number } | null;
  /** Changes that full text does not have yet. */
  readonly textsBehind: number;
  /** False while full text is still being filled. */
  readonly filled: boolean;
};

/** How the index stands; reads files and database, changes nothing. */
export async function readIndexState({
  indexFiles,
  database,
}: Pick<Parts, 'indexFiles' | 'database'>): Promise<IndexState> {
  const saved = await readSaved(indexFiles);
  const head = await headPosition(database.read);
  const { behind, filled } = await createTextIndex(database).status();
  const isUsable = typeof saved !== 'string';
  return {
    saved: isUsable ? { at: saved.savedAt, behind: head - saved.position } : null,
    textsBehind: behind,
    filled,
  };
}
