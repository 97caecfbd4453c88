// What a tag is: its type and status, its family, where its works are.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { type Tag, type TagType, tagTypes, typeWord } from '../../tags/index.ts';
import { mediumFandomsUrl } from '../../tags/urls.ts';
import { wrangleTagUrl } from '../../wrangling/urls.ts';
import { relativesShown } from '../limits.ts';
import { text } from '../messages.ts';
import { tagFeedUrl } from '../urls.ts';
import { type Namesake, namesakesLine } from './list-pages.ts';

export type Relative = Namesake & { readonly works: number };

/** Each list with the most used first. */
export type Relatives = {
  readonly synonyms: readonly Relative[];
  readonly parents: readonly Relative[];
  readonly metatags: readonly Relative[];
  readonly subtags: readonly Relative[];
  readonly children: readonly Relative[];
};

export type TagView = {
  readonly tag: Tag;
  /** With its type, where the name alone means another. */
  readonly address: string;
  /** How many works the asker finds by it. */
  readonly works: number;
  readonly worksHref: string;
  /** What it is a synonym of. */
  readonly canonical: Namesake | null;
  readonly namesakes: readonly Namesake[];
  /** Guests may know the tag: a feed shows what a guest sees. */
  readonly hasFeed: boolean;
  /** The asker is a wrangler. */
  readonly forWranglers: boolean;
  readonly relatives: Relatives;
};

export function tagPage(view: TagView): Page {
  const { tag, canonical, relatives } = view;
  const target = canonical === null ? nothing : html` ${nameLink(canonical)}.`;
  return {
    title: tag.name,
    mainClass: 'tags-show region',
    styles: ['finding'],
    canonical: view.address,
    body: html`<h2 class="heading">${tag.name}</h2>
<p class="lead">${statusText(tag)}${target}</p>
${namesakesLine(view.namesakes)}
${renderLinks(view)}
${family(text.synonyms(), relatives.synonyms)}
${byType(relatives.parents)}
${family(text.metatags(), relatives.metatags)}
${family(text.subtags(), relatives.subtags)}
${byType(relatives.children)}`,
  };
}

function statusText({ type, status }: Tag): string {
  const word = typeWord(type);
  switch (status) {
    case 'canonical':
      return text.statusCanonical({ type: word });
    case 'synonym':
      return text.statusSynonym({ type: word });
    case 'unwrangled':
      return text.statusUnwrangled({ type: word });
    case 'unwrangleable':
      return text.statusUnwrangleable({ type: word });
  }
}

function renderLinks({ tag, works, worksHref, hasFeed, forWranglers }: TagView): Html {
  const label = text.countOfWorks({ count: works, number: numberText(works) });
  const feed = html`<li><a class="rss" href="${tagFeedUrl(tag)}">${text.feed()}</a></li>`;
  const fandoms = html`<li><a href="${mediumFandomsUrl(tag)}">${text.fandoms()}</a></li>`;
  const wrangle = html`<li><a href="${wrangleTagUrl(tag)}">${text.wrangle()}</a></li>`;
  return html`<ul class="navigation actions">
<li><a href="${worksHref}">${label}</a></li>
${tag.type === 'media' ? fandoms : nothing}
${hasFeed ? feed : nothing}
${forWranglers ? wrangle : nothing}
</ul>`;
}

const headings: Readonly<Record<TagType, () => string>> = {
  media: () => text.media(),
  rating: () => text.ratings(),
  warning: () => text.warnings(),
  category: () => text.categories(),
  fandom: () => text.fandoms(),
  relationship: () => text.relationships(),
  character: () => text.characters(),
  freeform: () => text.freeforms(),
};

function byType(relatives: readonly Relative[]): Html[] {
  return tagTypes.map((type) =>
    family(
      headings[type](),
      relatives.filter(({ tag }) => tag.type === type),
    ),
  );
}

function family(heading: string, relatives: readonly Relative[]): Html {
  if (relatives.length === 0) return nothing;
  const rest = relatives.length - relativesShown;
  return html`<h3>${heading}</h3>
<ul class="relatives">
${relatives.slice(0, relativesShown).map(
  (
    relative,
  ) => html`<li>${nameLink(relative)} <span class="count">${numberText(relative.works)}</span></li>
`,
)}</ul>
${rest > 0 ? html`<p>${text.moreRelatives({ number: numberText(rest) })}</p>` : nothing}
`;
}

function nameLink({ tag, href }: Namesake): Html {
  return html`<a class="tag" href="${href}">${tag.name}</a>`;
}
