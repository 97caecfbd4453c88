// What calls about comments, kudos and subscriptions take and answer.
import { z } from 'zod';
import { followKinds, followNews } from '../follows/index.ts';

const words = z.string().describe('HTML, cleaned like a comment that is typed');

export const commentBody = z
  .object({
    text: words,
    chapter: z.int().optional().describe('Where it stands; absent: the newest chapter'),
    parent: z.int().optional().describe('The comment that it answers'),
    as: z.int().optional().describe('A pseud of yours; absent: the default one'),
  })
  .meta({ id: 'CommentBody' });

export const commentPatch = z.object({ text: words }).meta({ id: 'CommentPatch' });

const followedKinds = followKinds.filter((kind) => kind !== 'collection');

export const subscriptionBody = z
  .object({
    kind: z.enum(followedKinds),
    subject: z.int().describe('The number of the work, series, person, saved filter or tag'),
    news: z.enum(followNews).optional().describe('Of a work one hears of its chapters'),
  })
  .meta({ id: 'SubscriptionBody' });

const comment = z
  .object({
    id: z.int(),
    work: z.int(),
    chapter: z.int().nullable(),
    parent: z.int().nullable(),
    thread: z.int().describe('The comment that began it'),
    author: z.object({
      kind: z.enum(['member', 'guest', 'anonymous-creator', 'former-creator', 'gone']),
      name: z.string().optional(),
      login: z.string().optional(),
    }),
    byCreator: z.boolean(),
    own: z.boolean(),
    standing: z
      .enum(['seen', 'muted', 'hidden', 'deleted'])
      .describe('Without html unless seen: a place on which answers hang'),
    html: z.string().optional(),
    state: z
      .enum(['shown', 'waiting', 'held'])
      .describe('waiting: for a creator of the work; held: for a moderator'),
    frozen: z.boolean(),
    createdAt: z.string().nullable().describe('Null unless seen'),
    editedAt: z.string().nullable(),
  })
  .meta({ id: 'Comment' });

const commentList = z
  .object({
    items: z.array(comment).describe('Whole threads, each comment before its answers'),
    page: z.int(),
    pages: z.int(),
    barred: z.string().nullable().describe('Why you write nothing here; null: you may'),
  })
  .meta({ id: 'CommentList' });

const kudos = z
  .object({
    names: z.array(z.string()).describe('Log-in names, the newest first'),
    more: z.int().describe('Members beside these'),
    guests: z.int(),
    mine: z.boolean().describe('You have left some'),
  })
  .meta({ id: 'Kudos' });

const subscription = z
  .object({
    id: z.int(),
    kind: z.enum(followedKinds),
    subject: z.int(),
    news: z.enum(followNews),
    since: z.string(),
    name: z.string().nullable().describe('Null: it is not there for you at the moment'),
    url: z.string().nullable(),
  })
  .meta({ id: 'Subscription' });

const subscriptionList = z
  .object({
    total: z.int(),
    items: z.array(subscription),
    page: z.int(),
    pages: z.int(),
  })
  .meta({ id: 'SubscriptionList' });

export const talkBodies = [commentBody, commentPatch, subscriptionBody];
export const talkAnswers = [comment, commentList, kudos, subscription, subscriptionList];
