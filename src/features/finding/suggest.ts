// Tags to offer while somebody types: by the beginning of the name or of any word in it.
import type { TagId } from '../../shared/ids.ts';
import { hasRole, type Viewer } from '../../shared/viewer.ts';
import { lookKey } from '../../text/index.ts';
import type { TagType } from '../tags/index.ts';
import type { Finding } from './finding.ts';
import { beginsSo } from './index/name-index.ts';
import type { KnownTag, WorksIndex } from './index/works-index.ts';
import { knowsTag, leadsSomewhere, sightOf } from './sight.ts';

export type Suggesting = {
  /** Null: any type that stands on works. */
  readonly type: TagType | null;
  readonly term: string;
  readonly limit: number;
  /** Tags below any of these fandoms come first. */
  readonly fandoms?: readonly TagId[];
};

/**
 * Tags that the term may be the beginning of, best first: canonical ones by their uses, then the
 * others. A synonym leads to its canonical. A name that nobody has wrangled is offered to its own
 * creators and to wranglers at once, to others when two creators are known to use it; never one
 * that the viewer could not see.
 */
export async function suggestTags(
  finding: Finding,
  viewer: Viewer,
  asked: Suggesting,
): Promise<KnownTag[]> {
  const index = await finding.index();
  const start = lookKey(asked.term);
  if (start === '') return [];
  const found = new Map<TagId, KnownTag>();
  for (const id of index.names.beginning(start)) {
    const tag = offered(index.tags.get(id), asked.type, viewer, index);
    if (tag !== null) found.set(tag.id, tag);
  }
  for (const tag of await finding.draftTags(viewer)) {
    if (tag.type === asked.type || asked.type === null) {
      if (beginsSo(tag.lookKey, start)) found.set(tag.id, tag);
    }
  }
  const tags = [...found.values()];
  const uses = await finding.count(
    viewer,
    tags.map((tag) => tag.id),
  );
  const near = new Set((asked.fandoms ?? []).flatMap((id) => [...(index.children.get(id) ?? [])]));
  return tags
    .map((tag, at) => ({ tag, uses: uses[at] as number, near: near.has(tag.id) }))
    .sort(
      (a, b) =>
        Number(b.near) - Number(a.near) ||
        Number(isCanonical(b.tag)) - Number(isCanonical(a.tag)) ||
        b.uses - a.uses ||
        (a.tag.name < b.tag.name ? -1 : 1),
    )
    .slice(0, asked.limit)
    .map(({ tag }) => tag);
}

function isCanonical(tag: KnownTag): boolean {
  return tag.status === 'canonical';
}

function offered(
  tag: KnownTag | undefined,
  type: TagType | null,
  viewer: Viewer,
  index: WorksIndex,
): KnownTag | null {
  if (tag === undefined || (type === null ? tag.type === 'media' : tag.type !== type)) return null;
  if (isCanonical(tag)) return tag;
  if (tag.synonymOf !== null) {
    return leadsSomewhere(viewer, tag, index) ? (index.tags.get(tag.synonymOf) ?? null) : null;
  }
  if (!knowsTag(viewer, tag, index)) return null;
  return hasRole(viewer, 'wrangler') || isEstablished(tag, viewer, index) ? tag : null;
}

/** The viewer uses the tag, or two creators do, by works that the viewer sees under their names. */
function isEstablished(tag: KnownTag, viewer: Viewer, index: WorksIndex): boolean {
  const { audience } = sightOf(viewer, index);
  const own = viewer.kind === 'guest' ? null : viewer.userId;
  const people = new Set<number>();
  for (const id of index.engine.documentsWith(tag.id)) {
    if (index.creators.of(id).some(({ userId }) => userId === own)) return true;
    if ((index.audienceOf(id) & audience) === 0) continue;
    // To count whoever is anonymous would tell that they are somebody else.
    for (const { userId } of index.creators.namedOn(id)) people.add(userId);
    if (people.size > 1) return true;
  }
  return false;
}
