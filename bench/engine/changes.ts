// What one change costs, and that the next question knows it.
import type { Document, Engine, Query, Term } from '../../src/engine/index.ts';
import { timed } from './clock.ts';
import { audiences, facetGroups, none, type PackedArchive, termIdAt } from './packed-archive.ts';

/** Microseconds of each change, and how many were not in the next answer. */
export type Changes = {
  readonly added: number[];
  readonly edited: number[];
  readonly counted: number[];
  readonly removed: number[];
  readonly unseen: number;
};

const changesOfEach = 1000;

/** Adds works, edits their tags, counts a visitor, removes them: the archive ends as it began. */
export function changesOf(engine: Engine, archive: PackedArchive): Changes {
  const taken = sample(archive);
  const us = (change: (document: Document) => void): number[] =>
    taken.map((document) => timed(() => change(document)) * 1000);
  let unseen = 0;
  const added = us((document) => engine.putDocument(document));
  for (const { id, terms } of taken) if (!isFound(engine, id, terms[0]!)) unseen += 1;
  const edited = us((document) => engine.putDocument(edit(document)));
  for (const document of taken) {
    if (!isFound(engine, document.id, edit(document).terms.at(-1)!)) unseen += 1;
    if (isFound(engine, document.id, document.terms[0]!)) unseen += 1;
  }
  const counted = us(({ id }) => engine.setNumber(id, 'hits', 12_345));
  const removed = us(({ id }) => engine.removeDocument(id));
  for (const { id, terms } of taken) if (isFound(engine, id, terms.at(-1)!)) unseen += 1;
  return { added, edited, counted, removed, unseen };
}

/** Puts so many works again, changed and then as they were; says how many changes that was. */
export function rewrite(engine: Engine, archive: PackedArchive, works: number): number {
  let changes = 0;
  for (const document of archive.documents()) {
    if (changes >= works * 2) break;
    engine.putDocument(edit(document));
    engine.putDocument(document);
    changes += 2;
  }
  return changes;
}

/** Its rating goes, another term comes. */
function edit(document: Document): Document {
  const [, ...rest] = document.terms;
  return { ...document, terms: [...rest, 2 ** 52 + 12_345] };
}

/** New works that look like those of the archive. */
function sample(archive: PackedArchive): Document[] {
  const documents: Document[] = [];
  for (const document of archive.documents()) {
    if (documents.length === changesOfEach) break;
    documents.push({ ...document, id: 2 ** 53 - 1 - documents.length, audience: 3 });
  }
  return documents;
}

function isFound(engine: Engine, id: number, term: number): boolean {
  const question = { kind: 'documents', ids: new Set([id]) } as const;
  const where = { kind: 'all', of: [{ kind: 'bears', term }, question] } as const;
  return engine.count({ audience: audiences.member, where }) === 1;
}

/** One tag made a synonym of another: milliseconds, and what was wrong afterwards. */
export type Merge = {
  readonly group: string;
  readonly works: number;
  readonly intoWorks: number;
  readonly changeMs: number;
  readonly nextMs: number;
  readonly backMs: number;
  readonly wrong: readonly string[];
};

/** A tag as it is put, with all that count under it. */
export type Merged = { readonly term: Term; readonly members: readonly number[] };

/** Makes the one a synonym of the other, asks, and takes it back. */
export function mergeOf(engine: Engine, from: Merged, into: Merged): Merge {
  const audience = audiences.member;
  const by = ({ term }: Merged): Query['where'] => ({ kind: 'term', term: term.id });
  const found = engine.count({ audience, where: { kind: 'any', of: [by(from), by(into)] } });
  const borne = [...from.members, ...into.members].map(
    (term) => ({ kind: 'bears', term }) as const,
  );
  const counted = engine.count({ audience, where: { kind: 'any', of: borne } });
  const works = engine.countTerm(from.term.id, audience);
  const intoWorks = engine.countTerm(into.term.id, audience);
  const query: Query = {
    audience,
    where: by(into),
    sort: { column: 'updated', direction: 'descending' },
    page: { number: 1, size: 20 },
    facets: { groups: facetGroups, top: 10 },
  };
  const before = engine.query(query);
  const merged = { ...from.term, synonymOf: into.term.id };
  const changeMs = timed(() => engine.putTerm(merged));
  let after = before;
  const nextMs = timed(() => {
    after = engine.query(query);
  });
  const { group } = from.term;
  const listed = after.facets[group]!;
  const wrong: string[] = [];
  if (after.total !== found) wrong.push(`found ${after.total}, not ${found}`);
  if (listed.find(({ id }) => id === into.term.id)?.count !== counted) wrong.push('its facet');
  if (listed.some(({ id }) => id === from.term.id)) wrong.push('the synonym is listed');
  const backMs = timed(() => engine.putTerm(from.term));
  if (JSON.stringify(engine.query(query)) !== JSON.stringify(before)) wrong.push('taken back');
  return { group, works, intoWorks, changeMs, nextMs, backMs, wrong };
}

/** The least used tag on a tenth of the works or more, and the most used freeform, with targets. */
export function mergesFor(archive: PackedArchive): [Merged, Merged][] {
  const uses = archive.column('term-uses');
  const groups = archive.column('term-group');
  const synonyms = archive.column('term-synonym');
  const metatags = archive.column('term-metatag');
  const places = where(uses, (used) => used >= archive.works / 50);
  places.sort((a, b) => uses[a]! - uses[b]!);
  const tagged = places.filter((place) => groups[place]! < facetGroups.length);
  const large = tagged.find((place) => uses[place]! >= archive.works / 10);
  const freeforms = tagged.filter((place) => facetGroups[groups[place]!] === 'freeform');
  const merged = (place: number): Merged => ({
    term: {
      id: termIdAt(place),
      group: facetGroups[groups[place]!]!,
      synonymOf: null,
      metatags: metatags[place] === none ? [] : [termIdAt(metatags[place]!)],
    },
    members: [place, ...where(synonyms, (target) => target === place)].map(termIdAt),
  });
  const pairs: [Merged, Merged][] = [];
  for (const from of [large, freeforms.at(-1)]) {
    const into = tagged.findLast((place) => place !== from && groups[place] === groups[from ?? -1]);
    if (from !== undefined && into !== undefined) pairs.push([merged(from), merged(into)]);
  }
  return pairs;
}

function where(cells: Uint32Array, test: (cell: number) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < cells.length; place++) if (test(cells[place]!)) places.push(place);
  return places;
}
