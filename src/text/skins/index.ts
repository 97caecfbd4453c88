// Work skins: style sheets that writers give their texts. A sheet is read strictly, by a list
// of what is allowed, and written anew; one wrong thing refuses it whole, with line and reason.
import { normaliseText } from '../characters.ts';
import { type SkinProblem, SkinProblems } from './problem.ts';
import { readSheet, type SkinBlock, type SkinRule } from './sheet.ts';

export type { SkinProblem, SkinReason } from './problem.ts';

/** Characters (UTF-16 units) of a skin as typed. */
export const skinCharactersMax = 60_000;

/** The sheet written anew, or everything that is wrong with it. */
export type CheckedSkin =
  | { readonly ok: true; readonly css: string }
  | { readonly ok: false; readonly problems: readonly SkinProblem[] };

/**
 * Checks a style sheet and writes it anew, in a form that comes out of this again as it is. Every
 * rule of it is led to what stands in `#workskin`; it names no address and no file. Never throws;
 * what is wrong is told with its line, the first twenty of it.
 */
export function checkSkin(typed: string): CheckedSkin {
  const source = normaliseText(typed);
  const problems = new SkinProblems(source);
  if (source.length > skinCharactersMax) {
    problems.add('too-long', source.length, String(source.length));
    return { ok: false, problems: problems.found };
  }
  const blocks = readSheet(source, problems);
  if (problems.found.length > 0) return { ok: false, problems: problems.found };
  return { ok: true, css: blocks.map(writeBlock).join('') };
}

function writeBlock({ media, rules }: SkinBlock): string {
  if (media === null) return rules.map((rule) => writeRule(rule, '')).join('');
  const inside = rules.map((rule) => writeRule(rule, '  ')).join('');
  return `@media ${media} {\n${inside}}\n`;
}

function writeRule({ selectors, declarations }: SkinRule, indent: string): string {
  const head = selectors.map((one) => `${indent}${one}`).join(',\n');
  const lines = declarations.map((one) => `${indent}  ${one};\n`).join('');
  return `${head} {\n${lines}${indent}}\n`;
}
