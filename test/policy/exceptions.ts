// Where a rule of this folder is broken on purpose: the rule's name, the file, the reason. An
// exception that is not needed any more fails its rule.

export type Exception = {
  readonly name: string;
  readonly file: string;
  readonly reason: string;
};

export const exceptions: readonly Exception[] = [
  {
    name: 'sql-containment',
    file: 'src/features/works/visibility.ts',
    reason: 'the one predicate of who sees a work, of which SQL is one of two forms',
  },
  {
    name: 'sql-imports',
    file: 'src/features/works/visibility.ts',
    reason: 'the one predicate of who sees a work, of which SQL is one of two forms',
  },
  {
    name: 'pure-imports',
    file: 'src/features/site/demo/seed.ts',
    reason: 'the texts of the demo lie beside it in the checkout',
  },
  {
    name: 'named-exports',
    file: 'test/kit/run-reporter.ts',
    reason: 'Node takes a reporter from the default export',
  },
];
