// The same content as XML, for e-books.
import { attributesOf, markupTokens, voidNames } from './markup-tokens.ts';
import { valueless } from './sanitise/attributes.ts';
import { escapeText } from './sanitise/print.ts';

export type XhtmlRules = {
  /** `https://host`: put before paths of the archive. Without it such links lose their address. */
  readonly siteUrl?: string;
  /** The rank of the text's first headings, 1-6; 4 as on the page when absent. */
  readonly firstHeading?: number;
  /** Where a picture lies in the book; null or absent: it does not, and is a link. */
  readonly picture?: (address: string) => string | null;
};

/**
 * Cleaned markup as XHTML body content: well-formed, no named characters but XML's own, `lang`
 * beside `xml:lang`, no address that leads into a book that does not hold it.
 */
export function serialiseXhtml(html: string, rules: XhtmlRules = {}): string {
  let xhtml = '';
  const names: string[] = [];
  for (const token of markupTokens(html)) {
    if (token.kind === 'text') xhtml += printText(token.text);
    else if (token.kind === 'close') xhtml += closing(names.pop()!);
    else if (token.name === 'img') xhtml += printPicture(token, names.includes('a'), rules);
    else {
      const attributes = printAttributes(attributesOf(token), rules);
      // A link into the archive is plain words in a book that does not know where the archive is.
      const name = attributes === null ? '' : headingName(token.name, rules);
      const isVoid = voidNames.has(token.name);
      if (name !== '') xhtml += `<${name}${attributes}${isVoid ? '/>' : '>'}`;
      if (!isVoid) names.push(name);
    }
  }
  return xhtml;
}

function printPicture(token: { readonly attributes: string }, inLink: boolean, rules: XhtmlRules) {
  const all = attributesOf(token);
  const value = (name: string) => all.find(([one]) => one === name)?.[1] ?? '';
  const inside = rules.picture?.(value('src')) ?? null;
  if (inside !== null) {
    const kept = all.filter(([name]) => name !== 'src' && name !== 'loading');
    return `<img src="${inside}"${printAttributes(kept, rules)}/>`;
  }
  const words = value('alt') || value('src');
  if (inLink || rules.siteUrl === undefined) return words;
  return `<a href="${siteAddress(value('src'), rules.siteUrl)}">${words}</a>`;
}

function closing(name: string): string {
  return name === '' ? '' : `</${name}>`;
}

/** Null for a link that has nowhere to lead. */
function printAttributes(given: [string, string][], rules: XhtmlRules): string | null {
  let printed = '';
  for (const [name, value] of given) {
    if ((name === 'href' || name === 'cite') && value.startsWith('/')) {
      if (rules.siteUrl !== undefined) printed += ` ${name}="${siteAddress(value, rules.siteUrl)}"`;
      else if (name === 'href') return null;
    } else if (name === 'lang') printed += ` lang="${value}" xml:lang="${value}"`;
    else if (valueless.has(name)) printed += ` ${name}="${name}"`;
    else printed += ` ${name}="${value}"`;
  }
  return printed;
}

function siteAddress(path: string, siteUrl: string): string {
  return escapeText(siteUrl.replace(/\/+$/, '')).replaceAll('"', '&quot;') + path;
}

const pageRank = 4;

function headingName(name: string, { firstHeading = pageRank }: XhtmlRules): string {
  if (!/^h[1-6]$/.test(name)) return name;
  return `h${Math.min(6, Math.max(1, Number(name[1]) - pageRank + firstHeading))}`;
}

/** As in HTML: NFC would melt this stroke and the `>` before it into one character. */
function printText(text: string): string {
  const escaped = escapeText(text);
  return escaped.startsWith('\u0338') ? `&#824;${escaped.slice(1)}` : escaped;
}
