// Writes the new tree as HTML: every end tag, every attribute in double quotes, no named
// characters but the four that markup needs, no white space of its own.
import { normalForm } from '../characters.ts';
import { MarkupRefused } from '../limits.ts';
import { valueless } from './attributes.ts';
import type { Attributes, Element } from './output-tree.ts';

// Only `pre` has lines of its own. The look behind keeps a long run of spaces from being tried
// from each of them.
const endsOfLines = /(?<![\t ])[\t ]+\n/g;

const voids: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img']);

/** Throws `MarkupRefused` when it grows longer than `longest` characters. */
export function printHtml(root: Element, longest: number): string {
  return printed(root, longest);
}

/** One element with its own tags, or all that the root holds. */
export function printElement(element: Element): string {
  if (element.name === '#root') return printed(element, Number.POSITIVE_INFINITY);
  const alone = { ...element, name: '#root', children: [element] };
  return printed(alone, Number.POSITIVE_INFINITY);
}

function printed(root: Element, longest: number): string {
  let html = '';
  const stack: { element: Element; at: number }[] = [{ element: root, at: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = top.element.children[top.at];
    top.at += 1;
    if (child === undefined) {
      stack.pop();
      if (stack.length > 0) html += `</${top.element.name}>`;
    } else if (child.kind === 'words') {
      const words = child.value.replace(endsOfLines, '\n');
      // A parser drops a newline that directly follows <pre>.
      if (top.element.name === 'pre' && top.at === 1 && words.startsWith('\n')) html += '\n';
      html += printWords(words);
    } else {
      html += `<${child.name}${printAttributes(child.attributes)}>`;
      if (!voids.has(child.name)) stack.push({ element: child, at: 0 });
    }
    if (html.length > longest) throw new MarkupRefused('too-many-elements');
  }
  return html;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => escapes[sign]!);
}

/** Text as it stands between the quotes of an attribute. */
export function escapeAttribute(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => escapes[sign]!);
}

function printWords(words: string): string {
  const escaped = escapeText(normalForm(words));
  // NFC would melt this stroke and the `>` before it into one character, and with it the tag.
  return escaped.startsWith('\u0338') ? `&#824;${escaped.slice(1)}` : escaped;
}

function printAttributes(attributes: Attributes): string {
  let printed = '';
  for (const [name, value] of attributes) {
    printed += valueless.has(name) ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`;
  }
  return printed;
}
