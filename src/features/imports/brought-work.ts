// A work as a file brought it, before the archive has judged any of it: neutral between all kinds
// of files. Nothing of it is trusted; texts are as they stood in the file.
import type { WorkTagType } from '../tags/index.ts';
import type {
  BroughtPicture,
  ChapterVersion,
  RevisionReason,
  WorkVersion,
} from '../works/index.ts';

export const fileKinds = [
  'otw-html',
  'otw-epub',
  'fanficfare-epub',
  'fichub-epub',
  'epub',
  'html',
  'markdown',
  'text',
  'docx',
  'odt',
  'rtf',
  'takeout',
] as const;
/**
 * What a file was taken for. `otw`: a download of an archive that runs the OTW's software.
 * `takeout`: a work that was taken out of an archive of ours.
 */
export type FileKind = (typeof fileKinds)[number];

/** A version of before, as an archive of ours kept it. */
export type BroughtRevision<Version> = {
  readonly madeAt: string;
  readonly reason: RevisionReason;
  readonly version: Version;
};

export type BroughtChapter = {
  readonly title: string;
  /** HTML, as notes. */
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly format: 'html' | 'markdown' | 'text';
  readonly source: string;
  /** Earlier versions, the oldest first. */
  readonly revisions?: readonly BroughtRevision<ChapterVersion>[];
};

export type BroughtSeries = {
  readonly title: string;
  /** Which part of it the work is. */
  readonly position: number | null;
};

/** A work that this one was made after, wherever it stands. */
export type BroughtRelated = {
  readonly relation: 'inspired' | 'translation';
  readonly url: string;
  readonly title: string;
  /** Empty: not known. */
  readonly author: string;
};

export type BroughtWork = {
  readonly kind: FileKind;
  readonly title: string;
  /** As the file names them, in its order. */
  readonly creators: readonly string[];
  /** Where the work stood before; null where the file does not say. */
  readonly sourceAddress: string | null;
  /** `2024-03-01` */
  readonly published: string | null;
  readonly updated: string | null;
  /** How many chapters there will be; null: not known. */
  readonly expectedChapters: number | null;
  /** Names by kind, as they stood. */
  readonly tags: Readonly<Record<WorkTagType, readonly string[]>>;
  /** HTML, as notes. */
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly series: readonly BroughtSeries[];
  /** Names of those whom it is for. */
  readonly gifts: readonly string[];
  readonly related: readonly BroughtRelated[];
  /** A BCP 47 tag or a name in any language; empty where the file does not say. */
  readonly language: string;
  /** Earlier versions of all but the chapters, the oldest first. */
  readonly revisions?: readonly BroughtRevision<WorkVersion>[];
  /** At least one. */
  readonly chapters: readonly BroughtChapter[];
  /** The style of its text: CSS that nobody has checked. */
  readonly skin?: { readonly title: string; readonly source: string };
  /** Texts show them as `picture:NAME`. */
  readonly pictures?: readonly BroughtPicture[];
  /** Sentences for people: what was decided while reading, and what could not be kept. */
  readonly decisions: readonly string[];
};

export const noTags: BroughtWork['tags'] = {
  rating: [],
  warning: [],
  category: [],
  fandom: [],
  relationship: [],
  character: [],
  freeform: [],
};

/** A work of which nothing is known: readers fill in what they find. */
export const emptyBroughtWork: Omit<BroughtWork, 'kind' | 'chapters'> = {
  title: '',
  creators: [],
  sourceAddress: null,
  published: null,
  updated: null,
  expectedChapters: null,
  tags: noTags,
  summary: '',
  notes: '',
  endNotes: '',
  series: [],
  gifts: [],
  related: [],
  language: '',
  decisions: [],
};

/** A chapter of nothing but its text. */
export function chapterOf(
  source: string,
  title = '',
  format: BroughtChapter['format'] = 'html',
): BroughtChapter {
  return { title, summary: '', notes: '', endNotes: '', format, source };
}
