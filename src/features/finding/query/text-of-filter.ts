// A whole filter in the query language, by the names of its tags or by their numbers, which stay
// when a tag is renamed.
import {
  allOf,
  anyOf,
  notOf,
  printQuery,
  type QueryName,
  type QueryNode,
  type QueryOrder,
} from '../../../engine/query-language/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { TagType } from '../../tags/index.ts';
import {
  emptyFilter,
  fandomsAsked,
  type UnknownTag,
  usualSort,
  type WorksFilter,
} from '../filter.ts';
import type { LookUp } from '../look-up.ts';
import { type Asking, type NamesLeaf, nameMeant } from './names-meant.ts';
import { fieldOfType, parseWorksQuery, typesOfField } from './works-language.ts';

export type By = 'name' | 'number';

const nowhere = { start: 0, end: 0 };

/** Text that the box reads as the same filter. */
export function textOfFilter(filter: WorksFilter, lookUp: LookUp, by: By): string {
  const { creators, title, language, unknown } = filter;
  const names = (field: string, ...of: QueryName[]): QueryNode => {
    return { kind: 'names', field, of, ...nowhere };
  };
  const named = (text: string): QueryName => ({ kind: 'name', text, ...nowhere });
  const unknowns = (tags: readonly UnknownTag[]) =>
    tags.map(({ type, name }) => names(type === null ? 'tag' : fieldOfType(type), named(name)));
  const nodes: QueryNode[] = [
    ...filter.include.map((group) => tagsNode(group, lookUp, by)),
    ...unknowns(unknown.include),
    ...filter.exclude.map((id) => notOf(tagsNode([id], lookUp, by))),
    ...unknowns(unknown.exclude).map(notOf),
    ...creators.map((name) => names('creator', named(name))),
    ...titleNodes(title),
    ...(language === '' ? [] : [names('language', named(language))]),
    ...rangeNodes(filter),
    ...flagNodes(filter),
    ...(filter.states.length === 0 ? [] : [names('state', ...filter.states.map(named))]),
  ];
  const asking: Asking = { lookUp, fandoms: fandomsAsked(filter, {}, lookUp) };
  const { where } = parseWorksQuery(filter.text);
  nodes.push(by === 'number' ? withNumbers(where, asking) : where);
  return printQuery({ where: allOf(nodes), order: orderOf(filter) });
}

/** A query's text with the names of the tags that it has by their numbers. */
export function textByNames(text: string, lookUp: LookUp): string {
  const { where, order } = parseWorksQuery(text);
  return printQuery({ where: mapNames(where, (leaf) => namedLeaf(leaf, lookUp)), order });
}

/** Numbers of the tags that a query's text names so. */
export function numbersIn(text: string): TagId[] {
  const found = new Set<TagId>();
  mapNames(parseWorksQuery(text).where, (leaf) => {
    for (const name of leaf.of) if (name.kind === 'id') found.add(name.id as TagId);
    return leaf;
  });
  return [...found];
}

/** The text with other numbers in the place of those given. */
export function withOtherNumbers(text: string, others: ReadonlyMap<TagId, TagId>): string {
  const { where, order } = parseWorksQuery(text);
  const moved = mapNames(where, (leaf) => ({
    ...leaf,
    of: leaf.of.map((name) => {
      return name.kind === 'id' ? { ...name, id: others.get(name.id as TagId) ?? name.id } : name;
    }),
  }));
  return printQuery({ where: moved, order });
}

function tagsNode(group: readonly TagId[], lookUp: LookUp, by: By): QueryNode {
  const byField = new Map<string, QueryName[]>();
  for (const id of group) {
    const tag = lookUp.tag(id);
    const field = tag === null ? 'tag' : fieldOfType(tag.type);
    const name: QueryName =
      tag === null || by === 'number'
        ? { kind: 'id', id, ...nowhere }
        : { kind: 'name', text: tag.name, ...nowhere };
    byField.set(field, [...(byField.get(field) ?? []), name]);
  }
  const leaves = [...byField].map(([field, of]): QueryNode => {
    return { kind: 'names', field, of, ...nowhere };
  });
  if (leaves.length === 1 || group.length === 0) return anyOf(leaves);
  // Several types: the field of any tag takes them together.
  const of = group.map((id): QueryName => ({ kind: 'id', id, ...nowhere }));
  const shared = by === 'name' ? sharedName(group, lookUp) : null;
  if (shared !== null) of.splice(0, of.length, { kind: 'name', text: shared, ...nowhere });
  return { kind: 'names', field: 'tag', of, ...nowhere };
}

/** The one name that means just these tags. */
function sharedName(group: readonly TagId[], lookUp: LookUp): string | null {
  const name = lookUp.tag(group[0] as TagId)?.name ?? '';
  const meant = lookUp.tagsNamed(name, typesOfField('tag') as readonly TagType[]);
  const same = meant.length === group.length && meant.every(({ id }) => group.includes(id));
  return same ? name : null;
}

function titleNodes(title: string): QueryNode[] {
  const words = title.split(/[\s()（）"“”„‟＂|｜,，、*]+/u).filter((word) => word !== '');
  return words.map((word) => {
    const of = [{ text: word, phrase: false, prefix: false }];
    return { kind: 'words', field: 'title', of, ...nowhere };
  });
}

function rangeNodes({ ranges }: WorksFilter): QueryNode[] {
  return Object.entries(ranges).map(([field, { min, max }]) => ({
    kind: field === 'updated' || field === 'posted' ? 'date' : 'number',
    field,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...nowhere,
  }));
}

function flagNodes({ complete, series, crossover, oneRelationship }: WorksFilter): QueryNode[] {
  const flags = [
    ['complete', complete],
    ['series', series],
    ['crossover', crossover],
    ['otp', oneRelationship],
  ] as const;
  return flags.flatMap(([field, wanted]): QueryNode[] => {
    return wanted === null ? [] : [{ kind: 'flag', field, wanted, ...nowhere }];
  });
}

function orderOf(filter: WorksFilter): QueryOrder | null {
  const { sort, reversed, seed } = filter;
  if (sort === usualSort(filter) && !reversed) return null;
  const isSeeded = sort === 'random' && seed !== emptyFilter.seed;
  const asked = { field: 'sort', name: sort, reversed, direction: null };
  return { ...asked, seed: isSeeded ? seed : null, ...nowhere };
}

/** Numbers where a name means something now. */
function withNumbers(node: QueryNode, asking: Asking): QueryNode {
  return mapNames(node, (leaf) => {
    const types = typesOfField(leaf.field);
    if (types === null) return leaf;
    const of = leaf.of.flatMap((name): QueryName[] => {
      if (name.kind !== 'name') return [name];
      const { tags } = nameMeant(name, types, asking);
      return tags.length === 0 ? [name] : tags.map((id) => ({ kind: 'id', id, ...nowhere }));
    });
    return { ...leaf, of };
  });
}

function namedLeaf(leaf: NamesLeaf, lookUp: LookUp): NamesLeaf {
  const of = leaf.of.map((name): QueryName => {
    const tag = name.kind === 'id' ? lookUp.tag(name.id as TagId) : null;
    const types = typesOfField(leaf.field) ?? [];
    if (tag === null || !types.includes(tag.type)) return name;
    // Of several types that share the name, only the number tells which.
    if (lookUp.tagsNamed(tag.name, types).length !== 1) return name;
    return { kind: 'name', text: tag.name, ...nowhere };
  });
  return { ...leaf, of };
}

function mapNames(node: QueryNode, change: (leaf: NamesLeaf) => NamesLeaf): QueryNode {
  switch (node.kind) {
    case 'all':
      return allOf(node.of.map((each) => mapNames(each, change)));
    case 'any':
      return anyOf(node.of.map((each) => mapNames(each, change)));
    case 'not':
      return notOf(mapNames(node.of, change));
    case 'names':
      return change(node);
    default:
      return node;
  }
}
