// A tag: what it is, its works, its feed.
import { movedTo, found as redirectTo } from '../../../kit/http/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { guest, hasRole, type Viewer } from '../../../shared/viewer.ts';
import { answerPage, orNotFound } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { answerFeed, type FeedFormat } from '../../../web/feeds.ts';
import type { FollowItem } from '../../../web/follow-form.ts';
import { findFamily, type Tag } from '../../tags/index.ts';
import { tagWorksUrl } from '../../tags/urls.ts';
import { ofTag } from '../books.ts';
import { childrenOf } from '../children.ts';
import { feedOf } from '../feeds.ts';
import type { Finding } from '../finding.ts';
import type { WorksIndex } from '../index/works-index.ts';
import { relativesShown } from '../limits.ts';
import { answerWorksList } from '../listing.ts';
import { text } from '../messages.ts';
import { inTag, tagWorksPage, underTag } from '../pages/list-pages.ts';
import { type Relative, type Relatives, tagPage } from '../pages/tag-page.ts';
import { knowsTag, sightOf } from '../sight.ts';
import { tagFeedPath } from '../urls.ts';
import {
  type AskedTag,
  restOfQuery,
  tagAsked,
  tagHref,
  tagOfNumberOrSlug,
  typeToName,
} from './tag-asked.ts';
import { treeOf } from './tag-tree.ts';

export function showTag(followItem: FollowItem) {
  return (ask: Ask, parts: Parts, finding: Finding) => answerTag(ask, parts, finding, followItem);
}

async function answerTag(
  ask: Ask,
  parts: Parts,
  finding: Finding,
  followItem: FollowItem,
): Promise<Response> {
  const asked = await tagAsked(ask, parts, finding);
  const index = await finding.index();
  if (asked.kind !== 'tag') return redirected('page', asked, ask, index);
  const { tag } = asked;
  const [works = 0] = await finding.count(ask.viewer, [tag.id]);
  return answerPage(
    ask,
    tagPage({
      tag,
      address: tagHref('page', tag, ask.viewer, index),
      works,
      worksHref: tagHref('works', tag, ask.viewer, index),
      canonical: tag.synonymOf === null ? null : relativeOf(tag.synonymOf, ask.viewer, index),
      namesakes: namesakesOf(asked, 'page', ask.viewer, index),
      hasFeed: knowsTag(guest, tag, index),
      follow: await followItem(ask, parts, { kind: 'tag', id: tag.id }),
      forMembers: ask.viewer.kind === 'member',
      forWranglers: hasRole(ask.viewer, 'wrangler'),
      relatives: await relativesOf(tag, ask.viewer, parts, finding),
    }),
  );
}

export async function showTagWorks(ask: Ask, parts: Parts, finding: Finding): Promise<Response> {
  const asked = await tagAsked(ask, parts, finding);
  const index = await finding.index();
  if (asked.kind !== 'tag') return redirected('works', asked, ask, index);
  const { tag } = asked;
  const canonical = tag.synonymOf === null ? undefined : index.tags.get(tag.synonymOf);
  if (canonical !== undefined) {
    return redirectTo(tagHref('works', canonical, ask.viewer, index, restOfQuery(ask.query)));
  }
  const hasFeed = knowsTag(guest, tag, index);
  const aboutHref = tagHref('page', tag, ask.viewer, index);
  const namesakes = namesakesOf(asked, 'works', ask.viewer, index);
  const list = {
    address: tagWorksUrl(tag),
    keep: typeToName(tag, ask.viewer, index),
    scope: { tag: tag.id },
    of: inTag(tag),
    book: ofTag(tag),
    under: underTag({ aboutHref, namesakes }),
    feed: hasFeed ? tagFeedPath(tag) : null,
    title: text.worksIn({ name: tag.name }),
  };
  const address = tagHref('works', tag, ask.viewer, index);
  return answerWorksList(ask, parts, finding, list, (listed) =>
    tagWorksPage(tag, { canonical: address, listed }),
  );
}

/** By its number, or by its name as a guest may know it. */
export function showTagFeed(format: FeedFormat) {
  return async (ask: Ask, parts: Parts, finding: Finding): Promise<Response> => {
    const index = await finding.index();
    const tag = orNotFound(tagOfNumberOrSlug(guest, index, ask.params['slug'] ?? ''));
    return answerFeed(ask, parts, feedOf(finding, 'tag'), String(tag.id), format);
  };
}

function redirected(
  of: 'page' | 'works',
  { kind, tag }: Exclude<AskedTag, { kind: 'tag' }>,
  ask: Ask,
  index: WorksIndex,
): Response {
  const href = tagHref(of, tag, ask.viewer, index, restOfQuery(ask.query));
  return kind === 'renamed' ? movedTo(href) : redirectTo(href);
}

function namesakesOf(
  asked: Extract<AskedTag, { kind: 'tag' }>,
  of: 'page' | 'works',
  viewer: Viewer,
  index: WorksIndex,
) {
  return asked.namesakes.map((tag) => ({ tag, href: tagHref(of, tag, viewer, index) }));
}

function relativeOf(id: TagId, viewer: Viewer, index: WorksIndex) {
  const tag = index.tags.get(id);
  return tag === undefined ? null : { tag, href: tagHref('page', tag, viewer, index) };
}

async function relativesOf(
  tag: Tag,
  viewer: Viewer,
  { database }: Parts,
  finding: Finding,
): Promise<Relatives> {
  const index = await finding.index();
  const family = await findFamily(database.read, tag.id);
  const children = await childrenOf(finding, viewer, tag.id, relativesShown);
  const known = async (tags: readonly Tag[]) => {
    const seen: Tag[] = [];
    for (const one of tags) if (await finding.knows(viewer, one)) seen.push(one);
    return seen;
  };
  const found = async (tags: readonly Tag[]) => {
    const seen = await known(tags);
    const ids = seen.map((one) => one.id);
    return relatives(seen, await finding.count(viewer, ids), viewer, index);
  };
  const synonyms = await known(family.synonyms);
  const { audience } = sightOf(viewer, index);
  // A synonym finds what its canonical finds; how many chose its wording says more.
  const uses = synonyms.map((one) => index.engine.usesOf(one.id, audience));
  return {
    synonyms: relatives(synonyms, uses, viewer, index),
    parents: await found([...family.parents, ...inheritedFandoms(tag, family.parents, index)]),
    metatags: await treeOf(database.read, finding, viewer, tag.id, 'above'),
    subtags: await treeOf(database.read, finding, viewer, tag.id, 'below'),
    children: await found(children.tags),
    moreChildren: children.more,
  };
}

/** A relationship stands in the fandoms of its characters. */
function inheritedFandoms(tag: Tag, parents: readonly Tag[], index: WorksIndex): Tag[] {
  if (tag.type !== 'relationship') return [];
  const own = new Set(parents.map((one) => one.id));
  const fandoms = parents
    .filter((one) => one.type === 'character')
    .flatMap((one) => [...(index.parents.get(one.id) ?? [])])
    .filter((id) => !own.has(id));
  return [...new Set(fandoms)].flatMap((id) => index.tags.get(id) ?? []);
}

/** The most used first. */
function relatives(
  tags: readonly Tag[],
  works: readonly number[],
  viewer: Viewer,
  index: WorksIndex,
): readonly Relative[] {
  return tags
    .map((tag, at) => ({
      tag,
      href: tagHref('page', tag, viewer, index),
      works: works[at] as number,
    }))
    .sort((a, b) => b.works - a.works || (a.tag.name < b.tag.name ? -1 : 1));
}
