// What somebody typed becomes HTML that can be sent to anybody: parsed as browsers parse, set into
// paragraphs, rebuilt from the allow-list. docs/decisions/0002-what-markup-we-keep.md says why.
import { cleanProse } from './characters.ts';
import { cleanedTree, fieldRules, type TextField } from './editing.ts';
import { type MarkupProblem, MarkupRefused, mostGrowth, spareGrowth } from './limits.ts';
import { markdownToHtml } from './markdown.ts';
import type { Element } from './sanitise/output-tree.ts';
import type { FindPicture } from './sanitise/pictures.ts';
import { printHtml } from './sanitise/print.ts';
import { Prose } from './sanitise/prose.ts';
import type { FieldRules } from './sanitise/rebuild.ts';
import { parseSource } from './sanitise/source-tree.ts';

export type { TextField } from './editing.ts';
export { type FindPicture, picturesLike } from './sanitise/pictures.ts';

export type TextFormat = 'html' | 'markdown' | 'text';

/** What `cleanText` answers: markup that may be sent, or why there is none. */
export type CleanedText =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly problem: MarkupProblem };

/** Stored beside what `cleanText` made; raised when the same source would give other HTML. */
export const sanitiserVersion = 2;

/**
 * Cleans what was typed. The HTML is valid, safe to send, in NFC, and cleaning it again (as
 * `html`, for the same field) gives the same. Pictures are shown that `pictures` finds; without it
 * each is a link. Refuses what would become too large or too deep a
 * tree, and Markdown that is longer than any text may be; never throws.
 */
export function cleanText(
  source: string,
  format: TextFormat,
  field: TextField,
  pictures?: FindPicture,
): CleanedText {
  const rules = fieldRules(field, format !== 'markdown', pictures);
  try {
    const tree = format === 'text' ? setPlain(source, rules) : setMarkup(source, format, rules);
    return { ok: true, html: printHtml(tree, source.length * mostGrowth + spareGrowth) };
  } catch (error) {
    if (error instanceof MarkupRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}

function setPlain(source: string, rules: FieldRules): Element {
  const prose = new Prose(rules);
  prose.words(cleanProse(source));
  return prose.finish();
}

function setMarkup(source: string, format: 'html' | 'markdown', rules: FieldRules): Element {
  // Half surrogates go first: two halves that a tag parted must not meet again.
  const wellFormed = source.toWellFormed();
  const markup = format === 'markdown' ? markdownToHtml(wellFormed) : wellFormed;
  return cleanedTree(parseSource(markup), rules);
}
