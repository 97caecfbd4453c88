// The words that were typed, where they stand in a work, under its blurb.
import { type Html, html, joinHtml, nothing } from '../../../kit/html/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { SnippetPart } from '../../../text/index.ts';
import { type Blurb, inLanguage } from '../../works/index.ts';

export type Snippets = ReadonlyMap<WorkId, readonly SnippetPart[]>;

export function renderSnippet(blurb: Blurb, snippets: Snippets): Html {
  const parts = snippets.get(blurb.id);
  if (parts === undefined) return nothing;
  const shown = parts.map((part) => (part.marked ? html`<mark>${part.text}</mark>` : part.text));
  return html`<p class="snippet"${inLanguage(blurb)}>${joinHtml(shown, '')}</p>
`;
}
