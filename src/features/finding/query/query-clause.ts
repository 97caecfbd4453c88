// The tree of a query as the engine takes it.
import type { Clause } from '../../../engine/index.ts';
import type { QueryLeaf, QueryNode, QueryWords } from '../../../engine/query-language/index.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import type { WorksIndex } from '../index/works-index.ts';
import { ageRange } from '../parameters/numbers.ts';
import type { FoundBefore } from './found-before.ts';
import { type Asking, type NamesLeaf, tagsMeant } from './names-meant.ts';
import { isOwnField } from './own-words.ts';
import { ownLeafClause } from './own-works.ts';
import { includeClause, namingClauses, tagsNaming } from './tags-clause.ts';
import { textLeaf } from './text-leaves.ts';

/** For whom, over which works, and what was found before. */
export type Meaning = Asking & {
  readonly index: WorksIndex;
  readonly viewer: Viewer;
  readonly found: FoundBefore;
};

const nothing: Clause = { kind: 'documents', ids: new Set() };

/** What the conditions mean. */
export function clauseOfNode(node: QueryNode, meaning: Meaning): Clause {
  switch (node.kind) {
    case 'all':
      return allClause(node.of, meaning);
    case 'any':
      return { kind: 'any', of: node.of.map((each) => clauseOfNode(each, meaning)) };
    case 'not':
      return { kind: 'not', of: clauseOfNode(node.of, meaning) };
    default:
      return clauseOfLeaf(node, meaning);
  }
}

/** Words side by side may be the whole name of a creator. */
function allClause(nodes: readonly QueryNode[], meaning: Meaning): Clause {
  const of: Clause[] = [];
  for (let at = 0; at < nodes.length; ) {
    const run = bareRun(nodes, at);
    const clauses = nodes
      .slice(at, at + Math.max(run.length, 1))
      .map((each) => clauseOfNode(each, meaning));
    const creators = run.length < 2 ? [] : meaning.index.creators.named(run.join(' '));
    if (creators.length === 0) of.push(...clauses);
    else {
      const signed: Clause = { kind: 'anyTerm', terms: creators };
      of.push({ kind: 'any', of: [{ kind: 'all', of: clauses }, signed] });
    }
    at += clauses.length;
  }
  return of.length === 0 ? { kind: 'everything' } : { kind: 'all', of };
}

/** The plain words from that place on. */
function bareRun(nodes: readonly QueryNode[], from: number): string[] {
  const run: string[] = [];
  for (const node of nodes.slice(from)) {
    const words = node.kind === 'words' && node.field === null ? node.of[0] : undefined;
    if (words === undefined || words.phrase || words.prefix) break;
    run.push(words.text);
  }
  return run;
}

function clauseOfLeaf(leaf: QueryLeaf, meaning: Meaning): Clause {
  switch (leaf.kind) {
    case 'words':
      return anyOf(leaf.of.map((words) => wordsClause(leaf.field, words, meaning)));
    case 'names':
      return namesClause(leaf, meaning);
    case 'number':
    case 'date': {
      const ends = {
        ...(leaf.min !== undefined && { min: leaf.min }),
        ...(leaf.max !== undefined && { max: leaf.max }),
      };
      return { kind: 'range', column: leaf.field, ...ends };
    }
    case 'age': {
      const range = ageRange(leaf, meaning.found.now);
      return range === null ? nothing : { kind: 'range', column: leaf.field, ...range };
    }
    case 'flag': {
      const clause = flagClause(leaf.field);
      return leaf.wanted ? clause : { kind: 'not', of: clause };
    }
  }
}

/** Words without a field stand in texts, in names of tags, or are the name of a creator. */
function wordsClause(field: string | null, words: QueryWords, meaning: Meaning): Clause {
  const { index, found } = meaning;
  const leaf = textLeaf(field, words);
  const inText: Clause = { kind: 'documents', ids: found.hitsOf(leaf).ids };
  if (field !== null) return inText;
  const of = [inText, ...namingClauses(tagsNaming(leaf, index), index)];
  const creators = words.prefix ? [] : index.creators.named(words.text);
  if (creators.length > 0) of.push({ kind: 'anyTerm', terms: creators });
  return anyOf(of);
}

function namesClause(leaf: NamesLeaf, meaning: Meaning): Clause {
  const { index, viewer, found } = meaning;
  if (isOwnField(leaf.field)) return ownLeafClause(leaf.field, leaf, found);
  const names = leaf.of.flatMap((name) => (name.kind === 'id' ? [] : name.text));
  if (leaf.field === 'creator') {
    return { kind: 'anyTerm', terms: names.flatMap((name) => index.creators.named(name)) };
  }
  if (leaf.field === 'language') {
    const { languages } = meaning.lookUp;
    const tags = names.map((name) => languages.named(name)?.tag ?? name);
    const terms = tags.flatMap((tag) => index.languageTerm(tag) ?? []);
    return { kind: 'anyTerm', terms };
  }
  return includeClause(tagsMeant(leaf, meaning), index, viewer);
}

/** A flag, wanted. */
export function flagClause(flag: string): Clause {
  if (flag === 'crossover') return { kind: 'crossover', group: 'fandom' };
  if (flag === 'otp') return { kind: 'otp', group: 'relationship' };
  return { kind: 'range', column: flag, min: 1 };
}

function anyOf(of: readonly Clause[]): Clause {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: 'any', of };
}
