// What a member has marked, as finding asks for it: `state:read`, and how they stand in each list.
import type { Reader } from '../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../shared/ids.ts';
import type { Member } from '../../shared/viewer.ts';
import { numberText } from '../../web/controls.ts';
import type { OwnWorks } from '../finding/index.ts';
import type { Blurb, OwnMark } from '../works/index.ts';
import { chapterUrl } from '../works/urls.ts';
import { text } from './messages.ts';
import { newChapters, type Reading, readState } from './reading.ts';
import { listFirstNew, listMarked, listNumbers, listReadings } from './store.ts';
import { myPlace } from './urls.ts';

/** Works in one of the states. */
export const ownOfReadings: OwnWorks = {
  field: 'state',
  find: async (reader, member, word) => {
    const state = readState(word);
    return state && listMarked(reader, member, state);
  },
};

/** How a member stands with a work that they have marked. */
export type Standing = {
  readonly reading: Reading;
  /** The kept chapter's; null: none is kept, or it is gone. */
  readonly number: number | null;
  /** How many have come since. */
  readonly newChapters: number;
};

/** Of those of the works that the member has marked: two reads for all. */
export async function readStandings(
  reader: Reader,
  member: Member,
  works: readonly Pick<Blurb, 'id' | 'chaptersPosted'>[],
): Promise<Map<WorkId, Standing>> {
  const ids = works.map(({ id }) => id);
  const readings = await listReadings(reader, member, ids);
  const chapters = [...readings.values()].flatMap(({ chapter }) => chapter ?? []);
  const numbers = await listNumbers(reader, chapters);
  return new Map(
    works.flatMap(({ id, chaptersPosted }) => {
      const reading = readings.get(id);
      if (reading === undefined) return [];
      const number = reading.chapter === null ? null : (numbers.get(reading.chapter) ?? null);
      return [[id, { reading, number, newChapters: newChapters(reading, chaptersPosted) }]];
    }),
  );
}

/** How the member stands with each of the works that they have marked: three reads for all. */
export async function marksOfReadings(
  reader: Reader,
  member: Member,
  blurbs: readonly Blurb[],
): Promise<ReadonlyMap<WorkId, OwnMark>> {
  const standings = await readStandings(reader, member, blurbs);
  const grown = [...standings].filter(([, { newChapters: count }]) => count > 0);
  const firstNew = await listFirstNew(
    reader,
    member,
    grown.map(([id]) => id),
  );
  return new Map(
    blurbs.flatMap((blurb) => {
      const standing = standings.get(blurb.id);
      if (standing === undefined) return [];
      return [[blurb.id, markOf(blurb, standing, firstNew.get(blurb.id) ?? null)]];
    }),
  );
}

function markOf(
  blurb: Blurb,
  { reading, number, newChapters: count }: Standing,
  firstNew: ChapterId | null,
): OwnMark {
  const since = count > 0 ? text.newSince({ count }) : null;
  const word = text[`state-${reading.state}`]();
  return {
    word,
    place: number === null ? null : placeText(number, blurb.chaptersPosted, reading),
    since,
    goOn: goOnOf(blurb, reading, number, firstNew),
  };
}

/** To the place; of what is read to the end, to the first chapter that is new. */
function goOnOf(
  blurb: Blurb,
  { state, chapter, place }: Reading,
  number: number | null,
  firstNew: ChapterId | null,
): OwnMark['goOn'] {
  if (state === 'read' && firstNew !== null) {
    return { href: chapterUrl(blurb, { id: firstNew }), label: text.goOnNew() };
  }
  if (number === null || chapter === null) return null;
  const inside = place === null ? '' : `#${myPlace}`;
  const label = blurb.chaptersPosted > 1 ? text.goOn({ number }) : text.goOnHere();
  return { href: `${chapterUrl(blurb, { id: chapter })}${inside}`, label };
}

function placeText(number: number, all: number, { place }: Reading): string | null {
  const percent = place === null ? null : numberText(Math.floor(place.share / 10));
  if (all === 1) return percent === null ? null : text.placeInOne({ percent });
  if (percent === null) return text.chapterOf({ number, all });
  return text.placeOf({ number, all, percent });
}
