// What a typed name or a number in an address means to whoever typed it.
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { caseKey, lookKey } from '../../text/index.ts';
import { type TagType, tidyTagName } from '../tags/index.ts';
import { audienceOfViewer, type Languages } from '../works/index.ts';
import type { KnownTag, WorksIndex } from './index/works-index.ts';
import { namesakesMost, namesBeginningMost, namesLookedAtMost, nearNamesShown } from './limits.ts';
import { leadsSomewhere } from './sight.ts';

const none = 0 as TagId;

export type LookUp = {
  /** The tag of the number, or the one it is a synonym of; null: none that the asker may know. */
  tag(id: TagId): KnownTag | null;
  /**
   * The tags that the name means, each once, synonyms as their canonical: those of this very name,
   * else those that once had it, else those that differ in accents and signs. Several types may
   * share it.
   */
  tagsNamed(name: string, types: readonly TagType[]): readonly KnownTag[];
  /** The vocabulary tag of a short word: `teen` among ratings. */
  tagOfWord(type: TagType, word: string): KnownTag | null;
  /** Tags whose names begin so, up to a bound; `isWhole`: all of them. */
  tagsBeginning(
    start: string,
    types: readonly TagType[],
  ): { readonly tags: readonly KnownTag[]; readonly isWhole: boolean };
  /** Those that are told apart by a parenthesis: `Will (Tide)` for `Will`. */
  namesakes(name: string, types: readonly TagType[]): readonly KnownTag[];
  /** Names that were likely meant, the likeliest first; a few. */
  namesNear(name: string, types: readonly TagType[]): readonly string[];
  /** Whether the tag is the fandom's child, or a child of its children. */
  isBelow(tag: TagId, fandom: TagId): boolean;
  /** Those that works may be in, by whatever they are called. */
  readonly languages: Languages;
  /** Whether the asker marks and bookmarks works: not a guest. */
  readonly marks: boolean;
  /** Whether somebody of that name made a work that the asker sees. */
  hasCreator(name: string): boolean;
};

export function lookUpFor(viewer: Viewer, index: WorksIndex): LookUp {
  const meant = (id: TagId): KnownTag | null => {
    const tag = index.tags.get(id);
    if (tag === undefined || !leadsSomewhere(viewer, tag, index)) return null;
    return tag.synonymOf === null ? tag : (index.tags.get(tag.synonymOf) ?? tag);
  };
  const meantOnce = (tags: readonly KnownTag[]) => {
    const found = new Map(tags.flatMap((tag) => meant(tag.id) ?? []).map((tag) => [tag.id, tag]));
    return [...found.values()].sort((a, b) => a.id - b.id);
  };
  const ofTypes = (ids: Iterable<TagId>, types: readonly TagType[]) =>
    [...ids]
      .flatMap((id) => index.tags.get(id) ?? [])
      .filter((tag) => types.includes(tag.type) && leadsSomewhere(viewer, tag, index));
  return {
    tag: meant,
    tagsNamed(typed, types) {
      const name = tidyTagName(typed);
      const alike = ofTypes(index.names.named(lookKey(name)), types);
      const same = alike.filter((tag) => caseKey(tag.name) === caseKey(name));
      if (same.length > 0) return meantOnce(same);
      const renamed = ofTypes(index.oldNames.get(caseKey(name)), types);
      return meantOnce(renamed.length > 0 ? renamed : alike);
    },
    tagOfWord: (type, word) => index.tags.get(index.shortWord(type, word) ?? none) ?? null,
    tagsBeginning(start, types) {
      const ids = index.names.startingWith(lookKey(start), namesLookedAtMost);
      const found = meantOnce(ofTypes(ids, types));
      const isWhole = ids.size < namesLookedAtMost && found.length <= namesBeginningMost;
      return { tags: found.slice(0, namesBeginningMost), isWhole };
    },
    namesakes(typed, types) {
      const key = lookKey(typed);
      const ids = index.names.startingWith(`${key} `, namesLookedAtMost);
      const alike = ofTypes(ids, types).filter((tag) => {
        const bare = tag.name.replace(/ \([^()]*\)$/, '');
        return bare !== tag.name && lookKey(bare) === key;
      });
      return meantOnce(alike).slice(0, namesakesMost);
    },
    namesNear(typed, types) {
      const audience = audienceOfViewer(viewer);
      const ids = [...index.names.near(lookKey(typed))].slice(0, namesLookedAtMost);
      const uses = (tag: KnownTag) => index.engine.usesOf(tag.id, audience);
      return meantOnce(ofTypes(ids, types))
        .map((tag) => ({ tag, uses: uses(tag) }))
        .sort((a, b) => b.uses - a.uses || a.tag.id - b.tag.id)
        .slice(0, nearNamesShown)
        .map(({ tag }) => tag.name);
    },
    isBelow(tag, fandom) {
      const parents = [...(index.parents.get(tag) ?? [])];
      return parents.some((one) => one === fandom || index.parents.get(one)?.has(fandom));
    },
    languages: index.knownLanguages,
    marks: viewer.kind === 'member',
    hasCreator(name) {
      const audience = audienceOfViewer(viewer);
      return index.creators.named(name).some((pseud) => index.engine.usesOf(pseud, audience) > 0);
    },
  };
}
