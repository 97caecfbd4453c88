// What a tag may belong to, each with its evidence: by how it is spelt, by whom it occurs with.
import type { TagId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { type Finding, type KnownTag, sightOf, type WorksIndex } from '../finding/index.ts';
import { findTagsByNames, type Tag } from '../tags/index.ts';
import { likeNames } from './like-names.ts';

/** On `works` of the `total` works that the tag is found by. */
export type Company = {
  readonly tag: KnownTag;
  readonly works: number;
  readonly total: number;
};

export type Suggestion =
  | { readonly act: 'synonym'; readonly target: KnownTag; readonly because: 'spelling' }
  | {
      readonly act: 'synonym';
      readonly target: KnownTag;
      readonly because: 'company';
      /** Both occur with these. */
      readonly shared: readonly KnownTag[];
    }
  | {
      readonly act: 'add-parent';
      readonly target: KnownTag;
      readonly because: 'company';
      readonly works: number;
      readonly total: number;
    }
  | { readonly act: 'add-parent'; readonly target: KnownTag; readonly because: 'name' };

/** What the tag occurs with: fandoms above all, then characters and relationships. */
export type Evidence = {
  readonly works: number;
  readonly fandoms: readonly Company[];
  readonly company: readonly Company[];
};

// A fandom on fewer of a tag's works than this share says little.
const likelyShare = 0.5;
const fandomsAsked = 5;
const companyAsked = 8;
const synonymsMax = 3;
// Several may lead to one canonical.
const likeNamesMax = 12;

/** What stands on the works that the viewer finds by the tag; one question to the engine. */
export async function evidenceOf(index: WorksIndex, viewer: Viewer, tag: Tag): Promise<Evidence> {
  const { total, facets } = await index.life.query({
    ...sightOf(viewer, index),
    where: { kind: 'term', term: tag.id },
    sort: { column: 'updated', direction: 'descending' },
    page: { number: 1, size: 0 },
    facets: { groups: ['fandom', 'relationship', 'character'], top: companyAsked },
  });
  const company = (group: string, most: number) =>
    (facets[group] ?? [])
      .flatMap(({ id, count }) => {
        const known = index.tags.get(id as TagId);
        return known === undefined || known.id === tag.id
          ? []
          : [{ tag: known, works: count, total }];
      })
      .slice(0, most);
  return {
    works: total,
    fandoms: tag.type === 'fandom' ? [] : company('fandom', fandomsAsked),
    company: [...company('character', companyAsked), ...company('relationship', companyAsked)],
  };
}

/** Which parents and synonyms the evidence and the name speak for, the likeliest first. */
export async function suggestionsFor(
  { database }: Parts,
  index: WorksIndex,
  tag: Tag,
  evidence: Evidence,
): Promise<Suggestion[]> {
  const alike = [
    ...(await reordered(database.read, tag)),
    ...(await likeNames(index, tag, likeNamesMax)),
  ];
  const targets = new Map(
    alike.flatMap((id) => {
      const known = canonicalOf(index, id);
      return known === undefined || known.id === tag.id || !isAlike(known, tag)
        ? []
        : [[known.id, known] as const];
    }),
  );
  const synonyms = [...targets.values()].slice(0, synonymsMax);
  return [
    ...synonyms.map((target): Suggestion => ({ act: 'synonym', target, because: 'spelling' })),
    ...likelyParents(index, tag, evidence),
    ...(await charactersByName(database.read, index, tag)),
  ];
}

/** “A/B” and “A & B” are two things, however alike they are spelt. */
function isAlike(one: Tag, other: Tag): boolean {
  if (one.type !== other.type) return false;
  return one.type !== 'relationship' || signOf(one) === signOf(other);
}

function signOf({ name }: Tag): string {
  return name.includes('/') ? '/' : ' & ';
}

function canonicalOf(index: WorksIndex, id: TagId): KnownTag | undefined {
  const tag = index.tags.get(id);
  if (tag?.status === 'canonical') return tag;
  return tag?.synonymOf ? index.tags.get(tag.synonymOf) : undefined;
}

function likelyParents(index: WorksIndex, tag: Tag, { fandoms }: Evidence): Suggestion[] {
  const above = index.parents.get(tag.id);
  return fandoms
    .filter(({ tag: fandom, works, total }) => {
      const isLikely = fandom.status === 'canonical' && works / total >= likelyShare;
      return isLikely && !above?.has(fandom.id);
    })
    .slice(0, 2)
    .map(({ tag: target, works, total }) => ({
      act: 'add-parent',
      target,
      because: 'company',
      works,
      total,
    }));
}

/** Whom a relationship is between, as its name says. */
function namesIn(relationship: string): string[] {
  const outside = relationship.replace(/\s+\([^)]*\)$/u, '');
  return outside.split(/\s*\/\s*|\s+&\s+/u).filter((name) => name !== '');
}

type Read = Parts['database']['read'];

/** “B/A” for “A/B”: the same people in another order, tied by the same sign. */
async function reordered(read: Read, tag: Tag): Promise<TagId[]> {
  if (tag.type !== 'relationship') return [];
  const names = namesIn(tag.name);
  if (names.length < 2 || names.length > 4) return [];
  const orders = permutations(names).map((order) => order.join(signOf(tag)));
  const found = await findTagsByNames(read, 'relationship', orders);
  return found.filter(({ id }) => id !== tag.id).map(({ id }) => id);
}

function permutations(names: readonly string[]): string[][] {
  if (names.length < 2) return [[...names]];
  return names.flatMap((first, at) =>
    permutations(names.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}

async function charactersByName(read: Read, index: WorksIndex, tag: Tag): Promise<Suggestion[]> {
  if (tag.type !== 'relationship') return [];
  const named = await findTagsByNames(read, 'character', namesIn(tag.name));
  const above = index.parents.get(tag.id);
  const characters = new Map(
    named.flatMap(({ id }) => {
      const known = canonicalOf(index, id);
      return known === undefined || above?.has(known.id) ? [] : [[known.id, known] as const];
    }),
  );
  return [...characters.values()].map((target) => ({
    act: 'add-parent',
    target,
    because: 'name',
  }));
}

// How many of what a tag occurs with are followed to those that occur with it as well.
const companyFollowed = 3;
const candidatesAsked = 8;

/**
 * Canonicals that keep the same company as the tag and never stand on a work with it: what somebody
 * else may have called it. A few questions to the engine: for the page of one tag.
 */
export async function sameCompany(
  finding: Finding,
  viewer: Viewer,
  tag: Tag,
  evidence: Evidence,
): Promise<Suggestion[]> {
  // Freeforms keep everybody's company.
  if (tag.type !== 'character' && tag.type !== 'relationship') return [];
  const index = await finding.index();
  const sight = sightOf(viewer, index);
  const [fandom] = evidence.fandoms;
  const found = new Map<TagId, { target: KnownTag; shared: KnownTag[] }>();
  for (const { tag: friend } of evidence.company.slice(0, companyFollowed)) {
    const { facets } = await index.life.query({
      ...sight,
      where: {
        kind: 'all',
        of: [
          { kind: 'term', term: friend.id },
          ...(fandom ? [{ kind: 'term' as const, term: fandom.tag.id }] : []),
          { kind: 'not', of: { kind: 'term', term: tag.id } },
        ],
      },
      sort: { column: 'updated', direction: 'descending' },
      page: { number: 1, size: 0 },
      facets: { groups: [tag.type], top: candidatesAsked },
    });
    for (const { id } of facets[tag.type] ?? []) {
      const target = index.tags.get(id as TagId);
      if (target?.status !== 'canonical' || target.id === friend.id) continue;
      const entry = found.get(target.id) ?? { target, shared: [] };
      entry.shared.push(friend);
      found.set(target.id, entry);
    }
  }
  const together = (other: TagId) =>
    index.engine.count({
      ...sight,
      where: { kind: 'all', of: [term(tag.id), term(other)] },
    });
  return [...found.values()]
    .filter(({ target, shared }) => shared.length > 1 && together(target.id) === 0)
    .sort((a, b) => b.shared.length - a.shared.length)
    .slice(0, synonymsMax)
    .map(({ target, shared }) => ({ act: 'synonym', target, because: 'company', shared }));
}

function term(id: TagId) {
  return { kind: 'term', term: id } as const;
}
