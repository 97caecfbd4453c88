// What style sheets say of words by the classes of their elements, as word processors and makers
// of books write them: emphasis that stands in no element of its own.
import { attributeOf, nodesBelow, type SourceNode, unlink } from './source-node.ts';

/** Longer sheets, and more rules, than any word processor sends are not read. */
const longestSheet = 400_000;
const rulesMost = 2_000;

type SheetRule = { readonly tag: string; readonly declarations: readonly string[] };

/** What sheets say of the look of words, by the class that they say it of. */
export type SheetRules = ReadonlyMap<string, readonly SheetRule[]>;

/** Reads sheets that stand beside a page, for `applySheets`; later ones add to those before. */
export function readSheets(sheets: readonly string[]): SheetRules {
  const rules = new Map<string, SheetRule[]>();
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
  const rules = new Map([...beside].map(([name, said]) => [name, [...said]]));
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
