// The children of a tag, of which a large fandom has tens of thousands: those that are used most.
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { type TagType, tagTypes } from '../tags/index.ts';
import { audienceOfViewer } from '../works/index.ts';
import type { Finding } from './finding.ts';
import type { KnownTag } from './index/works-index.ts';
import { knowsTag } from './sight.ts';

type Children = {
  /** Of each type no more than were asked for, about the most used of them. */
  readonly tags: readonly KnownTag[];
  /** How many more the viewer may know, of each type of which there are more. */
  readonly more: Readonly<Partial<Record<TagType, number>>>;
};

/**
 * The children that the viewer may know, by the index. `mayKnow` is asked about those only that
 * are neither canonical nor on works that the viewer meets.
 */
export async function childrenOf(
  finding: Finding,
  viewer: Viewer,
  of: TagId,
  mostOfType: number,
  mayKnow: (tag: KnownTag) => Promise<boolean> = (tag) => finding.knows(viewer, tag),
): Promise<Children> {
  const index = await finding.index();
  const { byId, parentEdges, uses } = index.packedTags;
  const scores = await uses.seenBy(audienceOfViewer(viewer), index);
  const parent = byId.placeOf(of);
  const tags: KnownTag[] = [];
  const more: Partial<Record<TagType, number>> = {};
  const known: number[][] = tagTypes.map(() => []);
  for (const place of parent < 0 ? [] : parentEdges.below(parent)) {
    const type = byId.typeAt(place);
    if (type < 0) continue;
    const isKnown = byId.isCanonical(place) || knowsTag(viewer, byId.at(place), index);
    if (isKnown || (await mayKnow(byId.at(place)))) known[type]!.push(place);
  }
  for (const [type, places] of known.entries()) {
    places.sort((a, b) => scores[b]! - scores[a]! || a - b);
    tags.push(...places.slice(0, mostOfType).map((place) => byId.at(place)));
    if (places.length > mostOfType) more[tagTypes[type]!] = places.length - mostOfType;
  }
  return { tags, more };
}
