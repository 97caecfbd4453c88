// Where a rule of this folder is broken on purpose: the rule's name, the file, the reason. An
// exception that is not needed any more fails its rule.

export type Exception = {
  readonly name: string;
  readonly file: string;
  readonly reason: string;
};

export const exceptions: readonly Exception[] = [
  {
    name: 'named-exports',
    file: 'test/kit/run-reporter.ts',
    reason: 'Node takes a reporter from the default export',
  },
];
