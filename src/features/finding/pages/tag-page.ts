// What a tag is: its type and status, its family, where its works are.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { feedItem } from '../../../web/feeds.ts';
import { muteTagUrl } from '../../mutes/urls.ts';
import { type Tag, type TagType, tagTypes, typeWord } from '../../tags/index.ts';
import { mediumFandomsUrl } from '../../tags/urls.ts';
import { wrangleTagUrl } from '../../wrangling/urls.ts';
import { relativesShown } from '../limits.ts';
import { text } from '../messages.ts';
import { tagFeedPath } from '../urls.ts';
import { type Namesake, namesakesLine } from './list-pages.ts';
import { groupName } from './tag-choices.ts';

export type Relative = Namesake & { readonly works: number };

/** A tag of a tree, with those further from its root. */
export type Branch = Relative & { readonly further: readonly Branch[] };

/** Each list with the most used first. */
export type Relatives = {
  readonly synonyms: readonly Relative[];
  readonly parents: readonly Relative[];
  readonly metatags: readonly Branch[];
  readonly subtags: readonly Branch[];
  readonly children: readonly Relative[];
  /** How many children of a type there are besides. */
  readonly moreChildren: Readonly<Partial<Record<TagType, number>>>;
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
  /** The item to follow the tag; nothing for guests. */
  readonly follow: Html;
  /** The asker is a wrangler. */
  readonly forWranglers: boolean;
  /** The asker is a member: they can mute it. */
  readonly forMembers: boolean;
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
${meaning(view)}${namesakesLine(view.namesakes)}
${renderLinks(view)}
${family(text.synonyms(), relatives.synonyms)}
${byType(relatives.parents)}
${tree(text.metatags(), relatives.metatags)}
${tree(text.subtags(), relatives.subtags)}
${byType(relatives.children, relatives.moreChildren)}`,
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

/** For newcomers: why works with other tags are among this tag's. */
function meaning({ tag, relatives }: TagView): Html {
  if (tag.status !== 'canonical' || tag.type === 'media') return nothing;
  const synonyms = relatives.synonyms.length;
  const subtags = relatives.subtags.length;
  if (synonyms === 0 && subtags === 0) return nothing;
  const sentence =
    subtags === 0
      ? text.includesSynonyms()
      : synonyms === 0
        ? text.includesSubtags()
        : text.includesBoth();
  return html`<p class="meaning">${sentence}</p>
`;
}

function tree(heading: string, branches: readonly Branch[]): Html {
  if (branches.length === 0) return nothing;
  return html`<h3>${heading}</h3>
${branchList(branches, 'tree')}
`;
}

function branchList(branches: readonly Branch[], className: 'tree' | 'further'): Html {
  const items = branches.map(
    (branch) => html`<li>${countedLink(branch)}${
      branch.further.length > 0 && ['\n', branchList(branch.further, 'further')]
    }</li>
`,
  );
  return html`<ul class="${className}">${items}</ul>`;
}

function renderLinks(shown: TagView): Html {
  const { tag, works, worksHref, hasFeed, follow, forMembers, forWranglers } = shown;
  const label = text.countOfWorks({ count: works, number: numberText(works) });
  const feed = feedItem({ path: tagFeedPath(tag) });
  const fandoms = html`<li><a href="${mediumFandomsUrl(tag)}">${text.fandoms()}</a></li>`;
  const wrangle = html`<li><a href="${wrangleTagUrl(tag)}">${text.wrangle()}</a></li>`;
  const mute = html`<li><a href="${muteTagUrl(tag)}" rel="nofollow">${text.muteTag()}</a></li>`;
  return html`<ul class="navigation actions">
<li><a href="${worksHref}">${label}</a></li>
${tag.type === 'media' ? fandoms : nothing}
${hasFeed ? feed : nothing}
${follow}
${forMembers ? mute : nothing}
${forWranglers ? wrangle : nothing}
</ul>`;
}

function byType(relatives: readonly Relative[], more: Relatives['moreChildren'] = {}): Html[] {
  return tagTypes.map((type) =>
    family(
      groupName(type),
      relatives.filter(({ tag }) => tag.type === type),
      more[type],
    ),
  );
}

function family(heading: string, relatives: readonly Relative[], more = 0): Html {
  if (relatives.length === 0) return nothing;
  const rest = Math.max(0, relatives.length - relativesShown) + more;
  return html`<h3>${heading}</h3>
<ul class="relatives">
${relatives.slice(0, relativesShown).map(
  (relative) => html`<li>${countedLink(relative)}</li>
`,
)}</ul>
${rest > 0 ? html`<p>${text.moreRelatives({ number: numberText(rest) })}</p>` : nothing}
`;
}

function countedLink(relative: Relative): Html {
  return html`${nameLink(relative)} <span class="count">${numberText(relative.works)}</span>`;
}

function nameLink({ tag, href }: Namesake): Html {
  return html`<a class="tag" href="${href}">${tag.name}</a>`;
}
