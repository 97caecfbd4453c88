// A few tags, and how they are looked up, for tests that read filters without an archive.

import type { KnownTag } from '../../src/features/finding/index/works-index.ts';
import type { LookUp } from '../../src/features/finding/look-up.ts';
import type { Tag } from '../../src/features/tags/index.ts';
import { languagesOf, starterLanguages } from '../../src/features/works/index.ts';
import type { TagId } from '../../src/shared/ids.ts';
import { caseKey, lookKey } from '../../src/text/index.ts';

/** Canonical tags of every kind and one synonym. */
export const knownTags = [
  tag(9, 'rating', 'Not Rated', 'unrated'),
  tag(10, 'rating', 'General Audiences', 'general'),
  tag(11, 'rating', 'Teen And Up Audiences', 'teen'),
  tag(16, 'warning', 'No Archive Warnings Apply', 'none'),
  tag(22, 'category', 'F/M', 'fm'),
  tag(501, 'fandom', 'Tidewater Chronicles'),
  tag(502, 'fandom', 'Marsh: The Series'),
  tag(511, 'character', 'Oda'),
  tag(512, 'character', 'Café'),
  tag(513, 'freeform', 'Cafe'),
  tag(521, 'freeform', 'Slow Burn'),
  { ...tag(522, 'freeform', 'Slowburn'), status: 'synonym', synonymOf: 521 as TagId },
  tag(531, 'character', 'Both'),
  tag(532, 'freeform', 'Both'),
  tag(541, 'media', 'Books', 'book'),
] as const satisfies readonly KnownTag[];

/** Looks them up as an archive that has no others does. */
export const knownLookUp: LookUp = {
  tag: meant,
  tagsNamed(name, types) {
    const alike = knownTags.filter(
      (one) => types.includes(one.type) && lookKey(one.name) === lookKey(name),
    );
    const same = alike.filter((one) => caseKey(one.name) === caseKey(name));
    return (same.length > 0 ? same : alike).flatMap((one) => meant(one.id) ?? []);
  },
  tagOfWord: (type, word) =>
    knownTags.find((one) => one.type === type && one.shortWord === word.toLowerCase()) ?? null,
  tagsBeginning(start, types) {
    const found = knownTags.filter(
      (one) => types.includes(one.type) && lookKey(one.name).startsWith(lookKey(start)),
    );
    return { tags: found.flatMap((one) => meant(one.id) ?? []), isWhole: true };
  },
  namesakes: () => [],
  namesNear: () => [],
  isBelow: () => false,
  languages: languagesOf(starterLanguages),
  marks: true,
  hasCreator: (name) => ['ada', 'ben'].includes(lookKey(name)),
};

function meant(id: TagId): KnownTag | null {
  const found: KnownTag | undefined = knownTags.find((one) => one.id === id);
  return found === undefined || found.synonymOf === null ? (found ?? null) : meant(found.synonymOf);
}

function tag(
  id: number,
  type: Tag['type'],
  name: string,
  shortWord: string | null = null,
): KnownTag {
  return {
    id: id as TagId,
    type,
    name,
    shortWord,
    status: 'canonical',
    synonymOf: null,
    adult: false,
    sortOrder: 0,
    lookKey: lookKey(name),
  };
}
