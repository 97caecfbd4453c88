// How a rule is held: what breaks it is listed under the rule, the reason and the remedy.
import { exceptions } from './exceptions.ts';
import { hole } from './scanner.ts';

export type Rule = {
  /** By which exceptions name it. */
  readonly name: string;
  /** What holds, in one sentence. */
  readonly rule: string;
  readonly reason: string;
  readonly remedy: string;
};

export type Finding = {
  readonly file: string;
  readonly line?: number;
  readonly found: string;
};

/** Throws unless every finding is excepted and every exception of the rule is still needed. */
export function hold(rule: Rule, findings: readonly Finding[]): void {
  const granted = exceptions.filter(({ name }) => name === rule.name);
  const broken = findings.filter(({ file }) => !granted.some((each) => each.file === file));
  if (broken.length > 0) throw new RuleBroken(rule, broken);
  const unused = granted.filter(({ file }) => !findings.some((finding) => finding.file === file));
  if (unused.length > 0) throw new RuleBroken(tidyExceptions, unused.map(asFinding));
}

const tidyExceptions: Rule = {
  name: 'exceptions',
  rule: 'Every exception in test/policy/exceptions.ts is needed.',
  reason: 'One that nothing needs any more would let the next breach through unseen.',
  remedy: 'Remove it.',
};

function asFinding({ name, file }: { readonly name: string; readonly file: string }): Finding {
  return { file, found: `keeps the rule ${name} without its exception` };
}

class RuleBroken extends Error {
  constructor(rule: Rule, findings: readonly Finding[]) {
    const places = findings.map(({ file, line, found }) => {
      return `  ${file}${line === undefined ? '' : `:${line}`}  ${found.replaceAll(hole, '…')}`;
    });
    super([rule.rule, `Reason: ${rule.reason}`, `Remedy: ${rule.remedy}`, ...places].join('\n'));
    this.name = rule.name;
    // The places in the tree are what matters, not the place of the throw.
    this.stack = `${rule.name}: ${this.message}`;
  }
}
