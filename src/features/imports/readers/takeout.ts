// A work of a takeout of this or another archive of ours: `work.json`, which says everything.
import { z } from 'zod';
import { skinCharactersMax } from '../../../text/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { normaliseAddress } from './addresses.ts';
import { withPictures } from './takeout-pictures.ts';
import { type Beside, takeoutTags, withRevisions } from './takeout-revisions.ts';

const time = z.string().nullable();

// What is missing is refused; what is more is passed over.
const takeoutWork = z.object({
  inkstead: z.literal('work'),
  version: z.literal(1),
  url: z.string(),
  title: z.string(),
  creators: z.array(z.object({ name: z.string() })),
  language: z.string(),
  expectedChapters: z.number().int().nullable(),
  publishedAt: time,
  updatedAt: time,
  tags: takeoutTags,
  series: z.array(z.object({ title: z.string(), position: z.number().int() })),
  gifts: z.array(z.object({ name: z.string(), login: z.string().nullable() })).default([]),
  relatedWorks: z
    .array(
      z.object({
        relation: z.enum(['inspired', 'translation']),
        url: z.string(),
        title: z.string(),
        author: z.string(),
      }),
    )
    .default([]),
  skin: z
    .object({ title: z.string(), source: z.string().max(skinCharactersMax) })
    .nullable()
    .catch(null)
    .default(null),
  summary: z.string(),
  notes: z.string(),
  endNotes: z.string(),
  chapters: z
    .array(
      z.object({
        id: z.number().int().nullable().default(null),
        title: z.string(),
        summary: z.string(),
        notes: z.string(),
        endNotes: z.string(),
        format: z.enum(['html', 'markdown', 'text']),
        source: z.string(),
      }),
    )
    .min(1),
});

/** The one file of a work's folder in a takeout that is read; the others say the same. */
export const isTakeoutWork = (path: string): boolean => /(?:^|\/)work\.json$/i.test(path);

/** `beside`: absent where the file came alone. Throws `FileRefused`. */
export function readTakeoutWork(bytes: Uint8Array, beside?: Beside): BroughtWork {
  const read = takeoutWork.safeParse(parsed(bytes));
  if (!read.success) throw new FileRefused(text.takeoutNot());
  const { url, creators, publishedAt, updatedAt, ...work } = read.data;
  const brought: BroughtWork = {
    kind: 'takeout',
    title: work.title,
    creators: creators.map(({ name }) => name),
    sourceAddress: normaliseAddress(url),
    published: publishedAt?.slice(0, 10) ?? null,
    updated: updatedAt?.slice(0, 10) ?? null,
    expectedChapters: work.expectedChapters,
    tags: work.tags,
    summary: work.summary,
    notes: work.notes,
    endNotes: work.endNotes,
    series: work.series,
    gifts: work.gifts.map(giftName),
    related: work.relatedWorks,
    language: work.language,
    chapters: work.chapters.map(({ id: _, ...chapter }) => chapter),
    decisions: [],
    ...(work.skin === null ? {} : { skin: work.skin }),
  };
  if (beside === undefined) return brought;
  const ids = work.chapters.map(({ id }) => id);
  return withPictures(withRevisions(brought, ids, beside), beside);
}

/** A member by both names, where one would not tell who is meant. */
function giftName({ name, login }: { name: string; login: string | null }): string {
  return login === null || login === name ? name : `${name} (${login})`;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
