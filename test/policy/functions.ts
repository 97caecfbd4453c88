// Finds the functions of a scanned file and how many lines each has.
import { lineAt } from './scanner.ts';
import type { SourceFile } from './source-tree.ts';

export type FoundFunction = {
  readonly line: number;
  /** Lines from the one with its opening brace to the one with its closing brace. */
  readonly lines: number;
  /** What stands before the brace, as `function postWork(…)`. */
  readonly heading: string;
};

const control = /^(?:\}?\s*else\s+)?(?:if|for|while|switch|catch|with)\b/;
// A result's type may stand between the parameters and the brace, itself without braces.
const bodyFollows = /=>\s*$|\)\s*(?::\s*[^={};]+)?$/;

/** The functions, methods and arrow functions with a body in braces. */
export function functionsOf({ scan, text }: SourceFile): readonly FoundFunction[] {
  const { code } = scan;
  const found: FoundFunction[] = [];
  const open: number[] = [];
  for (let at = 0; at < code.length; at += 1) {
    if (code[at] === '{') open.push(at);
    if (code[at] !== '}') continue;
    const start = open.pop();
    if (start === undefined) continue;
    const heading = headingBefore(code, start);
    if (!bodyFollows.test(heading) || control.test(heading)) continue;
    const line = lineAt(text, start);
    found.push({ line, lines: lineAt(text, at) - line + 1, heading });
  }
  return found;
}

// Back to the end of the statement before, over whole pairs of brackets.
function headingBefore(code: string, brace: number): string {
  let depth = 0;
  let at = brace - 1;
  for (; at >= 0; at -= 1) {
    const here = code[at] ?? '';
    const isArrow = here === '>' && code[at - 1] === '=';
    if (/[)\]>]/.test(here) && !isArrow) depth += 1;
    else if (/[([<]/.test(here) && depth > 0) depth -= 1;
    else if (depth === 0 && /[;{}(,[]/.test(here)) break;
  }
  return code.slice(at + 1, brace).trim();
}
