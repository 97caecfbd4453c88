// Earlier versions in a takeout, each a file beside its work: given back to the work and chapters
// that they are of.
import { z } from 'zod';
import type { BroughtWork } from '../brought-work.ts';
import {
  chapterBroughtCharactersMax,
  revisionsBroughtCharactersMax,
  revisionsBroughtMax,
} from '../limits.ts';
import { text } from '../messages.ts';

const names = z.array(z.string());
const words = z.string().max(chapterBroughtCharactersMax);
export const takeoutTags = z.object({
  rating: names,
  warning: names,
  category: names,
  fandom: names,
  relationship: names,
  character: names,
  freeform: names,
});

const said = { title: z.string(), summary: words, notes: words, endNotes: words };

const chapterVersion = z.object({
  ...said,
  format: z.enum(['html', 'markdown', 'text']),
  source: words,
  tags: takeoutTags.partial().optional(),
});

const workVersion = z.object({
  ...said,
  language: z.string(),
  restricted: z.boolean(),
  expectedChapters: z.number().int().nullable(),
  tags: takeoutTags,
});

const made = {
  number: z.number().int(),
  madeAt: z.iso.datetime(),
  reason: z.enum(['save', 'post', 'restore', 'import', 'autosave']),
};
const chapterRevision = z.object({ ...made, version: chapterVersion });
const workRevision = z.object({ ...made, version: workVersion });

export type BroughtChapterRevision = z.infer<typeof chapterRevision>;
export type BroughtWorkRevision = z.infer<typeof workRevision>;

const pathOf = /^(.*\/|)revisions\/(?:work|chapter-(\d+))-(\d+)\.json$/;

export const isTakeoutRevision = (path: string): boolean => pathOf.test(path);

/** What stands in the takeout of a work. */
export type Beside = {
  /** The work's, with a slash at its end, or empty. */
  readonly folder: string;
  /** Every path of the takeout. */
  readonly paths: readonly string[];
  /** The text of a file; null: it cannot be had. */
  readonly open: (path: string) => string | null;
  /** Its bytes; null: they cannot be had. */
  readonly bytes: (path: string) => Uint8Array | null;
  /** How many it should have. */
  readonly size: (path: string) => number;
};

/**
 * The work with the revisions that stand in its folder; `chapterIds`: the numbers by which their
 * files name its chapters. The newest come as far as there is room, and what cannot be
 * read is left out; both are said.
 */
export function withRevisions(
  work: BroughtWork,
  chapterIds: readonly (number | null)[],
  { folder, paths, open }: Beside,
): BroughtWork {
  const files = paths
    .flatMap((path) => {
      const [, where, chapter, number] = pathOf.exec(path) ?? [];
      return where === folder ? [{ path, chapter, number: Number(number) }] : [];
    })
    .sort((a, b) => b.number - a.number);
  if (files.length === 0) return work;
  const ofWork: BroughtWorkRevision[] = [];
  const ofChapters = work.chapters.map((): BroughtChapterRevision[] => []);
  let characters = 0;
  let kept = 0;
  for (const { path, chapter } of files) {
    if (kept >= revisionsBroughtMax || characters >= revisionsBroughtCharactersMax) break;
    const found = open(path);
    const list = chapter === undefined ? null : ofChapters[chapterIds.indexOf(Number(chapter))];
    if (found === null || list === undefined) continue;
    const data = parsed(found);
    if (list === null) {
      const { data: revision } = workRevision.safeParse(data);
      if (revision === undefined) continue;
      ofWork.unshift(revision);
    } else {
      const { data: revision } = chapterRevision.safeParse(data);
      if (revision === undefined) continue;
      list.unshift(revision);
    }
    characters += found.length;
    kept += 1;
  }
  const told = text.revisionsBrought({ kept, left: files.length - kept });
  return {
    ...work,
    revisions: ofWork,
    chapters: work.chapters.map((chapter, at) => ({ ...chapter, revisions: ofChapters[at] ?? [] })),
    decisions: [...work.decisions, told],
  };
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}
