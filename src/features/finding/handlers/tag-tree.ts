// The tags above or below one, by metatag and subtag, as trees.
import type { Reader } from '../../../kit/sql/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { listIdsBelow, listMetatagEdges } from '../../tags/index.ts';
import type { Finding } from '../finding.ts';
import { treeLevels, treeTags } from '../limits.ts';
import type { Branch } from '../pages/tag-page.ts';
import { tagHref } from './tag-asked.ts';

type Way = 'above' | 'below';

/** What stands above or below the tag, each once, the most used first on each level. */
export async function treeOf(
  reader: Reader,
  finding: Finding,
  viewer: Viewer,
  root: TagId,
  way: Way,
): Promise<readonly Branch[]> {
  const next = await edgesFrom(reader, root, way);
  const index = await finding.index();
  const ids = [...new Set([...next.values()].flat())];
  const counts = await finding.count(viewer, ids);
  const works = new Map(ids.map((id, at) => [id, counts[at] as number]));
  const placed = new Set([root]);
  const branchesOf = async (id: TagId): Promise<Branch[]> => {
    const own = (next.get(id) ?? []).filter((one) => !placed.has(one));
    for (const one of own) placed.add(one);
    const branches: Branch[] = [];
    for (const one of own) {
      const tag = index.tags.get(one);
      if (tag === undefined || !(await finding.knows(viewer, tag))) continue;
      const href = tagHref('page', tag, viewer, index);
      const further = await branchesOf(one);
      branches.push({ tag, href, works: works.get(one) ?? 0, further });
    }
    return branches.sort((a, b) => b.works - a.works || (a.tag.name < b.tag.name ? -1 : 1));
  };
  return branchesOf(root);
}

/** Level by level, as far as a page shows. */
async function edgesFrom(
  reader: Reader,
  root: TagId,
  way: Way,
): Promise<ReadonlyMap<TagId, TagId[]>> {
  const next = new Map<TagId, TagId[]>();
  const seen = new Set([root]);
  let level: TagId[] = [root];
  for (let depth = 0; depth < treeLevels && level.length > 0; depth++) {
    const further: TagId[] = [];
    for (const [from, to] of await edgesOf(reader, level, way)) {
      next.set(from, [...(next.get(from) ?? []), to]);
      if (seen.has(to) || seen.size > treeTags) continue;
      seen.add(to);
      further.push(to);
    }
    level = further;
  }
  return next;
}

async function edgesOf(
  reader: Reader,
  level: readonly TagId[],
  way: Way,
): Promise<[from: TagId, to: TagId][]> {
  if (way === 'above') {
    const edges = await listMetatagEdges(reader, level);
    return edges.map(({ metatag, subtag }) => [subtag, metatag]);
  }
  const { subtags } = await listIdsBelow(reader, level);
  const ids = [...new Set(subtags)].slice(0, treeTags);
  const from = new Set(level);
  const edges = ids.length === 0 ? [] : await listMetatagEdges(reader, ids);
  return edges
    .filter(({ metatag }) => from.has(metatag))
    .map(({ metatag, subtag }) => [metatag, subtag]);
}
