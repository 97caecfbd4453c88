// The pages of comments: all of a work, one thread, writing, changing, deleting, who may.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  confirmForm,
  formFor,
  radioGroup,
  submitButtons,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { Work } from '../../works/index.ts';
import { workUrl } from '../../works/urls.ts';
import type { Comment } from '../comment.ts';
import { text } from '../messages.ts';
import type { Talk, Thread } from '../read.ts';
import type { CommentRules } from '../store/rules.ts';
import { commentRulesUrl, commentsUrl, commentUrl, deleteCommentUrl } from '../urls.ts';
import { barredNote, commentForm, type FormShown } from './comment-form.ts';
import { commentItem, type Setting, threadList } from './comment-item.ts';
import { talkPart } from './talk-part.ts';

function page(title: string, kind: string, body: Html): Page {
  return {
    title,
    mainClass: `comments-${kind} region`,
    indexable: false,
    styles: ['comments'],
    body,
  };
}

function workLink(work: Pick<Work, 'id' | 'title'>): Html {
  return html`<a href="${workUrl(work)}">${work.title}</a>`;
}

export function allCommentsPage(frame: Frame, talk: Talk): Page {
  const { work } = talk.seen;
  const title = text.commentsOn({ title: work.title });
  return page(
    title,
    'index',
    html`<h2 class="heading">${title}</h2>
<p><a href="${workUrl(work)}">${text.backToWork()}</a></p>
<h3 class="landmark heading">${text.threads()}</h3>
${talkPart(frame, talk, frame.path)}`,
  );
}

export type ThreadShown = {
  readonly setting: Setting;
  readonly work: Work;
  readonly thread: Thread;
  readonly frozen: boolean;
  readonly cut: boolean;
};

export function threadPage({ setting, work, thread, frozen, cut }: ThreadShown): Page {
  const title = text.commentOn({ title: work.title });
  const { parent } = thread.comment;
  const above =
    parent === null
      ? nothing
      : html`<li><a href="${commentUrl({ id: parent })}">${text.parentThread()}</a></li>`;
  return page(
    title,
    'show',
    html`<h2 class="heading">${text.commentOn({ title: '' }).trim()} ${workLink(work)}</h2>
<ul class="actions">${above}
<li><a href="${commentsUrl(work)}">${text.allComments()}</a></li></ul>
${frozen ? html`<p class="notice">${text.frozen()}</p>` : nothing}
<h3 class="landmark heading">${text.threads()}</h3>
${threadList(setting, [thread])}
${cut ? html`<p>${text.tooManyAnswers()}</p>` : nothing}`,
  );
}

export type Writing = {
  readonly title: string;
  readonly work: Work;
  /** What is answered. */
  readonly parent: Comment | null;
  readonly setting: Setting;
  /** A sentence in place of the form. */
  readonly barred: string | null;
  readonly form: FormShown;
};

/** The form on a page of its own: an answer, other words, or what was refused. */
export function writingPage({ title, work, parent, setting, barred, form }: Writing): Page {
  const { frame } = setting;
  const answered =
    parent === null
      ? nothing
      : html`<h3 class="landmark heading">${text.parentThread()}</h3>
<div class="answered">${commentItem({ ...setting, quiet: true }, parent)}</div>`;
  return page(
    `${title}: ${work.title}`,
    'new',
    html`<h2 class="heading">${title}: ${workLink(work)}</h2>
${answered}
${barred === null ? commentForm(frame, form) : barredNote(frame, barred)}`,
  );
}

export function deletePage(frame: Frame, comment: Comment, setting: Setting): Page {
  return page(
    text.deleteQuestion(),
    'delete',
    confirmForm({
      question: text.deleteQuestion(),
      explanation: html`<p>${text.deleteNote()}</p>
<h3 class="landmark heading">${text.textLabel()}</h3>
${commentItem({ ...setting, quiet: true }, comment)}`,
      action: deleteCommentUrl(comment),
      token: frame.formToken,
      button: text.remove(),
      cancelHref: commentUrl(comment),
    }),
  );
}

export function rulesPage(frame: Frame, work: Work, { who, moderated }: CommentRules): Page {
  const title = text.rulesTitle({ title: work.title });
  const options = (['everyone', 'members', 'nobody'] as const).map((value) => {
    return { value, label: text[`who_${value}`]() };
  });
  return page(
    title,
    'rules',
    html`<h2 class="heading">${title}</h2>
${formFor({
  action: commentRulesUrl(work),
  token: frame.formToken,
  body: [
    radioGroup({ name: 'who', legend: text.who(), value: who, options }),
    checkbox({ name: 'moderated', label: text.moderatedLabel(), checked: moderated }),
    checkbox({ name: 'all', label: text.allMine(), checked: false }),
    submitButtons([{ label: text.saveRules() }], workUrl(work)),
  ],
})}`,
  );
}
