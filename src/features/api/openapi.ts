// The OpenAPI 3.1 document, written from the table of calls and the schemas that check bodies.
import { z } from 'zod';
import type { Call, QueryParameter } from './calls.ts';
import { historyOut, historyPatch, readingBody, readingList, readingOut } from './library-body.ts';
import { blurbFields, tagOut } from './openapi-blurb.ts';
import { talkAnswers, talkBodies } from './talk-body.ts';
import { chapterBody, tagReference, workBody, workPatch } from './work-body.ts';
import { canonicalBody, synonymBody, tiesBody, undoBody } from './wrangling-body.ts';
import {
  imageList,
  imageOut,
  imagePatch,
  imageUpload,
  importList,
  importOut,
  importUpload,
  importYes,
} from './writing-body.ts';

const chapterOut = z
  .object({
    id: z.int(),
    position: z.int(),
    title: z.string(),
    words: z.int(),
    posted: z.boolean(),
    postAt: z.iso.datetime().optional(),
    warnings: z.array(tagOut).optional(),
    fandoms: z.array(tagOut).optional(),
    relationships: z.array(tagOut).optional(),
    characters: z.array(tagOut).optional(),
    freeforms: z.array(tagOut).optional(),
    publishedAt: z.string().nullable(),
    summary: z.string().optional(),
    notes: z.string().optional(),
    endNotes: z.string().optional(),
    html: z.string().optional(),
    text: z.string().optional(),
    markdown: z.string().optional(),
  })
  .meta({ id: 'Chapter' });

const relatedOut = z.object({
  relation: z.enum(['inspired', 'translation']),
  id: z.int().nullable().describe('Null: it is elsewhere'),
  url: z.string(),
  title: z.string(),
  author: z.string(),
});

const workOut = z
  .object({
    ...blurbFields,
    notes: z.string(),
    endNotes: z.string(),
    relatedWorks: z.array(relatedOut).describe('What it was made after, as far as you see it'),
    coCreators: z.array(z.string()).optional().describe('Asked; for creators alone'),
    chapters: z.array(chapterOut),
  })
  .meta({ id: 'Work' });

const facet = z.object({ id: z.int(), name: z.string(), count: z.int() });

const workList = z
  .object({
    total: z.int(),
    items: z.array(z.object(blurbFields)),
    next: z.string().nullable(),
    facets: z.record(z.string(), z.array(facet)).optional(),
    warnings: z.array(z.object({ message: z.string(), start: z.int(), end: z.int() })),
  })
  .meta({ id: 'WorkList' });

const tagList = z.object({ items: z.array(tagOut) }).meta({ id: 'TagList' });

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

const wrangledTag = z
  .object({
    id: z.int(),
    name: z.string(),
    canonical: z.boolean(),
    synonymOf: z.int().nullable(),
    type: z.string(),
    acts: z.array(z.int()).describe('What undo takes'),
  })
  .meta({ id: 'WrangledTag' });

const revisionOut = z
  .object({
    number: z.int(),
    madeAt: z.iso.datetime(),
    madeBy: z.string(),
    reason: z.enum(['save', 'post', 'restore', 'import', 'autosave']),
    words: z.int(),
    wordsAdded: z.int(),
    wordsRemoved: z.int(),
    version: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('The fields as typed, tags by their names; not in lists'),
  })
  .meta({ id: 'Revision' });

const revisionList = z.object({ revisions: z.array(revisionOut) }).meta({ id: 'RevisionList' });

const bodies = [
  tagReference,
  workBody,
  workPatch,
  chapterBody,
  synonymBody,
  tiesBody,
  canonicalBody,
  undoBody,
  readingBody,
  historyPatch,
  ...talkBodies,
  imageUpload,
  imagePatch,
  importUpload,
  importYes,
];
const answers = [
  workOut,
  workList,
  chapterOut,
  revisionOut,
  revisionList,
  tagOut,
  tagList,
  wrangledTag,
  readingOut,
  readingList,
  historyOut,
  ...talkAnswers,
  imageOut,
  imageList,
  importOut,
  importList,
  problem,
];

/** The whole document as plain data. */
export function openApiDocument(calls: readonly Call[], siteUrl: string, version: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Inkstead', version, license: { name: 'AGPL-3.0-or-later' } },
    servers: [{ url: `${siteUrl}/api/v1` }],
    paths: pathsOf(calls),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        appPassword: { type: 'http', scheme: 'basic' },
      },
      schemas: schemas(),
    },
  };
}

function schemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const schema of [...bodies, ...answers]) {
    const { id } = schema.meta() ?? {};
    if (id !== undefined) registry.add(schema, { id });
  }
  const uri = (id: string) => `#/components/schemas/${id}`;
  const written = Object.entries(z.toJSONSchema(registry, { uri, io: 'input' }).schemas);
  // OpenAPI finds a schema by its place; an `$id` with a fragment is none in its dialect.
  return Object.fromEntries(
    written.map(([name, { $id: _id, $schema: _dialect, ...schema }]) => [name, schema]),
  );
}

function pathsOf(calls: readonly Call[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const call of calls) {
    const path = call.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [call.method.toLowerCase()]: operationOf(call) };
  }
  return paths;
}

function operationOf(call: Call) {
  const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const json = (name: string) => ({ 'application/json': { schema: reference(name) } });
  const form = (name: string) => ({ 'multipart/form-data': { schema: reference(name) } });
  return {
    summary: call.summary,
    security: [...(call.scope === null ? [{}] : []), { token: [] }, { appPassword: [] }],
    parameters: [...pathParameters(call.path), ...call.query.map(queryParameter)],
    ...(call.body === undefined
      ? {}
      : { requestBody: { required: true, content: (call.isForm ? form : json)(call.body) } }),
    responses: {
      [call.status]:
        call.answer === null
          ? { description: 'Done' }
          : { description: call.summary, content: json(call.answer) },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    },
  };
}

function pathParameters(path: string) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: name === 'file' ? 'string' : 'integer' },
  }));
}

function queryParameter({ name, description, repeats }: QueryParameter) {
  const one = { type: 'string' };
  return {
    name,
    in: 'query',
    description,
    schema: repeats === true ? { type: 'array', items: one } : one,
  };
}
