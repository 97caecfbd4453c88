// The calls about comments, kudos and subscriptions, as rows of the table of calls.
import type { Comments } from '../comments/index.ts';
import type { Finding } from '../finding/index.ts';
import type { Call } from './calls.ts';
import {
  changeCommentCall,
  createCommentCall,
  deleteCommentCall,
  listCommentsCall,
  showCommentCall,
} from './handlers/comments.ts';
import { leaveKudosCall, showKudosCall, takeKudosBackCall } from './handlers/kudos.ts';
import { listSubscriptionsCall, subscribeCall, unsubscribeCall } from './handlers/subscriptions.ts';

const page = { name: 'page', description: 'From 1.' };
const reading = { method: 'GET', scope: null, status: 200, query: [] } as const;
const writing = { scope: 'write', status: 200, query: [] } as const;

export function talkCalls(finding: Finding, comments: Comments): readonly Call[] {
  return [...commentCalls(comments), ...kudosCalls, ...subscriptionCalls(finding)];
}

function commentCalls(comments: Comments): readonly Call[] {
  return [
    {
      ...reading,
      path: '/works/:id/comments',
      summary: 'List the threads under a work',
      answer: 'CommentList',
      query: [page, { name: 'chapter', description: 'A chapter’s number: its threads alone.' }],
      handler: listCommentsCall(comments),
    },
    {
      ...writing,
      method: 'POST',
      path: '/works/:id/comments',
      summary: 'Comment on a work, or answer a comment',
      body: 'CommentBody',
      answer: 'Comment',
      status: 201,
      handler: createCommentCall(comments),
    },
    {
      ...reading,
      path: '/comments/:id',
      summary: 'Read a comment',
      answer: 'Comment',
      handler: showCommentCall(comments),
    },
    {
      ...writing,
      method: 'PATCH',
      path: '/comments/:id',
      summary: 'Change the words of a comment of yours that nobody has answered',
      body: 'CommentPatch',
      answer: 'Comment',
      handler: changeCommentCall(comments),
    },
    {
      ...writing,
      method: 'DELETE',
      path: '/comments/:id',
      summary: 'Delete a comment of yours, or on a work of yours',
      answer: null,
      status: 204,
      handler: deleteCommentCall(comments),
    },
  ];
}

const kudosCalls: readonly Call[] = [
  {
    ...reading,
    path: '/works/:id/kudos',
    summary: 'Read who left kudos on a work',
    answer: 'Kudos',
    handler: showKudosCall,
  },
  {
    ...writing,
    method: 'PUT',
    path: '/works/:id/kudos',
    summary: 'Leave kudos; again is no harm',
    answer: 'Kudos',
    handler: leaveKudosCall,
  },
  {
    ...writing,
    method: 'DELETE',
    path: '/works/:id/kudos',
    summary: 'Take kudos back',
    answer: null,
    status: 204,
    handler: takeKudosBackCall,
  },
];

function subscriptionCalls(finding: Finding): readonly Call[] {
  return [
    {
      ...reading,
      scope: 'read',
      path: '/subscriptions',
      summary: 'List what you follow, the newest first',
      answer: 'SubscriptionList',
      query: [page, { name: 'kind', description: 'work, series, creator, filter or tag.' }],
      handler: listSubscriptionsCall(finding),
    },
    {
      ...writing,
      method: 'PUT',
      path: '/subscriptions',
      summary: 'Follow something, or choose of what of it you hear; again is no harm',
      body: 'SubscriptionBody',
      answer: 'Subscription',
      handler: subscribeCall(finding),
    },
    {
      ...writing,
      method: 'DELETE',
      path: '/subscriptions/:id',
      summary: 'No longer follow it',
      answer: null,
      status: 204,
      handler: unsubscribeCall,
    },
  ];
}
