// A list of works as an Atom feed (RFC 4287).
import { type Html, html, joinHtml, trustedHtml } from '../../../kit/html/index.ts';
import { isoTime } from '../../../kit/time/index.ts';
import { numberText } from '../../../web/controls.ts';
import type { Tag } from '../../tags/index.ts';
import { tagWorksUrl } from '../../tags/urls.ts';
import { type Blurb, bylineText, chapterCount, languageName } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import { tagFeedUrl } from '../urls.ts';

export type FeedSite = {
  /** Without a slash at the end. */
  readonly site: string;
  readonly name: string;
};

/** `blurbs`: newest first, as a guest sees them. */
export function tagFeed(tag: Tag, blurbs: readonly Blurb[], { site, name }: FeedSite): Html {
  const self = `${site}${tagFeedUrl(tag)}`;
  const updated = Math.max(0, ...blurbs.map(({ updatedAt }) => updatedAt ?? 0));
  return html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${self}</id>
<title>${plain(text.feedTitle({ name: tag.name }))}</title>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${site}${tagWorksUrl(tag)}"/>
<updated>${isoTime(updated)}</updated>
<author><name>${plain(name)}</name></author>
${blurbs.map((blurb) => entry(blurb, site))}</feed>
`;
}

function entry(blurb: Blurb, site: string): Html {
  const address = `${site}${workUrl(blurb)}`;
  const { creators, publishedAt, updatedAt, tags } = blurb;
  const people =
    creators.length === 0
      ? html`<author><name>${bylineText([])}</name></author>`
      : creators.map(
          (creator) => html`<author><name>${plain(bylineText([creator]))}</name></author>`,
        );
  const names = [...tags.fandom, ...tags.relationship, ...tags.character, ...tags.freeform];
  return html`<entry>
<id>${address}</id>
<title>${plain(blurb.title)}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${isoTime(publishedAt ?? updatedAt ?? 0)}</published>
<updated>${isoTime(updatedAt ?? 0)}</updated>
${people}
${names.map((one) => html`<category term="${plain(one.name)}"/>`)}
<summary type="html">${plain(String(about(blurb, site)))}</summary>
</entry>
`;
}

/** Markup, carried as escaped text. Its links are whole: a feed is read elsewhere. */
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
    language: languageName(blurb.language),
  });
  return html`<p>${text.feedBy({ names: bylineText(blurb.creators) })}</p>
${trustedHtml(blurb.summary)}
<p>${facts}</p>
<ul>${lines}</ul>`;
}

function linkTo(site: string): (tag: Tag) => Html {
  return (tag) => html`<a href="${site}${tagWorksUrl(tag)}">${tag.name}</a>`;
}

// XML has no way to write these, not even escaped.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function plain(value: string): string {
  return value.toWellFormed().replace(forbidden, '');
}
