// What style sheets say of words by the classes of their elements, as word processors and makers
// of books write them: emphasis that stands in no element of its own.
import { attributeOf, nodesBelow, type SourceNode, unlink } from './source-node.ts';

/** Longer sheets, and more classes, than any word processor sends are not read. */
const longestSheet = 400_000;
const classesMost = 2_000;
/** Of one class: each of the properties, of some elements. */
const rulesOfClassMost = 40;
const longestDeclaration = 100;

type SheetRule = { readonly tag: string; readonly property: string; readonly declaration: string };
/** By tag and property: the last holds. */
type ClassRules = Map<string, SheetRule>;

/** What sheets say of the look of words, by the class that they say it of. */
export type SheetRules = ReadonlyMap<string, ReadonlyMap<string, SheetRule>>;

/** Reads sheets that stand beside a page, for `applySheets`; later ones add to those before. */
export function readSheets(sheets: readonly string[]): SheetRules {
  const rules = new Map<string, ClassRules>();
  for (const sheet of sheets) readSheet(sheet, rules);
  return rules;
}

/**
 * Writes what style sheets say of the words' look into the elements that it is said of: those in
 * the page, which go, after those beside it. Changes the tree in place.
 */
export function applySheets(root: SourceNode, beside: SheetRules = new Map()): void {
  const sheets: SourceNode[] = [];
  for (const node of nodesBelow(root)) if (node.name === 'style') sheets.push(node);
  const rules = new Map([...beside].map(([name, said]) => [name, new Map(said)]));
  for (const sheet of sheets) {
    readSheet(sheet.first?.text ?? '', rules);
    unlink(sheet);
  }
  if (rules.size === 0) return;
  for (const node of nodesBelow(root)) {
    const own = node.attributes.findIndex(({ name }) => name === 'style');
    const ownStyle = node.attributes[own]?.value ?? '';
    const said = saidOf(node, rules)
      // What the element says itself holds.
      .filter(({ property }) => !ownStyle.includes(property))
      .map(({ declaration }) => declaration);
    if (said.length === 0) continue;
    const style = { name: 'style', value: [...said, ownStyle].join(';') };
    if (own >= 0) node.attributes[own] = style;
    else node.attributes.push(style);
  }
}

const telling = /^(?:font-style|font-weight|text-decoration|text-decoration-line|text-align)$/;

function saidOf(node: SourceNode, rules: SheetRules): SheetRule[] {
  const said = new Map<string, SheetRule>();
  for (const name of (attributeOf(node, 'class') ?? '').split(/\s+/)) {
    for (const rule of rules.get(name)?.values() ?? []) {
      if (rule.tag === '' || rule.tag === node.name) said.set(rule.property, rule);
    }
  }
  return [...said.values()];
}

/** Rules of one class each; a link's own look is every link's. */
function readSheet(sheet: string, rules: Map<string, ClassRules>): void {
  if (sheet.length > longestSheet) return;
  for (const [selectors, body] of blocksOf(withoutComments(sheet))) {
    const declarations = declarationsOf(body);
    if (declarations.length === 0) continue;
    for (const selector of selectors.split(',')) {
      const found = /^\s*([a-z][a-z0-9]*)?\.([\w-]+)\s*$/i.exec(selector);
      const [, tag = '', name = ''] = found ?? [];
      if (found === null || /hyperlink/i.test(name)) continue;
      const known = rules.get(name) ?? new Map<string, SheetRule>();
      if (known.size === 0 && rules.size >= classesMost) continue;
      for (const one of declarations) addRule(known, { tag: tag.toLowerCase(), ...one });
      rules.set(name, known);
    }
  }
}

function declarationsOf(body: string): Omit<SheetRule, 'tag'>[] {
  return body.split(';').flatMap((each) => {
    const declaration = each.trim().toLowerCase();
    const property = declaration.slice(0, Math.max(0, declaration.indexOf(':'))).trim();
    const isKept = telling.test(property) && declaration.length <= longestDeclaration;
    return isKept ? [{ property, declaration }] : [];
  });
}

function addRule(known: ClassRules, rule: SheetRule): void {
  const key = `${rule.tag} ${rule.property}`;
  // The later one stands last, whatever stood there before.
  known.delete(key);
  if (known.size < rulesOfClassMost) known.set(key, rule);
}

/** In one pass, however often a sheet begins what it never ends. */
function withoutComments(sheet: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let start = sheet.indexOf('/*'); start >= 0; start = sheet.indexOf('/*', at)) {
    pieces.push(sheet.slice(at, start));
    const end = sheet.indexOf('*/', start + 2);
    at = end < 0 ? sheet.length : end + 2;
  }
  return [...pieces, sheet.slice(at)].join(' ').replace(/<!--|-->/g, ' ');
}

/** Each innermost block: what stands before it, and in it. */
function blocksOf(sheet: string): (readonly [string, string])[] {
  const ended = sheet.split('}').slice(0, -1);
  return ended.flatMap((piece) => {
    const begun = piece.split('{');
    return begun.length > 1 ? [[begun.at(-2) ?? '', begun.at(-1) ?? ''] as const] : [];
  });
}
