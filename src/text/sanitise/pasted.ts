// What is copied out of programs and pages brings their dress along: classes that mean nothing
// here, style sheets, signs that only one font can show, the boxes of Word on the web. What these
// mean for the words is written so that the sanitiser reads it; the rest goes.
import { attributeOf, nodesBelow, type SourceNode, unlink } from './source-node.ts';
import { tidyWordOnline } from './word-online.ts';

/** Longer sheets, and more rules, than any word processor sends are not read. */
const longestSheet = 400_000;
const rulesMost = 2_000;
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

type SheetRule = { readonly tag: string; readonly declarations: readonly string[] };

/** Writes what style sheets say of the words' look into the elements that it is said of. */
function applySheets(root: SourceNode): void {
  const rules = new Map<string, SheetRule[]>();
  const sheets: SourceNode[] = [];
  for (const node of nodesBelow(root)) if (node.name === 'style') sheets.push(node);
  for (const sheet of sheets) {
    readSheet(sheet.first?.text ?? '', rules);
    unlink(sheet);
  }
  if (rules.size === 0) return;
  for (const node of nodesBelow(root)) {
    const own = node.attributes.findIndex(({ name }) => name === 'style');
    const ownStyle = node.attributes[own]?.value ?? '';
    const named = (attributeOf(node, 'class') ?? '').split(/\s+/);
    const said = named
      .flatMap((name) => rules.get(name) ?? [])
      .filter(({ tag }) => tag === '' || tag === node.name)
      .flatMap(({ declarations }) => declarations)
      // What the element says itself holds.
      .filter((one) => !ownStyle.includes(propertyOf(one)));
    if (said.length === 0) continue;
    const style = { name: 'style', value: [...said, ownStyle].join(';') };
    if (own >= 0) node.attributes[own] = style;
    else node.attributes.push(style);
  }
}

const telling = /^(?:font-style|font-weight|text-decoration|text-decoration-line|text-align)$/;

/** Rules of one class each; a link's own look is every link's. */
function readSheet(sheet: string, rules: Map<string, SheetRule[]>): void {
  if (sheet.length > longestSheet) return;
  const plain = sheet.replace(/<!--|-->/g, ' ').replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ' ');
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = body
      .split(';')
      .map((one) => one.trim().toLowerCase())
      .filter((one) => telling.test(propertyOf(one)));
    if (declarations.length === 0) continue;
    for (const selector of selectors.split(',')) {
      const found = /^\s*([a-z][a-z0-9]*)?\.([\w-]+)\s*$/i.exec(selector);
      const [, tag = '', name = ''] = found ?? [];
      if (found === null || /hyperlink/i.test(name) || rules.size >= rulesMost) continue;
      const known = rules.get(name) ?? [];
      rules.set(name, [...known, { tag: tag.toLowerCase(), declarations }]);
    }
  }
}

function propertyOf(declaration: string): string {
  return declaration.slice(0, Math.max(0, declaration.indexOf(':'))).trim();
}
