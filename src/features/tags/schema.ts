// The tables of the tag model, as migrations 0003 and 0007 leave them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';
import type { ActKind } from './acts/act.ts';
import type { TagStatus, TagType } from './tag.ts';

export interface TagsTable {
  id: TagId;
  type: TagType;
  name: string;
  /** `caseKey(name)`: unique in the type. */
  name_key: string;
  /** `lookKey(name)`: how look-ups find it without accents. */
  look_key: string;
  status: TagStatus;
  synonym_of: TagId | null;
  /** The word that stands for a vocabulary tag in queries (teen, none); null for the others. */
  short_word: string | null;
  sort_order: number;
  /** Ratings only: works so rated are behind the adult gate. */
  adult: Flag;
  created_at: Milliseconds;
  created_by: UserId | null;
}

export interface TagOldNamesTable {
  type: TagType;
  name_key: string;
  tag_id: TagId;
}

export interface TagParentsTable {
  parent_id: TagId;
  child_id: TagId;
}

export interface TagMetatagsTable {
  metatag_id: TagId;
  subtag_id: TagId;
}

export interface TagActLockTable {
  id: number;
  /** How many acts there were: the position of the newest. */
  acts: number;
}

export interface TagActsTable {
  id: number;
  position: number;
  at: Milliseconds;
  by_id: UserId | null;
  kind: ActKind;
  tag_id: TagId;
  target_id: TagId | null;
  batch_id: number;
  undoes_id: number | null;
  undone_by_id: number | null;
  /** An `ActDetail` in JSON. */
  detail: string;
}

export interface TagActTagsTable {
  tag_id: TagId;
  position: number;
  act_id: number;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    tags: TagsTable;
    tag_old_names: TagOldNamesTable;
    tag_parents: TagParentsTable;
    tag_metatags: TagMetatagsTable;
    tag_act_lock: TagActLockTable;
    tag_acts: TagActsTable;
    tag_act_tags: TagActTagsTable;
  }
}
