// The one escaping template. Markup is built nowhere else, and only `trustedHtml` lets a
// string through unescaped; `test/policy/html.test.ts` counts the places that call it.
import { html as honoHtml, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup that is safe to send as it is. */
export type Html = HtmlEscapedString;

/** What may stand in a hole of the template: lists are joined, null, undefined, booleans vanish. */
export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[];

/**
 * Tagged template: every string put in a hole is escaped for text and for double-quoted
 * attributes. It does not judge addresses: use `safeHref` for an address a person typed.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  // Without promises among its values hono/html answers at once; HtmlValue has none.
  return honoHtml(strings, ...values) as Html;
}

/** Markup that another part has already made safe: sanitised text, or a fixed asset of ours. */
export function trustedHtml(markup: string): Html {
  return raw(markup);
}

/** An empty piece of markup. */
export const nothing: Html = raw('');

/** Joins pieces with a separator, as in lists of links: `joinHtml(links, ', ')`. */
export function joinHtml(pieces: readonly HtmlValue[], separator: string): Html {
  return html`${pieces.map((piece, at) => (at === 0 ? piece : [separator, piece]))}`;
}

/** `https:`, `http:`, `mailto:` or a path of this site; anything else becomes `#`. */
export function safeHref(address: string): string {
  if (/^\/(?![/\\])/.test(address)) return address;
  return /^(https?:\/\/|mailto:)/i.test(address.trim()) ? address.trim() : '#';
}
