// What a typed name or a number in an address means to whoever typed it.
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { caseKey, lookKey } from '../../text/index.ts';
import { type TagType, tidyTagName } from '../tags/index.ts';
import { audienceOfViewer } from '../works/index.ts';
import type { KnownTag, WorksIndex } from './index/works-index.ts';
import { leadsSomewhere } from './sight.ts';

const none = 0 as TagId;

export type LookUp = {
  /** The tag of the number, or the one it is a synonym of; null: none that the asker may know. */
  tag(id: TagId): KnownTag | null;
  /**
   * The tags that the name means, each once, synonyms as their canonical: those of this very name,
   * else those that differ in accents and signs. Several types may share it.
   */
  tagsNamed(name: string, types: readonly TagType[]): readonly KnownTag[];
  /** The vocabulary tag of a short word: `teen` among ratings. */
  tagOfWord(type: TagType, word: string): KnownTag | null;
  /** Whether somebody of that name made a work that the asker sees. */
  hasCreator(name: string): boolean;
};

export function lookUpFor(viewer: Viewer, index: WorksIndex): LookUp {
  const meant = (id: TagId): KnownTag | null => {
    const tag = index.tags.get(id);
    if (tag === undefined || !leadsSomewhere(viewer, tag, index)) return null;
    return tag.synonymOf === null ? tag : (index.tags.get(tag.synonymOf) ?? tag);
  };
  return {
    tag: meant,
    tagsNamed(typed, types) {
      const name = tidyTagName(typed);
      const alike = index.names
        .named(lookKey(name))
        .flatMap((id) => index.tags.get(id) ?? [])
        .filter((tag) => types.includes(tag.type) && leadsSomewhere(viewer, tag, index));
      const same = alike.filter((tag) => caseKey(tag.name) === caseKey(name));
      const found = (same.length > 0 ? same : alike).flatMap((tag) => meant(tag.id) ?? []);
      return [...new Set(found)].sort((a, b) => a.id - b.id);
    },
    tagOfWord: (type, word) => index.tags.get(index.shortWord(type, word) ?? none) ?? null,
    hasCreator(name) {
      const audience = audienceOfViewer(viewer);
      return index.creators.named(name).some((pseud) => index.engine.usesOf(pseud, audience) > 0);
    },
  };
}
