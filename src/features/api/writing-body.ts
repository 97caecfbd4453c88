// What calls about pictures and about bringing works in send and answer.
import { z } from 'zod';

const file = z.string().meta({ format: 'binary' });

export const imageUpload = z
  .object({
    picture: file,
    alt: z.string().optional(),
    decorative: z.literal('1').optional(),
  })
  .meta({ id: 'ImageUpload', description: 'JPEG, PNG, WebP, GIF or AVIF; it is drawn anew.' });

export const imagePatch = z
  .object({
    alt: z.string().optional(),
    decorative: z.boolean().optional(),
    cover: z.boolean().optional().describe('The cover of the work’s books'),
  })
  .meta({
    id: 'ImagePatch',
    description: 'Words that are changed follow in the texts that had those of before.',
  });

export const imageOut = z
  .object({
    file: z.string(),
    url: z.string().describe('As texts of the work show it'),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
    alt: z.string(),
    decorative: z.boolean(),
    shown: z.boolean().describe('Readers may see it'),
    cover: z.boolean(),
  })
  .meta({ id: 'Image' });

export const imageList = z.object({ items: z.array(imageOut) }).meta({ id: 'ImageList' });

export const importUpload = z
  .object({
    files: z.array(file),
    bring: z.literal('1').optional().describe('Bring in at once what was read'),
    mine: z.literal('1').optional().describe('I may do this: they are works of my own'),
  })
  .meta({
    id: 'ImportUpload',
    description: 'EPUB, HTML, DOCX, ODT, RTF, Markdown, text, or a zip of them.',
  });

export const importYes = z
  .object({
    mine: z.boolean().optional().describe('I may do this: it is a work of my own'),
    others: z.boolean().optional().describe('Under its author’s name; for archivists'),
  })
  .meta({ id: 'ImportYes', description: 'One of the two is true.' });

export const importOut = z
  .object({
    id: z.int(),
    file: z.string(),
    refusal: z.string().nullable().describe('Why it was not read; then there are no facts'),
    title: z.string().optional(),
    kind: z.string().optional(),
    creators: z.array(z.string()).optional(),
    sourceAddress: z.string().nullable().optional(),
    chapters: z.int().optional(),
    words: z.int().optional(),
    decisions: z.array(z.string()).optional(),
    marks: z
      .array(z.object({ field: z.string(), detail: z.string() }))
      .optional()
      .describe('What has to be mended before it can be posted'),
    holds: z.array(z.string()).optional().describe('Why it will wait for a moderator'),
    duplicateOf: z.int().nullable().optional(),
    work: z
      .object({ id: z.int(), url: z.string(), already: z.boolean() })
      .optional()
      .describe('What it became: a draft'),
    problem: z.string().optional().describe('Why it was not brought in'),
  })
  .meta({ id: 'Import' });

export const importList = z
  .object({ dryRun: z.boolean(), items: z.array(importOut) })
  .meta({ id: 'ImportList' });
