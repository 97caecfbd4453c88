// The tables of works, as migrations 0004 to 0052 leave them.
import type { Flag, Milliseconds } from '../../kit/sql/index.ts';
import type {
  ChapterId,
  PseudId,
  SeriesId,
  SkinId,
  TagId,
  UserId,
  WorkId,
} from '../../shared/ids.ts';
import type { TextFormat } from '../../text/index.ts';

export interface WorksTable {
  id: WorkId;
  title: string;
  /** `titleSortKey`. */
  title_key: string;
  summary_source: string;
  summary_html: string;
  notes_source: string;
  notes_html: string;
  end_notes_source: string;
  end_notes_html: string;
  sanitiser_version: number;
  /** BCP 47. */
  language: string;
  /** Null: the writer does not know yet. */
  expected_chapters: number | null;
  restricted: Flag;
  /** Not null: moderators keep it restricted; what its creators wish for then. */
  restricted_wish: Flag | null;
  hidden: Flag;
  /** All its creators are hidden by a moderator. */
  creators_hidden: Flag;
  anonymous: Flag;
  unrevealed: Flag;
  /** Of posted chapters; of all chapters while the work is a draft. */
  words: number;
  chapters_posted: number;
  created_at: Milliseconds;
  created_by: UserId;
  /** Null: a draft. */
  posted_at: Milliseconds | null;
  /** When the first chapter was posted, as shown. */
  published_at: Milliseconds | null;
  /** The newest posted chapter's time. */
  updated_at: Milliseconds | null;
  /** Any change of what is shown. */
  edited_at: Milliseconds;
  deleted_at: Milliseconds | null;
  /** Not null: moderators have deleted it. */
  removed_at: Milliseconds | null;
  revision: number;
  skin_id: SkinId | null;
}

export interface ChaptersTable {
  id: ChapterId;
  work_id: WorkId;
  /** From 1, without gaps. */
  position: number;
  title: string;
  summary_source: string;
  summary_html: string;
  notes_source: string;
  notes_html: string;
  end_notes_source: string;
  end_notes_html: string;
  words: number;
  created_at: Milliseconds;
  /** Null: a draft chapter. */
  posted_at: Milliseconds | null;
  published_at: Milliseconds | null;
  edited_at: Milliseconds;
  revision: number;
  /** A draft chapter is to be posted then. */
  scheduled_at: Milliseconds | null;
  /** When the writer last said that a change of it is news. */
  news_at: Milliseconds | null;
  /** Views of it, as of works; a view of the whole work is none of a chapter. */
  hits: number;
}

export interface ChapterTextsTable {
  chapter_id: ChapterId;
  format: TextFormat;
  source: string;
  html: string;
  sanitiser_version: number;
}

export interface WorkTagsTable {
  work_id: WorkId;
  tag_id: TagId;
  /** The creator's order within the work, over all types. */
  position: number;
  /** It is not the work's own: one of its chapters has it. */
  from_chapter: Flag;
}

export interface ChapterTagsTable {
  chapter_id: ChapterId;
  tag_id: TagId;
  position: number;
}

/** What stands in an open form; a person has a row for each window. */
export interface AutosavesTable {
  user_id: UserId;
  window_id: string;
  kind: FormKind;
  work_id: WorkId | null;
  chapter_id: ChapterId | null;
  /** Of the work or chapter, when the form was opened. */
  base_revision: number | null;
  /** Names and values as JSON, deflated. */
  fields: Uint8Array;
  bytes: number;
  saved_at: Milliseconds;
  /** When a revision was last made of what is typed here, or the first autosave. */
  revised_at: Milliseconds;
}

/** A version of a chapter, or (chapter_id 0) of the work's own title, tags, summary and notes. */
export interface RevisionsTable {
  work_id: WorkId;
  chapter_id: ChapterId | 0;
  /** From 1, for each chapter. */
  number: number;
  /** The revision that is kept whole; those after it up to this one are differences. */
  base_number: number;
  /** `packWhole` or `packDelta` of the version as JSON. */
  content: Uint8Array;
  bytes: number;
  made_at: Milliseconds;
  made_by: UserId;
  reason: RevisionReason;
  /** The revision of the work or chapter that this became; of an autosave, its base. */
  state: number;
  words: number;
  words_added: number;
  words_removed: number;
}

/** A chapter that can still be had back; its texts are its versions. */
export type DeletedChaptersTable = {
  chapter_id: ChapterId;
  work_id: WorkId;
  title: string;
  /** Where it stood. */
  position: number;
  /** The day that it had. */
  published_at: Milliseconds | null;
  deleted_at: Milliseconds;
};

/** Why a revision was made. */
export type RevisionReason = 'save' | 'post' | 'restore' | 'import' | 'autosave';

/** What a form is about. */
export type FormKind = 'work-new' | 'work' | 'chapter-new' | 'chapter';

export interface WorkCreatorsTable {
  work_id: WorkId;
  pseud_id: PseudId;
  user_id: UserId;
  position: number;
}

export interface SeriesTable {
  id: SeriesId;
  title: string;
  summary_source: string;
  summary_html: string;
  notes_source: string;
  notes_html: string;
  created_at: Milliseconds;
  edited_at: Milliseconds;
  created_by: UserId;
  /** Its creators say that nothing more comes. */
  complete: Flag;
  deleted_at: Milliseconds | null;
  /** Not null: moderators have hidden it; its works are not. */
  hidden_at: Milliseconds | null;
}

/** Who may change a series. */
export interface SeriesCreatorsTable {
  series_id: SeriesId;
  user_id: UserId;
}

export interface CreatorInvitationsTable {
  work_id: WorkId;
  user_id: UserId;
  /** join: beside who is a creator; transfer: in the place of who invites. */
  kind: 'join' | 'transfer';
  invited_by: UserId;
  invited_at: Milliseconds;
  refused_at: Milliseconds | null;
}

export interface WorkGiftsTable {
  work_id: WorkId;
  /** `caseKey` of the log-in name of a member, else of the name. */
  name_key: string;
  name: string;
  /** Null: somebody who has no account here. */
  user_id: UserId | null;
  position: number;
  given_at: Milliseconds;
  refused_at: Milliseconds | null;
  /** When the member was told of it; null: not yet. */
  told_at: Milliseconds | null;
}

export interface RelatedWorksTable {
  id: number;
  work_id: WorkId;
  relation: 'inspired' | 'translation';
  /** Null: it is elsewhere, at `url`. */
  parent_work_id: WorkId | null;
  url: string;
  title: string;
  author: string;
  position: number;
  related_at: Milliseconds;
  approved_at: Milliseconds | null;
  refused_at: Milliseconds | null;
  /** When the creators of the other work were told of it; null: not yet. */
  told_at: Milliseconds | null;
}

export interface SeriesWorksTable {
  series_id: SeriesId;
  work_id: WorkId;
  position: number;
}

export interface WorkCountsTable {
  work_id: WorkId;
  hits: number;
  kudos: number;
  comments: number;
  bookmarks: number;
  /** When one of them last moved; 0: they are as they were placed. */
  counted_at: Milliseconds;
}

export interface LanguagesTable {
  /** BCP 47. */
  tag: string;
  name: string;
  direction: 'ltr' | 'rtl';
  place: number;
  offered: Flag;
  /** Names that it once had, a line each. */
  formerly: string;
}

/** A work that waits for a moderator, or waited. */
export interface HeldWorksTable {
  work_id: WorkId;
  /** JSON: a list of sentences. */
  reasons: string;
  held_at: Milliseconds;
  decided_at: Milliseconds | null;
  decided_by: UserId | null;
  verdict: 'let in' | 'kept out' | null;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    languages: LanguagesTable;
    works: WorksTable;
    chapters: ChaptersTable;
    chapter_texts: ChapterTextsTable;
    work_tags: WorkTagsTable;
    work_creators: WorkCreatorsTable;
    series: SeriesTable;
    series_works: SeriesWorksTable;
    series_creators: SeriesCreatorsTable;
    creator_invitations: CreatorInvitationsTable;
    work_gifts: WorkGiftsTable;
    related_works: RelatedWorksTable;
    work_counts: WorkCountsTable;
    chapter_tags: ChapterTagsTable;
    autosaves: AutosavesTable;
    held_works: HeldWorksTable;
    revisions: RevisionsTable;
    deleted_chapters: DeletedChaptersTable;
  }
}
