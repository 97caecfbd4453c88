// What a form says while it is being filled in: how many works it would show, and what each of the
// boxes on the page would give. Asked by the page's script at the list's own address.
import type { TagId } from '../../shared/ids.ts';
import { parseId } from '../../shared/ids.ts';
import { numberText } from '../../web/controls.ts';
import { type Boxes, choiceGroups } from './choices.ts';
import type { Finding } from './finding.ts';
import { boxesCounted, facetsCounted } from './limits.ts';
import { text } from './messages.ts';
import { showLabel } from './pages/filter-form.ts';

/** The parameter that asks for counts instead of the page: numbers of tags, by commas. */
export const countsParameter = 'counts';

export type LiveCounts = {
  readonly total: number;
  /** For the button, and to be said aloud. */
  readonly label: string;
  readonly said: string;
  /** By the number of the tag: `1,234`. */
  readonly counts: Readonly<Record<string, string>>;
};

/** `boxes.found` has `facetsCounted` of each facet. */
export async function liveCounts(
  finding: Finding,
  boxes: Boxes,
  asked: string,
): Promise<LiveCounts> {
  const { found, lookUp } = boxes;
  const { total } = found;
  const groups = await choiceGroups(finding, boxes);
  const known = new Map(
    groups.flatMap(({ choices }) => choices.map(({ tag, count }) => [tag.id, count])),
  );
  const ids = [...new Set(asked.split(','))].slice(0, boxesCounted);
  const tags = ids.flatMap((id) => lookUp.tag(parseId<TagId>(id) ?? (0 as TagId)) ?? []);
  // A group that is not full holds every tag of the works that were found: others have none.
  const full = new Set(groups.filter(({ choices }) => choices.length >= facetsCounted));
  const isCut = (type: string) => [...full].some((group) => group.type === type);
  const others = tags.filter((tag) => !known.has(tag.id) && isCut(tag.type)).map((tag) => tag.id);
  const counted = await finding.countWithin(boxes.viewer, boxes.filter, boxes.scope, others);
  others.forEach((id, at) => {
    known.set(id, counted[at] as number);
  });
  const counts = tags.map(({ id }) => [id, numberText(known.get(id) ?? 0)] as const);
  return {
    total,
    label: showLabel(total),
    said: text.countsSaid({ count: total, number: numberText(total) }),
    counts: Object.fromEntries(counts),
  };
}
