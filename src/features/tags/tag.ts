// What a tag is. Identity is not the text: a tag has an id, and its name may change.
import type { TagId } from '../../shared/ids.ts';

/** In the order in which a work shows them; a medium stands on no work. */
export const tagTypes = [
  'media',
  'rating',
  'warning',
  'category',
  'fandom',
  'relationship',
  'character',
  'freeform',
] as const;
/** A tag's type; it never changes the meaning of its name's text. */
export type TagType = (typeof tagTypes)[number];

/** The types that stand on works, in display order. */
export const workTagTypes = [
  'rating',
  'warning',
  'category',
  'fandom',
  'relationship',
  'character',
  'freeform',
] as const satisfies readonly TagType[];
/** A type whose tags stand on works. */
export type WorkTagType = (typeof workTagTypes)[number];

/** The types whose tags anyone makes by using them; the others are the host's vocabulary. */
export const openTagTypes = ['fandom', 'relationship', 'character', 'freeform'] as const;
/** A type that anyone adds to by using it. */
export type OpenTagType = (typeof openTagTypes)[number];

export type TagStatus = 'canonical' | 'synonym' | 'unwrangled' | 'unwrangleable';

export type Tag = {
  readonly id: TagId;
  readonly type: TagType;
  readonly name: string;
  readonly status: TagStatus;
  /** The canonical it stands for; null unless it is a synonym. */
  readonly synonymOf: TagId | null;
  /** Vocabulary tags: the word for queries. */
  readonly shortWord: string | null;
  /** Ratings: behind the adult gate. */
  readonly adult: boolean;
  readonly sortOrder: number;
};

/** Whether using an unknown name makes a tag of this type. */
export function isOpenType(type: TagType): type is OpenTagType {
  return (openTagTypes as readonly TagType[]).includes(type);
}

/** Which types may stand above a type; a relationship's fandoms follow from its characters too. */
export const allowedParents: Readonly<Partial<Record<TagType, readonly TagType[]>>> = {
  fandom: ['media'],
  character: ['fandom'],
  relationship: ['fandom', 'character'],
  freeform: ['fandom'],
};
