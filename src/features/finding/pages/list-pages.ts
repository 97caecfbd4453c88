// The pages around lists of works: of everything, of a tag.
import { type Html, html, joinHtml, nothing } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import { type Tag, typeWord } from '../../tags/index.ts';
import { tagLink } from '../../works/index.ts';
import { worksUrl } from '../../works/urls.ts';
import { ofAllWorks } from '../books.ts';
import type { ListedWorks, ListUnder, WorksList } from '../listing.ts';
import { text } from '../messages.ts';
import { worksFeedPath } from '../urls.ts';

export const allWorks: WorksList = {
  address: worksUrl,
  scope: {},
  book: ofAllWorks,
  feed: worksFeedPath,
  title: text.works(),
};

export function allWorksPage(listed: ListedWorks): Page {
  return {
    title: text.works(),
    mainClass: 'works-index filtered region',
    styles: ['finding'],
    indexable: listed.isPlain,
    canonical: worksUrl,
    feeds: listed.feeds,
    body: listed.body,
  };
}

/** The tag in the heading, as tools read it. */
export function inTag(tag: Tag): Html {
  return html`${text.inList()} ${tagLink(tag)}`;
}

/** A tag of the same name, of another type, and where it is. */
export type Namesake = { readonly tag: Tag; readonly href: string };

type UnderTag = {
  /** The tag's own page. */
  readonly aboutHref: string;
  readonly namesakes: readonly Namesake[];
};

/** What stands below the heading of a tag's works. */
export function underTag({ aboutHref, namesakes }: UnderTag): ListUnder {
  return {
    actions: html`<li><a href="${aboutHref}">${text.aboutTag()}</a></li>`,
    after: namesakesLine(namesakes),
  };
}

/** Nothing where nobody else bears the name. */
export function namesakesLine(namesakes: readonly Namesake[]): Html {
  if (namesakes.length === 0) return nothing;
  const links = namesakes.map(({ tag, href }) => html`<a href="${href}">${typeWord(tag.type)}</a>`);
  return html`<p class="namesakes">${text.namesakes()} ${joinHtml(links, ', ')}</p>`;
}

type TagWorks = {
  readonly canonical: string;
  readonly listed: ListedWorks;
};

export function tagWorksPage(tag: Tag, { canonical, listed }: TagWorks): Page {
  return {
    title: text.worksIn({ name: tag.name }),
    mainClass: 'works-index filtered region',
    styles: ['finding'],
    indexable: listed.isPlain,
    canonical,
    feeds: listed.feeds,
    body: listed.body,
  };
}
