// Comments under a work: the threads of a page and the form, for the work’s page and its own.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { pager } from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { Talk } from '../read.ts';
import { commentRulesUrl, commentsUrl } from '../urls.ts';
import { barredNote, commentForm, emptyFields } from './comment-form.ts';
import { threadList } from './comment-item.ts';

/** `back`: the page’s own address, where whoever has written goes back to. */
export function talkPart(frame: Frame, talk: Talk, back: string): Html {
  const { seen, viewer, chapter, threads, barred, page, pages } = talk;
  const { work } = seen;
  const place = chapter === null ? '' : `chapter=${chapter}&`;
  const hrefFor = (number: number) => `${commentsUrl(work)}?${place}page=${number}`;
  const setting = {
    frame,
    viewer,
    work,
    closed: barred !== null,
    back,
    inChapter: chapter !== null,
  };
  const rules = html`<p><a href="${commentRulesUrl(work)}">${text.rulesLink()}</a></p>`;
  return html`${work.own ? rules : nothing}
${threads.length === 0 ? html`<p>${text.noComments()}</p>` : threadList(setting, threads)}
${pager({ page, pages, hrefFor })}
<section id="write-comment" aria-label="${text.writeHeading()}">
<h3 class="heading">${text.writeHeading()}</h3>
${barred === null ? newForm(frame, talk, back) : barredNote(frame, barred)}
</section>`;
}

function newForm(frame: Frame, { seen, chapter, rules }: Talk, back: string): Html {
  const { work } = seen;
  return commentForm(frame, {
    action: commentsUrl(work),
    hidden: { chapter: String(chapter ?? ''), return: back },
    keepAs: `comments/new/${work.id}/${chapter ?? ''}`,
    fields: emptyFields,
    problems: [],
    button: text.send(),
    ...(rules.moderated && !work.own ? { note: text.moderatedNote() } : {}),
  });
}
