// A work as an entry of a feed.
import { type Html, html, joinHtml, trustedHtml } from '../../../kit/html/index.ts';
import { numberText } from '../../../web/controls.ts';
import type { FeedEntry } from '../../../web/feeds.ts';
import type { Tag } from '../../tags/index.ts';
import { tagWorksUrl } from '../../tags/urls.ts';
import { type Blurb, bylineText, chapterCount } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';

/** As the viewer of the blurb sees it; `site`: the archive's address, no slash at its end. */
export function workEntry(blurb: Blurb, site: string): FeedEntry {
  const { creators, publishedAt, updatedAt, tags, language } = blurb;
  const names = [...tags.fandom, ...tags.relationship, ...tags.character, ...tags.freeform];
  return {
    path: workUrl(blurb),
    title: blurb.title,
    published: publishedAt ?? updatedAt ?? 0,
    updated: updatedAt ?? 0,
    authors:
      creators.length === 0 ? [bylineText([])] : creators.map((creator) => bylineText([creator])),
    tags: names.map(({ name }) => name),
    language,
    summary: about(blurb, site),
  };
}

/** Its links are whole: a feed is read elsewhere. */
function about(blurb: Blurb, site: string): Html {
  const { rating, warning, category, fandom, relationship, character, freeform } = blurb.tags;
  const lists = [
    [text.fandoms(), fandom],
    [text.ratings(), rating],
    [text.warnings(), warning],
    [text.categories(), category],
    [text.relationships(), relationship],
    [text.characters(), character],
    [text.freeforms(), freeform],
  ] as const;
  const lines = lists
    .filter(([, tags]) => tags.length > 0)
    .map(([label, tags]) => html`<li>${label}: ${joinHtml(tags.map(linkTo(site)), ', ')}</li>`);
  const facts = text.feedFacts({
    words: numberText(blurb.words),
    chapters: chapterCount(blurb),
    language: blurb.languageName,
  });
  return html`<p>${text.feedBy({ names: bylineText(blurb.creators) })}</p>
${trustedHtml(blurb.summary)}
<p>${facts}</p>
<ul>${lines}</ul>`;
}

function linkTo(site: string): (tag: Tag) => Html {
  return (tag) => html`<a href="${site}${tagWorksUrl(tag)}">${tag.name}</a>`;
}
