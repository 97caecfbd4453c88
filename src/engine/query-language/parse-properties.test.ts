// What holds for every text and every tree.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allOf,
  anyOf,
  notOf,
  type ParsedQuery,
  parseQuery,
  printQuery,
  type QueryNode,
  queryCharactersMax,
  queryFields,
} from './index.ts';

const fields = queryFields(
  [
    { name: 'fandom', kind: 'names', also: ['fandoms'] },
    { name: 'title', kind: 'words' },
    { name: 'words', kind: 'number' },
    { name: 'updated', kind: 'date' },
    { name: 'complete', kind: 'flag' },
    { name: 'sort', kind: 'order', also: ['sorted'] },
  ],
  [{ name: 'kudos' }, { name: 'words' }, { name: 'random', seeded: true }],
);

// What the language is made of, so that chance meets it.
const piece = fc.constantFrom(
  ...['fandom:', 'title:', 'words', 'words:', 'updated:', 'complete:', 'sort:', 'sort by:', 'by:'],
  ...['colour:', 'kudos', 'random', '(7)', 'OR', 'AND', 'NOT', '|', '&&', '-', '!', '+', '(', ')'],
  ...['"', '“', '”', '\\', ',', ', ', ' ', ' ', '  ', '\n', '*', '#12', '~2', '^3', '<', '>', '>='],
  ...[
    '=',
    '..',
    ' - ',
    '1000',
    '5,000',
    '1.5k',
    '10k',
    '-5',
    '2024',
    '2024-05-01',
    '7d',
    '2 weeks',
  ],
  ...['ago', '[1 TO 5]', '{1 TO 1}', 'TO', 'yes', 'no', 'slow', 'burn', 'Will', 'M/M', '❤', '：'],
  ...['（', '）', '｜', '#', '\u00a0', '\ud800', 'é', '同人', 'x:y', '://', 'asc', 'descending'],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' ')),
);

/** The tree without places in the text. */
function bare({ where, order }: Pick<ParsedQuery, 'where' | 'order'>): unknown {
  const placeless = (key: string, value: unknown) =>
    key === 'start' || key === 'end' ? undefined : value;
  return JSON.parse(JSON.stringify({ where, order }, placeless));
}

test('any text is read without a throw, and its canonical text reads as the same tree', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const first = parseQuery(typed, fields);
      const canonical = printQuery(first);
      const again = parseQuery(canonical, fields);
      assert.deepEqual(bare(again), bare(first), canonical);
      assert.equal(printQuery(again), canonical);
    }),
    { numRuns: 3000 },
  );
});

test('warnings and leaves lie inside the text', () => {
  const isInside = (span: { start: number; end: number }, typed: string) =>
    span.start >= 0 && span.start < span.end && span.end <= typed.length;
  const leaves = (node: QueryNode): { start: number; end: number }[] => {
    if (node.kind === 'not') return leaves(node.of);
    return node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(leaves) : [node];
  };
  fc.assert(
    fc.property(text, (typed) => {
      const { where, order, warnings } = parseQuery(typed, fields);
      const spans = [...leaves(where), ...(order === null ? [] : [order]), ...warnings];
      for (const span of spans) assert.ok(isInside(span, typed), JSON.stringify(span));
    }),
    { numRuns: 2000 },
  );
});

test('what means something is never left out in silence', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const { where, order, warnings } = parseQuery(typed, fields);
      const says = where.kind !== 'all' || where.of.length > 0 || order !== null;
      assert.ok(says || warnings.length > 0 || !/[\p{L}\p{N}]/u.test(typed));
    }),
    { numRuns: 2000 },
  );
});

const span = { start: 0, end: 1 };
const word = fc.constantFrom('slow', 'burn', 'café', 'M/M', 'x-y', '同人', '7', 'and', "don't");
const phrase = fc.constantFrom('slow burn', 'OR', 'say "so"', 'a\\b', '-x', 'words>5', '(x)', 'a*');
const flag = fc.boolean();
const words = fc.oneof(
  fc.record({ text: word, phrase: fc.constant(false), prefix: flag }),
  fc.record({ text: phrase, phrase: fc.constant(true), prefix: fc.constant(false) }),
);
const name = fc.oneof(
  fc.record({
    kind: fc.constantFrom('name' as const, 'beginning' as const),
    text: fc.oneof(word, phrase, fc.constantFrom('#1', '1984', 'A, B', 'Will (Tide)')),
  }),
  fc.record({ kind: fc.constant('id' as const), id: fc.integer({ min: 1, max: 1e9 }) }),
);
const day = fc.integer({ min: 0, max: 20_000 }).map((at) => at * 86_400_000);
const count = fc.integer({ min: 0, max: 9999 });
const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  words.map((one): QueryNode => ({ kind: 'words', field: null, of: [one], ...span })),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((of): QueryNode => ({ kind: 'words', field: 'title', of, ...span })),
  fc.array(name, { minLength: 1, maxLength: 3 }).map(
    (of): QueryNode => ({
      kind: 'names',
      field: 'fandom',
      of: of.map((one) => ({ ...one, ...span })),
      ...span,
    }),
  ),
  fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), fc.nat(2)).map(
    ([a, b, which]): QueryNode => ({
      kind: 'number',
      field: 'words',
      ...(which !== 1 && { min: Math.min(a, b) }),
      ...(which !== 2 && { max: Math.max(a, b) }),
      ...span,
    }),
  ),
  fc.tuple(day, day, fc.nat(2)).map(
    ([a, b, which]): QueryNode => ({
      kind: 'date',
      field: 'updated',
      ...(which !== 1 && { min: Math.min(a, b) }),
      ...(which !== 2 && { max: Math.max(a, b) + 86_399_999 }),
      ...span,
    }),
  ),
  fc
    .tuple(
      fc.constantFrom('newer' as const, 'older' as const, 'within' as const),
      count,
      count,
      fc.constantFrom('hour' as const, 'day' as const, 'week' as const, 'month' as const),
    )
    .map(
      ([than, a, b, unit]): QueryNode => ({
        kind: 'age',
        field: 'updated',
        than,
        count: Math.min(a, b),
        to: than === 'within' ? Math.max(a, b) : Math.min(a, b),
        unit,
        ...span,
      }),
    ),
  flag.map((wanted): QueryNode => ({ kind: 'flag', field: 'complete', wanted, ...span })),
);
const { node } = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 2, maxLength: 4 }).map(allOf),
    fc.array(tie('node'), { minLength: 2, maxLength: 4 }).map(anyOf),
    tie('node').map(notOf),
  ),
}));
const order = fc.option(
  fc
    .tuple(
      fc.constantFrom('kudos', 'words'),
      flag,
      fc.constantFrom(null, 'ascending' as const, 'descending' as const),
    )
    .map(([named, reversed, direction]) => {
      return { field: 'sort', name: named, reversed, direction, seed: null, ...span };
    }),
);

test('random trees come back from their text, without a warning', () => {
  fc.assert(
    fc.property(node, order, (where, sorted) => {
      const printed = printQuery({ where, order: sorted });
      if (printed.length > queryCharactersMax) return;
      const parsed = parseQuery(printed, fields);
      assert.deepEqual(bare(parsed), bare({ where, order: sorted }), printed);
      assert.deepEqual(parsed.warnings, [], printed);
    }),
    { numRuns: 2000 },
  );
});

test('reading takes steps in proportion to the text, whatever it holds', () => {
  const hostile = [
    ...['"', '“', '(', ')', '-', '|', ',', '*', ':', '：', '\\', ' ', '#', '<', '1', 'a', '\ud800'],
    ...['fandom:', 'fandom: ', 'title:"', 'words>', 'words ', 'a:', 'a:"', '"\\', '(a OR ', 'NOT '],
    ...['a OR ', '-(', 'a,', 'fandom:a,', 'sort:', 'sort by ', 'updated:>', '1,000', '[1 TO '],
    ...['fandom:(', 'title:(a ', '- ', '&& ', 'a~1 ', '"a” ', '2024-', '1 - '],
  ];
  for (const one of hostile) {
    const steps = (length: number) => {
      const typed = one.repeat(Math.ceil(length / one.length)).slice(0, length);
      return parseQuery(typed, fields).steps;
    };
    // An upper bound for each code unit: a handful of patterns are tried at each.
    assert.ok(steps(queryCharactersMax) <= 1200 * queryCharactersMax, one);
    assert.ok(steps(queryCharactersMax) <= 2.5 * steps(queryCharactersMax / 2) + 5000, one);
    parseQuery(one.repeat(100_000 / one.length), fields);
  }
});
