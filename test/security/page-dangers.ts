// What would let somebody's words run, load or lead astray on a page, found in the tree that a
// browser makes of it.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const neverThere = new Set(
  'applet base embed frame frameset iframe math noscript object portal style svg template'.split(
    ' ',
  ),
);

const addresses = new Set('action background cite data formaction href poster src'.split(' '));

// The one script of every page, and what belongs to the site.
const ownAsset = /^\/assets\/[\w.-]+$/;

/** Each danger in a few words; none on a sound page. */
export function dangersOf(page: string): string[] {
  const dangers: string[] = [];
  let scripts = 0;
  for (const element of elementsOf(parse(page))) {
    const { tagName: name, attrs } = element;
    if (neverThere.has(name) && !isOwnDrawing(element)) dangers.push(`<${name}>`);
    if (name === 'script') {
      scripts += 1;
      if (!isOwnScript(element)) dangers.push('a script that is not the site’s');
    }
    if (name === 'meta' && attrs.some((one) => one.name === 'http-equiv')) dangers.push('<meta>');
    for (const attribute of attrs) {
      const found = dangerOf(name, attribute);
      if (found !== null) dangers.push(`<${name} ${found}>`);
    }
  }
  if (scripts !== 1) dangers.push(`${scripts} scripts`);
  return dangers;
}

/** The archive's own: bars and the like, named by a class that no text of people can bear. */
function isOwnDrawing({ tagName, attrs, childNodes }: Element): boolean {
  const isNamed = attrs.some(({ name, value }) => name === 'class' && /^[a-t][a-z-]+$/.test(value));
  const isPlain = childNodes.every(
    (child) => !('tagName' in child) || ['rect', 'path', 'title'].includes(child.tagName),
  );
  return tagName === 'svg' && isNamed && isPlain;
}

function isOwnScript({ attrs, childNodes }: Element): boolean {
  const value = (name: string) => attrs.find((one) => one.name === name)?.value ?? '';
  // Pages that a device keeps have theirs in one file, which is no module.
  const isWhole = value('type') === '' && value('src').endsWith('kept.js');
  const isOneOfTwo = value('type') === 'module' || isWhole;
  return isOneOfTwo && ownAsset.test(value('src')) && childNodes.length === 0;
}

function dangerOf(
  element: string,
  { name, value }: { name: string; value: string },
): string | null {
  const whole = `${name}="${value.slice(0, 60)}"`;
  if (name.startsWith('on') || name === 'style' || name === 'srcdoc') return whole;
  if (name === 'srcset' || name === 'ping' || name === 'xlink:href') return whole;
  if (!addresses.has(name)) return null;
  return isHarmless(element, name, value) ? null : whole;
}

/** Links may lead away; nothing is loaded or sent elsewhere. */
function isHarmless(element: string, name: string, value: string): boolean {
  const url = URL.parse(value, 'http://site.invalid/');
  if (url === null) return false;
  if (element === 'img') return url.protocol === 'data:' || isOwn(url);
  const mayLead = (element === 'a' && name === 'href') || name === 'cite';
  if (mayLead) return ['http:', 'https:', 'mailto:'].includes(url.protocol);
  if (element === 'link') return isOwn(url) || ['http:', 'https:'].includes(url.protocol);
  return isOwn(url);
}

function isOwn({ host, protocol }: URL): boolean {
  return host === 'site.invalid' && protocol === 'http:';
}

/** Without recursion: a page may be deep. */
export function elementsOf(root: Node): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('tagName' in node) found.push(node);
    // A template's content is no child of it.
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) waiting.push(...node.childNodes);
  }
  return found;
}
