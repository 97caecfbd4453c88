// Writing a comment, answering one, changing the words of one’s own, deleting.
import { Refused } from '../../../kit/http/index.ts';
import { type ChapterId, type PseudId, parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { Ask, MemberAsk } from '../../../web/ask.ts';
import { deleteComment, editComment, whyNotEdited } from '../actions/change-comment.ts';
import { type Posted, postComment, whyBarred } from '../actions/post-comment.ts';
import { asComment, type Comment } from '../comment.ts';
import { threadsPerPage } from '../limits.ts';
import { text } from '../messages.ts';
import { type CommentFields, emptyFields } from '../pages/comment-form.ts';
import { deletePage, type Writing, writingPage } from '../pages/comments-pages.ts';
import { threadsFor } from '../read.ts';
import type { CommentId } from '../schema.ts';
import type { Speaker } from '../speaker.ts';
import { countFirst, findComment } from '../store/comments.ts';
import { readRules } from '../store/rules.ts';
import { commentsUrl, commentUrl, editCommentUrl } from '../urls.ts';
import { requireSeenWork, type SeenWork } from '../work-of-comments.ts';
import { backOf, type Opened, openWords, settingOf } from './open-comment.ts';

type Typed = CommentFields & {
  readonly chapter: string;
  readonly parent: string;
  readonly back: string;
};

export async function submitComment(ask: Ask, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const work = parseId<WorkId>(ask.params['id']);
  const typed: Typed = {
    text: form.text('comment[text]'),
    name: form.text('comment[name]'),
    email: form.text('comment[email]'),
    as: form.text('comment[as]'),
    chapter: form.text('chapter'),
    parent: form.text('parent'),
    back: form.text('return'),
  };
  const parent = parseId<CommentId>(typed.parent);
  const posted = await postComment(parts, speakerOf(ask, typed), {
    work,
    chapter: parseId<ChapterId>(typed.chapter),
    parent,
    text: typed.text,
  });
  if (!posted.ok) return answerRefused(ask, parts, typed, posted);
  const sentence = {
    shown: text.posted(),
    waiting: text.postedWaiting(),
    held: text.postedHeld(),
  }[posted.state];
  const back = await backFrom(ask, parts, typed, posted);
  return answerDone(ask, back, sentence, keyOf(ask, work ?? 0, typed));
}

/** To where it was written, if it can be seen there: a new thread stands on the last page. */
async function backFrom(
  ask: Ask,
  parts: Parts,
  typed: Typed,
  posted: Extract<Posted, { ok: true }>,
): Promise<string> {
  const back = backOf(typed.back, commentUrl(posted));
  if (posted.state === 'shown' && typed.parent === '') {
    const seen = await requireSeenWork(parts, ask.viewer, parseId<WorkId>(ask.params['id']));
    const wish = threadsFor(ask.viewer, seen, parseId<ChapterId>(typed.chapter));
    const count = await countFirst(parts.database.read, wish);
    if (count > threadsPerPage) return commentUrl(posted);
  }
  return `${back}#comment_${posted.id}`;
}

function speakerOf({ viewer, clientAddress }: Ask, { as, name, email }: Typed): Speaker {
  if (viewer.kind === 'guest') {
    return { kind: 'guest', viewer, name, email, address: clientAddress };
  }
  return { kind: 'member', member: viewer, as: parseId<PseudId>(as) };
}

function keyOf(ask: Ask, work: number, { chapter, parent }: Pick<Typed, 'chapter' | 'parent'>) {
  const who = ask.viewer.kind === 'member' ? ask.viewer.login : 'guest';
  return `${who}/${keepAs(work, chapter, parent)}`;
}

function keepAs(work: number, chapter: string, parent: string): string {
  return parent === '' ? `comments/new/${work}/${chapter}` : `comments/answer/${parent}`;
}

async function answerRefused(
  ask: Ask,
  parts: Parts,
  typed: Typed,
  { problems, waitSeconds }: Extract<Posted, { ok: false }>,
): Promise<Response> {
  const seen = await requireSeenWork(parts, ask.viewer, parseId<WorkId>(ask.params['id']));
  const id = parseId<CommentId>(typed.parent);
  const row = id === null ? null : await findComment(parts.database.read, id);
  const parent = row && asComment(ask.viewer, row, seen.rule, new Set());
  const writing = writingOf(ask, { seen, parent }, { typed, problems });
  const answer = answerPage(ask, writingPage(writing), waitSeconds === undefined ? 422 : 429);
  if (waitSeconds !== undefined) answer.headers.set('retry-after', String(waitSeconds));
  return answer;
}

function writingOf(
  ask: Ask,
  { seen, parent }: { readonly seen: SeenWork; readonly parent: Comment | null },
  { typed, problems }: { readonly typed: Typed } & Pick<Writing['form'], 'problems'>,
): Writing {
  const { work } = seen;
  const frame = ask.frame();
  return {
    title: parent === null ? text.writeHeading() : text.answerHeading(),
    work,
    parent,
    setting: { frame, viewer: ask.viewer, work, closed: true, back: frame.path },
    barred: null,
    form: {
      action: commentsUrl(work),
      hidden: { chapter: typed.chapter, parent: typed.parent, return: typed.back },
      keepAs: keepAs(work.id, typed.chapter, typed.parent),
      fields: typed,
      problems,
      button: text.send(),
    },
  };
}

export async function showReply(ask: Ask, parts: Parts): Promise<Response> {
  const { row, comment, seen } = await openWords(ask, parts);
  const rules = await readRules(parts.database.read, seen.work.id);
  const barred = await whyBarred(parts, ask.viewer, { seen, rules, parent: row });
  const quote = ask.query.get('quote') === null ? '' : `<blockquote>${comment.html}</blockquote>\n`;
  const back = backOf(ask.query.get('return') ?? '', commentUrl({ id: comment.thread }));
  const typed = { ...emptyFields, text: quote, chapter: '', parent: String(comment.id), back };
  const writing = writingOf(ask, { seen, parent: comment }, { typed, problems: [] });
  const note = rules.moderated && !seen.work.own ? { note: text.moderatedNote() } : {};
  const form = { ...writing.form, ...note };
  return answerPage(ask, writingPage({ ...writing, form, barred }));
}

export async function showEdit(ask: MemberAsk, parts: Parts): Promise<Response> {
  const opened = await openOwn(ask, parts);
  return answerEdit(ask, parts, opened, { typed: opened.row.source, problems: [] });
}

async function openOwn(ask: MemberAsk, parts: Parts): Promise<Opened> {
  const opened = await openWords(ask, parts);
  if (!opened.comment.own) throw new Refused(403);
  return opened;
}

export async function submitEdit(ask: MemberAsk, parts: Parts): Promise<Response> {
  const opened = await openOwn(ask, parts);
  const typed = (await ask.form()).text('comment[text]');
  const problems = await editComment(parts, ask.viewer, opened.row.id, typed);
  if (problems.length > 0) return answerEdit(ask, parts, opened, { typed, problems });
  const key = `${ask.viewer.login}/${editedAs(opened.row.id)}`;
  return answerDone(ask, commentUrl(opened.row), text.changed(), key);
}

function editedAs(id: CommentId): string {
  return `comments/edit/${id}`;
}

async function answerEdit(
  ask: MemberAsk,
  parts: Parts,
  { row, seen }: Opened,
  { typed, problems }: { readonly typed: string } & Pick<Writing['form'], 'problems'>,
): Promise<Response> {
  const frame = ask.frame();
  const page = writingPage({
    title: text.editTitle(),
    work: seen.work,
    parent: null,
    setting: { frame, viewer: ask.viewer, work: seen.work, closed: true, back: frame.path },
    barred: await whyNotEdited(parts.database.read, row),
    form: {
      action: editCommentUrl(row),
      hidden: {},
      keepAs: editedAs(row.id),
      fields: { ...emptyFields, text: typed },
      problems,
      button: text.save(),
      wordsOnly: true,
    },
  });
  return answerPage(ask, page, problems.length === 0 ? 200 : 422);
}

export async function showDelete(ask: MemberAsk, parts: Parts): Promise<Response> {
  const opened = await openDeletable(ask, parts);
  const setting = await settingOf(ask, parts, opened);
  return answerPage(ask, deletePage(setting.frame, opened.comment, setting));
}

async function openDeletable(ask: MemberAsk, parts: Parts): Promise<Opened> {
  const opened = await openWords(ask, parts);
  if (!opened.comment.own && !opened.seen.work.own) throw new Refused(403);
  return opened;
}

export async function submitDelete(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { row, seen } = await openDeletable(ask, parts);
  await deleteComment(parts, ask.viewer, row.id);
  return answerDone(ask, commentsUrl(seen.work), text.gone());
}
