// What search engines and previews of links are told of a work, and whether they are let in.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { excerpt } from '../../../text/index.ts';
import { bylineText, type Work } from '../../works/index.ts';
import { descriptionCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';

/** Adult works and whatever not everybody may read stay out of search engines. */
export function isIndexable(work: Work): boolean {
  return work.posted && !(work.adult || work.restricted || work.hidden || work.unrevealed);
}

/** The beginning of the summary as plain text; undefined where there is none. */
export function descriptionOf(work: Work): string | undefined {
  const words = excerpt(work.summary, descriptionCharactersMax);
  return words === '' ? undefined : words;
}

/** Open Graph, for the little picture of a link in a message; nothing for a work kept private. */
export function previewOf(work: Work, description = descriptionOf(work)): Html {
  if (!isIndexable(work)) return nothing;
  const title = text.pageTitle({ title: work.title, creators: bylineText(work.creators) });
  const facts = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', description],
  ] as const;
  return html`${facts.map(([property, content]) =>
    content === undefined ? nothing : html`<meta property="${property}" content="${content}">\n`,
  )}`;
}
