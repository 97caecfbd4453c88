// A plain scan that answers as the engine must: it keeps what it was given and works every answer
// out anew, from the words of the door alone.
import type {
  Answer,
  Clause,
  Document,
  Query,
  Question,
  Sort,
  Term,
} from '../../src/engine/index.ts';

/** Terms and documents as they were put, and what follows from them. */
export class Scan {
  readonly terms = new Map<number, Term>();
  readonly documents = new Map<number, Document>();
  // What stands above each canonical; emptied whenever a term changes.
  readonly known = new Map<number, Set<number>>();

  canonical(id: number): number {
    const path = [id];
    for (;;) {
      const at = path.at(-1)!;
      const next = this.terms.get(at)?.synonymOf ?? null;
      if (next === null || !this.terms.has(next)) return at;
      if (path.includes(next)) return Math.min(...path.slice(path.indexOf(next)));
      path.push(next);
    }
  }

  /** The canonical and all above it, by asking every term again until nothing is added. */
  above(canonical: number): Set<number> {
    const known = this.known.get(canonical);
    if (known !== undefined) return known;
    const found = new Set([canonical]);
    this.known.set(canonical, found);
    for (let before = 0; before < found.size; ) {
      before = found.size;
      for (const term of this.terms.values()) {
        if (!found.has(this.canonical(term.id))) continue;
        for (const up of term.metatags) if (this.terms.has(up)) found.add(this.canonical(up));
      }
    }
    return found;
  }

  counted(document: Document): Set<number> {
    return new Set(document.terms.map((term) => this.canonical(term)));
  }

  ofGroup(document: Document, group: string): number[] {
    return [...this.counted(document)].filter((each) => this.terms.get(each)?.group === group);
  }

  sees(question: Question, document: Document): boolean {
    if (question.removed?.has(document.id)) return false;
    return (document.audience & question.audience) !== 0 || !!question.added?.has(document.id);
  }

  matches(clause: Clause, document: Document): boolean {
    switch (clause.kind) {
      case 'everything':
        return true;
      case 'term':
        return this.means(document, clause.term);
      case 'anyTerm':
        return clause.terms.some((term) => this.means(document, term));
      case 'bears':
        return document.terms.includes(clause.term);
      case 'all':
        return clause.of.every((each) => this.matches(each, document));
      case 'any':
        return clause.of.some((each) => this.matches(each, document));
      case 'not':
        return !this.matches(clause.of, document);
      case 'documents':
        return new Set(clause.ids).has(document.id);
      case 'range': {
        const value = document.numbers[clause.column] ?? null;
        if (value === null) return false;
        return value >= (clause.min ?? -Infinity) && value <= (clause.max ?? Infinity);
      }
      case 'otp':
        return this.ofGroup(document, clause.group).length === 1;
      case 'crossover': {
        const own = this.ofGroup(document, clause.group);
        const kin = (a: number, b: number): boolean => !this.above(a).isDisjointFrom(this.above(b));
        return own.length > 1 && !own.some((one) => own.every((other) => kin(one, other)));
      }
    }
  }

  means(document: Document, term: number): boolean {
    const wanted = this.canonical(term);
    return document.terms.some((own) => this.above(this.canonical(own)).has(wanted));
  }

  found(question: Question): Document[] {
    return [...this.documents.values()].filter(
      (each) => this.sees(question, each) && this.matches(question.where, each),
    );
  }

  ordered(found: readonly Document[], sort: Sort): Document[] {
    const descending = 'scores' in sort || ('direction' in sort && sort.direction === 'descending');
    const tie = 'scores' in sort || descending ? -1 : 1;
    return found.toSorted((a, b) => {
      const [x, y] = [sortValue(a, sort), sortValue(b, sort)];
      if (x === y) return tie * (a.id - b.id);
      if (x === null || y === null) return x === null ? 1 : -1;
      return (x < y ? -1 : 1) * (descending ? -1 : 1);
    });
  }

  facets(found: readonly Document[], asked: NonNullable<Query['facets']>): Answer['facets'] {
    const counts = new Map<number, number>();
    for (const document of found) {
      for (const term of this.counted(document)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const lists = asked.groups.map((group) => {
      const listed = [...counts]
        .map(([id, count]) => ({ id, count, term: this.terms.get(id) }))
        .filter(({ term }) => term?.group === group && term.counted !== false)
        .sort((a, b) => b.count - a.count || a.id - b.id)
        .slice(0, asked.top)
        .map(({ id, count }) => ({ id, count }));
      return [group, listed];
    });
    return Object.fromEntries(lists);
  }
}

function sortValue(document: Document, sort: Sort): number | string | null {
  if ('column' in sort) return document.numbers[sort.column] ?? null;
  if ('text' in sort) return document.texts[sort.text] ?? null;
  if ('scores' in sort) return sort.scores.get(document.id) ?? null;
  throw new Error('a random order is not the scan’s to know');
}

/** What an engine must answer; the query's page goes by number. */
export function answerOf(scan: Scan, query: Query): Answer {
  const found = scan.ordered(scan.found(query), query.sort);
  const { number: at, size } = query.page as { number: number; size: number };
  const shown = found.slice((at - 1) * size, at * size);
  const last = shown.at(-1);
  const more = at * size < found.length && last !== undefined;
  return {
    total: found.length,
    ids: shown.map((document) => document.id),
    facets: scan.facets(found, query.facets!),
    next: more ? { value: sortValue(last, query.sort), id: last.id } : null,
  };
}
