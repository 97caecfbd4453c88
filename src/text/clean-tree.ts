// Cleaned markup as a tree, for what writes it in another form. At most 256 deep (limits.ts), so
// that writers may call themselves.
import { attributesOf, markupTokens, voidNames } from './markup-tokens.ts';

/** An element of cleaned markup; attribute values stand as in the markup, still escaped. */
export type CleanElement = {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly CleanNode[];
};

/** Words, unescaped, or an element. */
export type CleanNode = string | CleanElement;

/** The tree of what `cleanText` made; anything else is cleaned first. */
export function cleanTree(html: string): CleanNode[] {
  const top: CleanNode[] = [];
  const open: CleanNode[][] = [top];
  for (const token of markupTokens(html)) {
    const inner = open.at(-1)!;
    if (token.kind === 'text') inner.push(token.text);
    else if (token.kind === 'close') open.pop();
    else {
      const children: CleanNode[] = [];
      inner.push({ name: token.name, attributes: attributesOf(token), children });
      if (!voidNames.has(token.name)) open.push(children);
    }
  }
  return top;
}
