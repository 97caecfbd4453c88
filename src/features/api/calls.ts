// Every call of the API as data: routes, the OpenAPI document and the page about it are made from
// this one table.

import type { Method } from '../../web/routes.ts';
import type { Comments } from '../comments/index.ts';
import type { Finding } from '../finding/index.ts';
import type { FileReading } from '../imports/index.ts';
import type { VisitKeeper } from '../readings/index.ts';
import type { TagMover } from '../tags/index.ts';
import type { CallHandler } from './call.ts';
import {
  changeChapterCall,
  createChapterCall,
  deleteChapterCall,
  showChapterCall,
} from './handlers/chapters.ts';
import { listWorksCall } from './handlers/list.ts';
import { listTagsCall, showTagCall } from './handlers/tags.ts';
import {
  changeWorkCall,
  createWorkCall,
  deleteWorkCall,
  showWorkCall,
  undeleteWorkCall,
} from './handlers/works.ts';
import { libraryCalls } from './library-calls.ts';
import { revisionCalls } from './revision-calls.ts';
import { talkCalls } from './talk-calls.ts';
import { wranglingCalls } from './wrangling-calls.ts';
import { importCalls, pictureCalls } from './writing-calls.ts';

export type Call = {
  readonly method: Method;
  /** With `:name` parts, below `/api/v1`. */
  readonly path: string;
  readonly summary: string;
  /** Null: a token is not needed, and what guests may not see needs `read`. */
  readonly scope: 'read' | 'write' | 'library' | 'wrangle' | null;
  /** The schema of the body by its name, when there is one. */
  readonly body?:
    | 'WorkBody'
    | 'WorkPatch'
    | 'ChapterBody'
    | 'SynonymBody'
    | 'TiesBody'
    | 'CanonicalBody'
    | 'UndoBody'
    | 'ReadingBody'
    | 'HistoryPatch'
    | 'CommentBody'
    | 'CommentPatch'
    | 'SubscriptionBody'
    | 'ImageUpload'
    | 'ImagePatch'
    | 'ImportUpload'
    | 'ImportYes';
  /** The body is a form with files, not JSON. */
  readonly isForm?: true;
  /** What a good answer holds, by the schema's name; null: nothing. */
  readonly answer:
    | 'Work'
    | 'WorkList'
    | 'Chapter'
    | 'Revision'
    | 'RevisionList'
    | 'Tag'
    | 'TagList'
    | 'WrangledTag'
    | 'Reading'
    | 'ReadingList'
    | 'History'
    | 'Comment'
    | 'CommentList'
    | 'Kudos'
    | 'Subscription'
    | 'SubscriptionList'
    | 'Image'
    | 'ImageList'
    | 'Import'
    | 'ImportList'
    | null;
  readonly status: 200 | 201 | 204;
  readonly query: readonly QueryParameter[];
  readonly handler: CallHandler;
};

export type QueryParameter = {
  readonly name: string;
  readonly description: string;
  /** May be sent more than once. */
  readonly repeats?: true;
};

const chaptersQuery: QueryParameter = {
  name: 'chapters',
  description: 'html, text, source or none (the default): the form of the chapters’ texts.',
};

const listQuery: readonly QueryParameter[] = [
  {
    name: 'q',
    description: 'Words, and conditions of the query language: fandom:"A B" words>1000 sort:kudos.',
  },
  {
    name: 'include',
    description: 'A tag id or type:name; repeated means and, a comma inside one means or.',
    repeats: true,
  },
  {
    name: 'exclude',
    description: 'A tag id or type:name; every one named is excluded.',
    repeats: true,
  },
  { name: 'sort', description: 'updated, posted, words, kudos, hits, title ...; - reverses.' },
  { name: 'limit', description: '1 to 100; 25 when absent.' },
  { name: 'after', description: 'The cursor that the page before gave as next.' },
  { name: 'facets', description: '1 adds the most used tags of each type with their counts.' },
  { name: 'filter', description: 'off: without your default filter.' },
  { name: 'muted', description: 'show: with what you have muted.' },
];

const none: readonly QueryParameter[] = [];
const work = '/works/:id';
const chapter = `${work}/chapters/:chapterId`;

/** What calls use of the process beside the index. */
export type Beside = {
  readonly visits: VisitKeeper;
  readonly comments: Comments;
  readonly reading: FileReading;
};

/** The calls, over the index that lists and tags are answered from. */
export function apiCalls(
  finding: Finding,
  movers: readonly TagMover[],
  beside: Beside,
): readonly Call[] {
  return [
    ...workCalls(finding),
    ...chapterCalls,
    ...revisionCalls,
    ...pictureCalls,
    ...importCalls(beside.reading),
    ...tagCalls(finding),
    ...libraryCalls(finding, beside.visits),
    ...wranglingCalls(finding, movers),
    ...talkCalls(finding, beside.comments),
  ];
}

function workCalls(finding: Finding): readonly Call[] {
  return [
    {
      method: 'POST',
      path: '/works',
      summary:
        'Create a work that keeps to the site policy; post: false keeps it as a draft. With an ' +
        'app password, 403 consent-needed until its owner has agreed to the policy on its page',
      scope: 'write',
      body: 'WorkBody',
      answer: 'Work',
      status: 201,
      query: none,
      handler: createWorkCall,
    },
    {
      method: 'GET',
      path: '/works',
      summary: 'List works',
      scope: null,
      answer: 'WorkList',
      status: 200,
      query: listQuery,
      handler: listWorksCall(finding),
    },
    {
      method: 'GET',
      path: work,
      summary: 'Read a work',
      scope: null,
      answer: 'Work',
      status: 200,
      query: [chaptersQuery],
      handler: showWorkCall,
    },
    {
      method: 'PATCH',
      path: work,
      summary: 'Change a work by a merge patch',
      scope: 'write',
      body: 'WorkPatch',
      answer: 'Work',
      status: 200,
      query: none,
      handler: changeWorkCall,
    },
    {
      method: 'DELETE',
      path: work,
      summary: 'Delete a work; it can be had back for 30 days',
      scope: 'write',
      answer: null,
      status: 204,
      query: none,
      handler: deleteWorkCall,
    },
    {
      method: 'POST',
      path: `${work}/undelete`,
      summary: 'Have a deleted work back',
      scope: 'write',
      answer: 'Work',
      status: 200,
      query: none,
      handler: undeleteWorkCall,
    },
  ];
}

const chapterCalls: readonly Call[] = [
  {
    method: 'POST',
    path: `${work}/chapters`,
    summary: 'Add a chapter',
    scope: 'write',
    body: 'ChapterBody',
    answer: 'Chapter',
    status: 201,
    query: none,
    handler: createChapterCall,
  },
  {
    method: 'GET',
    path: chapter,
    summary: 'Read a chapter with its text',
    scope: null,
    answer: 'Chapter',
    status: 200,
    query: none,
    handler: showChapterCall,
  },
  {
    method: 'PATCH',
    path: chapter,
    summary: 'Change a chapter by a merge patch; post: true posts a draft',
    scope: 'write',
    body: 'ChapterBody',
    answer: 'Chapter',
    status: 200,
    query: none,
    handler: changeChapterCall,
  },
  {
    method: 'DELETE',
    path: chapter,
    summary: 'Delete a chapter',
    scope: 'write',
    answer: null,
    status: 204,
    query: none,
    handler: deleteChapterCall,
  },
];

function tagCalls(finding: Finding): readonly Call[] {
  return [
    {
      method: 'GET',
      path: '/tags',
      summary: 'Suggest tags for what is being typed',
      scope: null,
      answer: 'TagList',
      status: 200,
      query: [
        { name: 'q', description: 'The start of the name, or of a word in it.' },
        { name: 'type', description: 'fandom, relationship, character, freeform ...' },
        { name: 'limit', description: '1 to 100; 25 when absent.' },
      ],
      handler: listTagsCall(finding),
    },
    {
      method: 'GET',
      path: '/tags/:id',
      summary: 'Read a tag',
      scope: null,
      answer: 'Tag',
      status: 200,
      query: none,
      handler: showTagCall(finding),
    },
  ];
}
