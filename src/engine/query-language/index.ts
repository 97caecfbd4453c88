// The door of the query language: a text as a tree of conditions, and back. Which fields there
// are, its caller says.
export { type Field, type FieldKind, type Order, type QueryFields, queryFields } from './fields.ts';
export { queryCharactersMax, queryClausesMax, queryDepthMax } from './limits.ts';
export { type ParsedQuery, parseQuery } from './parse.ts';
export { printNode, printQuery } from './print.ts';
export {
  type AgeUnit,
  allOf,
  anyOf,
  everything,
  isEverything,
  leavesOf,
  notOf,
  type QueryLeaf,
  type QueryName,
  type QueryNode,
  type QueryOrder,
  type QueryTree,
  type QueryWords,
  type Span,
} from './tree.ts';
export type { QueryWarning, QueryWarningCode } from './warnings.ts';
