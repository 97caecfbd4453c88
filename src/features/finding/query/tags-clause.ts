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
export function tagsNaming({ words, prefix }: TextLeaf, index: WorksIndex): TagId[] {
  const wanted = lookKey(words);
  if (wanted === '') return [];
  return [...index.names.beginning(wanted)].filter((id) => {
    const key = ` ${index.tags.get(id)?.lookKey ?? ''} `;
    return prefix ? key.includes(` ${wanted}`) : key.includes(` ${wanted} `);
  });
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
