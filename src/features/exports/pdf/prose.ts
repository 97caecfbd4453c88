// Cleaned markup as Typst: every element that a text may hold, and none so deep that the
// typesetter gives up.
import { type CleanElement, type CleanNode, cleanTree } from '../../../text/index.ts';
import { Script, script, words } from './script.ts';

/** What prose needs of its book: `siteUrl` goes before paths of the archive. */
export type ProseBook = {
  readonly siteUrl: string;
  readonly pictures: readonly { readonly address: string }[];
};

/** What is set for a text; pictures lie where texts say, and those that do not are links. */
export function setProse(html: string, { siteUrl, pictures }: ProseBook): Script {
  return blocks(cleanTree(html), { siteUrl, pictures, depth: 0 });
}

type Around = ProseBook & { readonly depth: number };

/** A page of text, in points, a little less high than it is. */
const pageSize = { width: 310, height: 430 };
/** Points of a pixel, of which 96 are an inch. */
const pixel = 0.75;

/** Typst lays out some 70 things in each other; each of ours takes two or three. */
const deepest = 14;
/** More columns are no table on paper: their cells follow each other. */
const mostColumns = 10;

function blocks(nodes: readonly CleanNode[], around: Around): Script {
  return new Script(nodes.map((node) => block(node, around).source).join(''));
}

function block(node: CleanNode, around: Around): Script {
  if (typeof node === 'string') return words(breakable(node.replace(/[ \t\n]+/g, ' ')));
  const { name, children } = node;
  const inner = { ...around, depth: around.depth + 1 };
  if (around.depth > deepest) return new Script(`${blocks(children, inner).source}\n\n`);
  const inside = () => blocks(children, inner);
  switch (name) {
    case 'p':
      return paragraph(node, inside());
    case 'div':
    case 'details':
    case 'figure':
    case 'address':
    case 'dl':
      return aligned(node, script`\n\n${inside()}\n\n`);
    case 'h4':
    case 'h5':
    case 'h6':
      return script`\n\n#within(${Number(name[1]) - 1})[${inside()}];\n\n`;
    case 'hr':
      return script`\n\n#scene;\n\n`;
    case 'blockquote':
      return script`\n\n#quoted[${inside()}];\n\n`;
    case 'dd':
      return script`\n\n#quoted[${inside()}];\n\n`;
    case 'dt':
    case 'summary':
      return script`\n\n#strong[${inside()}];\n\n`;
    case 'figcaption':
    case 'caption':
      return script`\n\n#emph[${inside()}];\n\n`;
    case 'pre':
      return script`\n\n#typed(${breakable(wordsIn(node))})\n\n`;
    case 'ul':
    case 'ol':
      return list(node, inner);
    case 'table':
      return table(node, inner);
    default:
      return line(node, inside(), around);
  }
}

/** A run without a space that no line holds may be broken where a line ends. */
function breakable(run: string): string {
  return run.replace(/[^\s\u2e80-\uffff]{40}(?=\S)/gu, '$&\u200b');
}

/** Elements in a line of words. */
function line(node: CleanElement, inside: Script, around: Around): Script {
  switch (node.name) {
    case 'img':
      return picture(node, around);
    case 'br':
      return script`#linebreak();`;
    case 'em':
    case 'i':
    case 'cite':
    case 'dfn':
    case 'var':
      return script`#emph[${inside}];`;
    case 'strong':
    case 'b':
      return script`#strong[${inside}];`;
    case 'u':
    case 'ins':
      return script`#underline[${inside}];`;
    case 's':
    case 'del':
      return script`#strike[${inside}];`;
    case 'sub':
      return script`#sub[${inside}];`;
    case 'sup':
      return script`#super[${inside}];`;
    case 'small':
    case 'rt':
      return script`#text(size: 0.8em)[${inside}];`;
    case 'mark':
      return script`#highlight[${inside}];`;
    case 'code':
    case 'kbd':
    case 'samp':
      return script`#text(font: mono, size: 0.9em)[${inside}];`;
    case 'q':
      return script`${words('“')}${inside}${words('”')}`;
    case 'a':
      return link(node, inside, around.siteUrl);
    default:
      return inside;
  }
}

function picture(node: CleanElement, { pictures, siteUrl }: Around): Script {
  const address = attribute(node, 'src');
  const alt = unescaped(attribute(node, 'alt'));
  const [width, height] = [Number(attribute(node, 'width')), Number(attribute(node, 'height'))];
  const isHeld = pictures.some((one) => one.address === address);
  if (!isHeld || !(width > 0 && height > 0)) {
    return script`#link(${siteUrl + address})[${words(alt || address)}];`;
  }
  const scale = Math.min(pixel, pageSize.width / width, pageSize.height / height);
  const points = Math.max(1, Math.round(width * scale));
  const told = alt === '' ? null : script`, alt: ${alt}`;
  return script`#box(image(${address}, width: ${points}pt${told}));`;
}

function unescaped(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function link(node: CleanElement, inside: Script, siteUrl: string): Script {
  const href = unescaped(attribute(node, 'href'));
  const address = href.startsWith('/') ? siteUrl + href : href;
  return address === '' || inside.source === '' ? inside : script`#link(${address})[${inside}];`;
}

function paragraph(node: CleanElement, inside: Script): Script {
  return aligned(node, script`\n\n${inside}\n\n`);
}

/** The wishes that the sanitiser writes as classes. */
function aligned(node: CleanElement, inside: Script): Script {
  const classes = attribute(node, 'class').split(' ');
  const gap = classes.includes('u-gap') ? '#gap;' : '';
  const side = classes.includes('u-centre')
    ? 'center'
    : classes.includes('u-right')
      ? 'end'
      : classes.includes('u-left')
        ? 'left'
        : '';
  if (side === '') return new Script(`\n\n${gap}${inside.source}`);
  return new Script(`\n\n${gap}#aside(${side})[${inside.source}];\n\n`);
}

function list(node: CleanElement, around: Around): Script {
  const items = node.children
    .filter((child) => typeof child !== 'string')
    .map((item) => script`[${blocks(item.children, around)}], `);
  if (items.length === 0) return script``;
  if (node.name === 'ul') return script`\n\n#list(${items});\n\n`;
  const start = Number(attribute(node, 'start') || 1);
  return script`\n\n#enum(start: ${Math.max(0, start)}, ${items});\n\n`;
}

/** Cells in their rows; what spans several stands in the first. */
function table(node: CleanElement, around: Around): Script {
  const rows = elementsNamed(node, 'tr').map((row) =>
    row.children.filter((cell) => typeof cell !== 'string'),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0 || columns > mostColumns) return blocks(node.children, around);
  const caption = elementsNamed(node, 'caption').map((one) => block(one, around));
  const cells = rows.flatMap((row) =>
    Array.from({ length: columns }, (_, at) => {
      const cell = row[at];
      if (cell === undefined) return script`[], `;
      const inside = blocks(cell.children, around);
      return cell.name === 'th' ? script`[#strong[${inside}];], ` : script`[${inside}], `;
    }),
  );
  return script`${caption}\n\n#table(columns: ${columns}, ${cells});\n\n`;
}

function elementsNamed(node: CleanElement, name: string): CleanElement[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : child.name === 'table' ? [] : elementsNamed(child, name);
  });
}

function wordsIn(node: CleanNode): string {
  if (typeof node === 'string') return node;
  return node.name === 'br' ? '\n' : node.children.map(wordsIn).join('');
}

function attribute({ attributes }: CleanElement, name: string): string {
  return attributes.find(([one]) => one === name)?.[1] ?? '';
}
