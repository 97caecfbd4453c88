// The text of a chapter in a private feed whose owner wants texts.
import { type Html, html, trustedHtml } from '../../../kit/html/index.ts';
import type { Chapter } from '../../works/index.ts';

/** Links and pictures are whole: a feed is read elsewhere; `site` has no slash at its end. */
export function feedText({ title, html: markup }: Chapter, site: string): Html {
  const whole = markup.replace(/<(?:a|img) [^>]*>/g, (tag) =>
    tag.replace(/ (href|src)="\/(?!\/)/, ` $1="${site}/`),
  );
  return html`<h3>${title}</h3>
${trustedHtml(whole)}`;
}
