// Which tag an address names, for whoever asks. A name that the asker may not know is no name.
import { Refused } from '../../../kit/http/index.ts';
import { parseId, type TagId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { caseKey, lookKey } from '../../../text/index.ts';
import type { Ask } from '../../../web/ask.ts';
import {
  findTagByOldName,
  findTagsByLook,
  findTagsByName,
  nameOfSlug,
  type Tag,
  type TagType,
  tagTypes,
} from '../../tags/index.ts';
import { tagUrl, tagWorksUrl } from '../../tags/urls.ts';
import type { Finding } from '../finding.ts';
import type { WorksIndex } from '../index/works-index.ts';
import { knowsTag, leadsSomewhere } from '../sight.ts';

/** Where several types share a name, the address without a type means the first of these. */
const addressOrder: readonly TagType[] = [
  'fandom',
  'character',
  'relationship',
  'freeform',
  'category',
  'warning',
  'rating',
  'media',
];

export type AskedTag =
  | { readonly kind: 'tag'; readonly tag: Tag; readonly namesakes: readonly Tag[] }
  /** The name is an old one of the tag. */
  | { readonly kind: 'renamed'; readonly tag: Tag }
  /** The name is spelt with other accents or signs. */
  | { readonly kind: 'alike'; readonly tag: Tag };

/** Finds the tag of `/tags/SLUG?type=...`, or refuses with 404. */
export async function tagAsked(ask: Ask, { database }: Parts, finding: Finding): Promise<AskedTag> {
  const name = nameOfSlug(ask.params['slug'] ?? '');
  const types = typesAsked(ask.query);
  const known = (tags: readonly Tag[]) => inOrder(finding, ask.viewer, tags);
  const same = await known(await findTagsByName(database.read, name, addressOrder));
  const tag = same.find((one) => types.includes(one.type));
  if (tag !== undefined) {
    return { kind: 'tag', tag, namesakes: same.filter((one) => one !== tag) };
  }
  for (const type of types) {
    const renamed = await findTagByOldName(database.read, name, [type]);
    if (renamed === null || !(await finding.knows(ask.viewer, renamed))) continue;
    return { kind: 'renamed', tag: renamed };
  }
  const [alike] = await known(await findTagsByLook(database.read, name, types));
  if (alike === undefined) throw new Refused(404);
  return { kind: 'alike', tag: alike };
}

function typesAsked(query: URLSearchParams): readonly TagType[] {
  const asked = query.get('type');
  const type = asked === 'medium' ? 'media' : tagTypes.find((one) => one === asked);
  return type === undefined ? addressOrder : [type];
}

async function inOrder(finding: Finding, viewer: Viewer, tags: readonly Tag[]): Promise<Tag[]> {
  const index = await finding.index();
  const known: Tag[] = [];
  for (const tag of tags) {
    // Where a tag was before it was merged people still go, also when no work bears it.
    const leads = leadsSomewhere(viewer, tag, index);
    if (leads || (await finding.knows(viewer, tag))) known.push(tag);
  }
  return known.sort((a, b) => addressOrder.indexOf(a.type) - addressOrder.indexOf(b.type));
}

/** What an address of the tag has to name besides: its type, where the name alone means another. */
export function typeToName(
  tag: Tag,
  viewer: Viewer,
  index: WorksIndex,
): Readonly<Record<string, string>> {
  const alike = index.names.named(index.tags.get(tag.id)?.lookKey ?? lookKey(tag.name));
  // Nearly every name is one tag's alone.
  if (alike.length < 2) return {};
  const isFirst = alike
    .flatMap((id) => index.tags.get(id) ?? [])
    .filter((one) => caseKey(one.name) === caseKey(tag.name) && knowsTag(viewer, one, index))
    .every((one) => addressOrder.indexOf(one.type) >= addressOrder.indexOf(tag.type));
  return isFirst ? {} : { type: tag.type };
}

/** The address of the tag's page or of its works. */
export function tagHref(
  of: 'page' | 'works',
  tag: Tag,
  viewer: Viewer,
  index: WorksIndex,
  rest = new URLSearchParams(),
): string {
  const query = new URLSearchParams([...Object.entries(typeToName(tag, viewer, index)), ...rest]);
  const path = of === 'page' ? tagUrl(tag) : tagWorksUrl(tag);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What was asked besides the tag itself. */
export function restOfQuery(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => name !== 'type' && name !== 'tag_id'));
}

/**
 * The address of the works of a tag given by its number or as in an address, with everything else
 * that is asked; null when the asker knows none.
 */
export async function worksOfTagAsked(
  ask: Ask,
  finding: Finding,
  given: string,
): Promise<string | null> {
  const index = await finding.index();
  const tag = tagOfNumberOrSlug(ask.viewer, index, given);
  return tag === null ? null : tagHref('works', tag, ask.viewer, index, restOfQuery(ask.query));
}

/** A number is a number first: a tag's name may be one. */
export function tagOfNumberOrSlug(viewer: Viewer, index: WorksIndex, given: string): Tag | null {
  const id = parseId<TagId>(given.trim());
  const numbered = id === null ? undefined : index.tags.get(id);
  if (numbered !== undefined && knowsTag(viewer, numbered, index)) return numbered;
  const name = nameOfSlug(given);
  const named = index.names
    .named(lookKey(name))
    .flatMap((one) => index.tags.get(one) ?? [])
    .filter((tag) => caseKey(tag.name) === caseKey(name) && knowsTag(viewer, tag, index))
    .sort((a, b) => addressOrder.indexOf(a.type) - addressOrder.indexOf(b.type));
  return named[0] ?? null;
}
