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
  { type, term, limit, fandoms = [] }: Suggesting,
): Promise<KnownTag[]> {
  const index = await finding.index();
  const start = lookKey(term);
  if (start === '') return [];
  const wanted = (tag: KnownTag) => (type === null ? tag.type !== 'media' : tag.type === type);
  const tags = [...index.names.beginning(start)]
    .flatMap((id) => index.tags.get(id) ?? [])
    .filter(wanted);
  const near = new Set(fandoms.flatMap((id) => [...(index.children.get(id) ?? [])]));
  const canonicals = await ranked(meantBy(tags, viewer, index), near, viewer, finding);
  if (canonicals.length >= limit) return canonicals.slice(0, limit);
  const drafted = (await finding.draftTags(viewer)).filter(
    (tag) => isFree(tag) && wanted(tag) && beginsSo(tag.lookKey, start),
  );
  const ownDrafts = new Set(drafted.map((tag) => tag.id));
  const free = new Map([...tags.filter(isFree), ...drafted].map((tag) => [tag.id, tag]));
  const offered: KnownTag[] = [];
  // The most used first, so that few have to be looked into.
  for (const tag of await ranked([...free.values()], near, viewer, finding)) {
    if (canonicals.length + offered.length >= limit) break;
    if (ownDrafts.has(tag.id) || isOffered(tag, viewer, index)) offered.push(tag);
  }
  return [...canonicals, ...offered];
}

/** Neither canonical nor a synonym. */
function isFree(tag: KnownTag): boolean {
  return tag.status === 'unwrangled' || tag.status === 'unwrangleable';
}

/** The canonicals among the tags, and those that synonyms among them lead to, each once. */
function meantBy(tags: readonly KnownTag[], viewer: Viewer, index: WorksIndex): KnownTag[] {
  const found = new Map<TagId, KnownTag>();
  for (const tag of tags) {
    if (tag.status === 'canonical') found.set(tag.id, tag);
    const canonical = tag.synonymOf === null ? undefined : index.tags.get(tag.synonymOf);
    if (canonical !== undefined && leadsSomewhere(viewer, tag, index)) {
      found.set(canonical.id, canonical);
    }
  }
  return [...found.values()];
}

/** Those below the fandoms named first, then by how many works the viewer finds by them. */
async function ranked(
  tags: readonly KnownTag[],
  near: ReadonlySet<TagId>,
  viewer: Viewer,
  finding: Finding,
): Promise<KnownTag[]> {
  const uses = await finding.count(
    viewer,
    tags.map((tag) => tag.id),
  );
  return tags
    .map((tag, at) => ({ tag, uses: uses[at] as number, near: near.has(tag.id) }))
    .sort(
      (a, b) =>
        Number(b.near) - Number(a.near) || b.uses - a.uses || (a.tag.name < b.tag.name ? -1 : 1),
    )
    .map(({ tag }) => tag);
}

/** Whether a name that nobody has wrangled may be offered to the viewer. */
function isOffered(tag: KnownTag, viewer: Viewer, index: WorksIndex): boolean {
  if (!knowsTag(viewer, tag, index)) return false;
  return hasRole(viewer, 'wrangler') || isEstablished(tag, viewer, index);
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
