// One comment, the answers under it, and what the viewer can do with it.
import { type Html, html, nothing, trustedHtml } from '../../../kit/html/index.ts';
import { hasRole, type Viewer } from '../../../shared/viewer.ts';
import { dateText, dayText, tokenField } from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import { reportAboutUrl } from '../../moderation/urls.ts';
import type { Work } from '../../works/index.ts';
import { chapterUrl } from '../../works/urls.ts';
import type { Comment } from '../comment.ts';
import { depthShown } from '../limits.ts';
import { text } from '../messages.ts';
import type { Thread } from '../read.ts';
import {
  commentUrl,
  decideCommentUrl,
  deleteCommentUrl,
  editCommentUrl,
  quoteUrl,
  replyUrl,
} from '../urls.ts';
import { authorLink } from './author.ts';

export type Setting = {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly work: Pick<Work, 'id' | 'own' | 'chapters'>;
  /** Nobody writes here now, or not this viewer. */
  readonly closed: boolean;
  /** Only to be read: what is answered, or about to be deleted. */
  readonly quiet?: boolean;
  /** The page is of one chapter. */
  readonly inChapter?: boolean;
  /** Where the viewer goes back to after a decision. */
  readonly back: string;
};

/** Threads as nested lists; tools know `ol.thread` and `li.comment`. */
export function threadList(setting: Setting, threads: readonly Thread[], depth = 1): Html {
  if (threads.length === 0) return nothing;
  return html`<ol class="thread">${threads.map((thread) => item(setting, thread, depth))}</ol>`;
}

function item(setting: Setting, { comment, answers, cut }: Thread, depth: number): Html {
  const isDeep = depth >= depthShown && answers.length > 0;
  const more = html`<p class="more"><a href="${commentUrl(comment)}">${text.moreAnswers({
    count: count(answers),
  })}</a></p>`;
  const rest = html`<p class="more"><a
 href="${commentUrl(comment)}">${text.restOfThread()}</a></p>`;
  return html`<li class="comment group" id="comment_${comment.id}">
${commentItem(setting, comment)}
${isDeep ? more : threadList(setting, answers, depth + 1)}${cut ? rest : nothing}</li>
`;
}

function count(threads: readonly Thread[]): number {
  return threads.reduce((sum, { answers }) => sum + 1 + count(answers), 0);
}

/** The comment itself. */
export function commentItem(setting: Setting, comment: Comment): Html {
  const { standing } = comment;
  if (standing === 'deleted') return html`<p class="shell">${text.deleted()}</p>`;
  if (standing === 'hidden') return html`<p class="shell">${text.hiddenShell()}</p>`;
  if (standing === 'muted') {
    const show = html`<a href="${commentUrl(comment)}">${text.showMuted()}</a>`;
    return html`<p class="shell">${text.mutedShell()} ${show}</p>`;
  }
  return html`<article class="said">
<h4 class="heading byline">${authorLink(comment.author)}${
    comment.byCreator ? html` <span class="mark">${text.creatorMark()}</span>` : nothing
  } ${renderWhere(setting, comment)}<a class="posted" href="${commentUrl(comment)}"><time
 datetime="${dateText(comment.createdAt)}">${dayText(comment.createdAt)}</time></a></h4>
${renderMarks(comment)}<blockquote class="userstuff" dir="auto">${trustedHtml(
    comment.html,
  )}</blockquote>
${
  comment.editedAt === null
    ? nothing
    : html`<p class="edited">${text.edited({ date: dayText(comment.editedAt) })}</p>`
}${setting.quiet ? nothing : renderActions(setting, comment)}
</article>`;
}

/** Its chapter, where the work has several. */
function renderWhere({ work, inChapter }: Setting, { chapter }: Comment): Html {
  const found = work.chapters.find(({ id }) => id === chapter);
  if (inChapter || found === undefined || work.chapters.length < 2) return nothing;
  const label = text.underChapter({ number: found.position });
  return html`<a class="parent" href="${chapterUrl(work, found)}">${label}</a> `;
}

function renderMarks({ state, hiddenBy }: Comment): Html {
  const marks = [
    state === 'waiting' ? text.waiting() : null,
    state === 'held' ? text.held() : null,
    hiddenBy === 'creator' ? text.hiddenByCreator() : null,
    hiddenBy === 'moderator' ? text.hiddenByModerator() : null,
  ];
  return html`${marks.map((mark) => mark && html`<p class="notice">${mark}</p>\n`)}`;
}

function renderActions(setting: Setting, comment: Comment): Html {
  const { frame, viewer, work, closed, back } = setting;
  const isOpen = comment.state === 'shown' && comment.hiddenBy === null;
  const links = [
    !closed && isOpen ? link(replyUrl(comment, back), text.reply()) : nothing,
    !closed && isOpen ? link(quoteUrl(comment, back), text.quote()) : nothing,
    link(commentUrl(comment), text.thread()),
    comment.own ? link(editCommentUrl(comment), text.edit()) : nothing,
    comment.own ? nothing : link(reportAboutUrl('comment', comment), text.report()),
    comment.own || work.own ? link(deleteCommentUrl(comment), text.remove()) : nothing,
  ];
  const isModerator = hasRole(viewer, 'moderator');
  const deciding =
    (work.own || isModerator) && frame.formToken !== ''
      ? renderDecisions(setting, comment, isModerator, back)
      : nothing;
  return html`<ul class="actions">${links}</ul>${deciding}`;
}

function link(href: string, label: string): Html {
  return html`<li><a href="${href}" rel="nofollow">${label}</a></li>\n`;
}

function renderDecisions(
  { frame, work }: Setting,
  comment: Comment,
  isModerator: boolean,
  back: string,
): Html {
  const isForViewer = comment.state === 'waiting' || (comment.state === 'held' && isModerator);
  const waits = isForViewer && !comment.own;
  const canShow = comment.hiddenBy === 'creator' || isModerator;
  const isMember = comment.author.kind === 'member' && !comment.own;
  const decisions: readonly (readonly [boolean, string, string])[] = [
    [waits, 'approve', text.approve()],
    [comment.hiddenBy === null && !comment.own, 'hide', text.hide()],
    [comment.hiddenBy !== null && canShow, 'show', text.show()],
    [comment.parent === null && !comment.frozen, 'freeze', text.freeze()],
    [comment.parent === null && comment.frozen, 'unfreeze', text.unfreeze()],
    [work.own && isMember, 'ban', text.ban()],
    [work.own && isMember, 'block', text.block()],
  ];
  const offered = decisions.filter(([isOffered]) => isOffered);
  if (offered.length === 0) return nothing;
  const buttons = offered.map(
    ([, value, label]) =>
      html`<button type="submit" name="do" value="${value}">${label}</button>\n`,
  );
  return html`<details class="decide"><summary>${text.decide()}</summary>
<form action="${decideCommentUrl(comment)}" method="post">${tokenField(frame.formToken)}
<input type="hidden" name="return" value="${back}">${buttons}</form></details>`;
}
