// What a call may send about what its member reads, and how it comes out.
import { z } from 'zod';
import { blurbFields } from './openapi-blurb.ts';

const thousandth = z.int().min(0).max(1_000);

const place = z
  .object({
    paragraph: z.int().min(0).max(1_000_000).describe('Which paragraph, from 0'),
    mark: z.int().min(0).max(0xffff_ffff).describe('FNV-1a of its words, white space squeezed'),
    within: thousandth.describe('How far in the paragraph, in thousandths'),
    share: thousandth.describe('How far in the chapter, in thousandths'),
  })
  .nullable();

const state = z.enum(['to-read', 'reading', 'read', 'dropped']);

export const readingBody = z
  .object({ state, chapter: z.int().nullable().optional(), place: place.optional() })
  .meta({
    id: 'ReadingBody',
    description: 'Absent: the chapter and the place stay; null: there is none.',
  });

export const historyPatch = z
  .object({ keeps: z.boolean() })
  .meta({ id: 'HistoryPatch', description: 'Whether what you open is kept from now on.' });

const visit = z.object({
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  times: z.int().describe('How often you came back, after an hour at the least'),
});

const fields = {
  work: z.object(blurbFields),
  state: state.nullable().describe('Null: it is opened, not marked'),
  chapter: z.object({ id: z.int(), number: z.int() }).nullable(),
  place,
  newChapters: z.int().describe('Posted since you marked it'),
  markedAt: z.iso.datetime().nullable(),
  visit: visit.nullable().describe('Null: it is not in your history'),
};

export const readingOut = z.object(fields).meta({ id: 'Reading' });

export const readingList = z
  .object({
    total: z.int(),
    items: z.array(z.object(fields)),
    next: z.string().nullable(),
    warnings: z.array(z.object({ message: z.string(), start: z.int(), end: z.int() })),
  })
  .meta({ id: 'ReadingList' });

export const historyOut = z
  .object({
    keeps: z.boolean().nullable().describe('Null: you have not said; nothing is kept'),
    works: z.int(),
    cleared: z
      .object({ works: z.int(), until: z.iso.datetime() })
      .nullable()
      .describe('What you can have back'),
  })
  .meta({ id: 'History' });
