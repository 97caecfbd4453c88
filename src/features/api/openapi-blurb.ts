// A work as lists of the API hold it, for the OpenAPI document.
import { z } from 'zod';

export const tagOut = z
  .object({
    id: z.int(),
    name: z.string(),
    canonical: z.boolean(),
    synonymOf: z.int().nullable(),
  })
  .meta({ id: 'Tag' });

export const blurbFields = {
  id: z.int(),
  url: z.string(),
  title: z.string(),
  creators: z.array(z.object({ id: z.int(), name: z.string(), login: z.string() })),
  anonymous: z.boolean(),
  summary: z.string(),
  language: z.string().describe('BCP 47'),
  rating: tagOut.nullable(),
  warnings: z.array(tagOut),
  categories: z.array(tagOut),
  fandoms: z.array(tagOut),
  relationships: z.array(tagOut),
  characters: z.array(tagOut),
  freeforms: z.array(tagOut),
  restricted: z.boolean(),
  posted: z.boolean(),
  series: z.array(z.object({ id: z.int(), title: z.string(), position: z.int() })),
  gifts: z
    .array(z.object({ name: z.string(), login: z.string().nullable() }))
    .describe('Whom it is for; login: null for somebody who is no member'),
  expectedChapters: z.int().nullable(),
  postedChapters: z.int(),
  complete: z.boolean(),
  words: z.int(),
  publishedAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  editedAt: z.string().nullable(),
  stats: z.object({ hits: z.int(), kudos: z.int(), comments: z.int(), bookmarks: z.int() }),
};
