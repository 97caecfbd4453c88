// What is copied out of programs and pages brings their dress along: classes that mean nothing
// here, style sheets, signs that only one font can show, the boxes of Word on the web. What these
// mean for the words is written so that the sanitiser reads it; the rest goes.
import { applySheets } from './sheets.ts';
import { attributeOf, nodesBelow, type SourceNode } from './source-node.ts';
import { tidyWordOnline } from './word-online.ts';

/** The archive's own, and those by which a word processor's markup is known further on. */
const keptClass = /^(?:u-|mso|WordSection)/i;

/** Changes the tree of a paste in place, before the sanitiser has it. */
export function tidyPasted(root: SourceNode): void {
  applySheets(root);
  tidyWordOnline(root);
  for (const node of nodesBelow(root)) {
    if (node.name.startsWith('#')) continue;
    if (isOfSymbolFont(node)) showSymbols(node);
    tidyAttributes(node);
  }
}

function tidyAttributes(node: SourceNode): void {
  for (let at = node.attributes.length - 1; at >= 0; at -= 1) {
    const { name, value } = node.attributes[at]!;
    // Programs say of everything that it stands on the left.
    if (name === 'align' && value.toLowerCase() === 'left') node.attributes.splice(at, 1);
    if (name !== 'class') continue;
    const kept = value.split(/\s+/).filter((one) => keptClass.test(one));
    if (kept.length === 0) node.attributes.splice(at, 1);
    else node.attributes[at] = { name, value: kept.join(' ') };
  }
}

// Word turns :) into a letter of this font, which without it is a mere J.
const symbols: Readonly<Record<string, string>> = {
  J: '\u263a',
  K: '\u{1f610}',
  L: '\u2639',
  '\u00e0': '\u2192',
  '\u00df': '\u2190',
  '\u00e8': '\u2794',
};

/** What a letter of the font Wingdings shows, where it is one of a face or an arrow; else empty. */
export function wingdingsSign(letter: string): string {
  return symbols[letter] ?? '';
}

function isOfSymbolFont(node: SourceNode): boolean {
  const font = /(?:^|;)\s*font-family\s*:\s*["']?wingdings["']?\s*(?:;|$)/i;
  return font.test((attributeOf(node, 'style') ?? '').slice(0, 1_000));
}

function showSymbols(node: SourceNode): void {
  for (const each of nodesBelow(node)) {
    if (each.name !== '#text') continue;
    each.text = each.text.replace(/./gu, (sign) => symbols[sign] ?? sign);
  }
}
