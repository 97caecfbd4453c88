// The starter vocabulary: ratings, warnings, categories, media. They are rows like other tags, so
// that a host can change them; the numbers of the first three are the ones that tools know
// (contract 5), all below 1,000,000, where no made id lies.
import type { TagType } from './tag.ts';

export type VocabularySeed = {
  readonly id: number;
  readonly type: TagType;
  readonly name: string;
  readonly shortWord: string;
  readonly adult?: true;
};

/** Numbers of the starter ratings. */
export const ratingIds = { none: 9, general: 10, teen: 11, mature: 12, explicit: 13 } as const;
/** Numbers of the starter warnings. */
export const warningIds = {
  notChosen: 14,
  none: 16,
  violence: 17,
  death: 18,
  nonCon: 19,
} as const;

export const vocabularySeeds: readonly VocabularySeed[] = [
  { id: 9, type: 'rating', name: 'Not Rated', shortWord: 'unrated', adult: true },
  { id: 10, type: 'rating', name: 'General Audiences', shortWord: 'general' },
  { id: 11, type: 'rating', name: 'Teen And Up Audiences', shortWord: 'teen' },
  { id: 12, type: 'rating', name: 'Mature', shortWord: 'mature', adult: true },
  { id: 13, type: 'rating', name: 'Explicit', shortWord: 'explicit', adult: true },
  {
    id: 14,
    type: 'warning',
    name: 'Creator Chose Not To Use Archive Warnings',
    shortWord: 'unchosen',
  },
  { id: 16, type: 'warning', name: 'No Archive Warnings Apply', shortWord: 'none' },
  { id: 17, type: 'warning', name: 'Graphic Depictions Of Violence', shortWord: 'violence' },
  { id: 18, type: 'warning', name: 'Major Character Death', shortWord: 'death' },
  { id: 19, type: 'warning', name: 'Rape/Non-Con', shortWord: 'noncon' },
  { id: 116, type: 'category', name: 'F/F', shortWord: 'ff' },
  { id: 22, type: 'category', name: 'F/M', shortWord: 'fm' },
  { id: 21, type: 'category', name: 'Gen', shortWord: 'gen' },
  { id: 23, type: 'category', name: 'M/M', shortWord: 'mm' },
  { id: 2246, type: 'category', name: 'Multi', shortWord: 'multi' },
  { id: 24, type: 'category', name: 'Other', shortWord: 'other' },
  { id: 1001, type: 'media', name: 'Books', shortWord: 'book' },
  { id: 1002, type: 'media', name: 'Films', shortWord: 'film' },
  { id: 1003, type: 'media', name: 'Television', shortWord: 'television' },
  { id: 1004, type: 'media', name: 'Animation and Comics', shortWord: 'comic' },
  { id: 1005, type: 'media', name: 'Games', shortWord: 'game' },
  { id: 1006, type: 'media', name: 'Audio and Web Serials', shortWord: 'audio' },
  { id: 1007, type: 'media', name: 'Theatre', shortWord: 'theatre' },
  { id: 1008, type: 'media', name: 'Music', shortWord: 'music' },
  { id: 1009, type: 'media', name: 'Myth and Folklore', shortWord: 'myth' },
  { id: 1010, type: 'media', name: 'Other Media', shortWord: 'other' },
];
