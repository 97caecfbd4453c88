// Tags as the engine takes them: for whom they mean something, and by the words in their names.
import type { Clause } from '../../../engine/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { lookKey } from '../../../text/index.ts';
import type { WorksIndex } from '../index/works-index.ts';
import { leadsSomewhere } from '../sight.ts';
import type { TextLeaf } from '../text/leaf.ts';

/** What the tags mean to the viewer, any of them. */
export function includeClause(ids: readonly TagId[], index: WorksIndex, viewer: Viewer): Clause {
  const terms = ids.flatMap((id) => {
    const tag = index.tags.get(id);
    // A number tried out must not tell that there is such a tag, nor what it is a synonym of.
    if (tag === undefined || !leadsSomewhere(viewer, tag, index)) return [];
    return tag.type === 'media' ? [...(index.children.get(id) ?? [])] : [id];
  });
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return { kind: 'term', term: only };
  return { kind: 'anyTerm', terms };
}

/** Tags in whose names the words stand side by side; the last may go on. */
export function tagsNaming({ words, prefix }: TextLeaf, index: WorksIndex): readonly TagId[] {
  const wanted = lookKey(words);
  if (wanted === '') return [];
  const kept = keptNames(index);
  const key = `${prefix} ${wanted}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const tags = [...index.names.containing(wanted, prefix)];
  if (kept.size >= keptNamesMax) kept.clear();
  kept.set(key, tags);
  return tags;
}

// One list asks for the same words a few times: to find, to count, to rank.
const keptNamesMax = 100;
type KeptNames = { readonly position: number; readonly names: Map<string, readonly TagId[]> };
const keptByIndex = new WeakMap<WorksIndex, KeptNames>();

/** What is kept until anything changes. */
function keptNames(index: WorksIndex): KeptNames['names'] {
  const { position } = index.engine;
  const kept = keptByIndex.get(index);
  if (kept?.position === position) return kept.names;
  const names: KeptNames['names'] = new Map();
  keptByIndex.set(index, { position, names });
  return names;
}

/**
 * Works found by those tags' names: by all that a canonical one means, by the others where they
 * stand themselves. A synonym's wording says nothing of works that do not bear it.
 */
export function namingClauses(tags: readonly TagId[], index: WorksIndex): Clause[] {
  const naming = new Set(tags);
  const terms: TagId[] = [];
  const clauses: Clause[] = [];
  for (const id of tags) {
    const canonical = index.tags.get(id)?.synonymOf ?? null;
    if (canonical === null) terms.push(id);
    else if (!naming.has(canonical)) clauses.push({ kind: 'bears', term: id });
  }
  if (terms.length > 0) clauses.push({ kind: 'anyTerm', terms });
  return clauses;
}
