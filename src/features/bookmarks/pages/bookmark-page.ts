// One bookmark: as others see it, as its owner changes it, and before it is deleted.
import { html, nothing } from '../../../kit/html/index.ts';
import { confirmForm } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { ShownBookmark } from '../read.ts';
import { bookmarkUrl, deleteBookmarkUrl, personBookmarksUrl } from '../urls.ts';
import { type BookmarkForm, bookmarkForm } from './bookmark-form.ts';
import { bookmarkItem } from './bookmark-item.ts';

/** `form`: null for others than its owner. */
export function bookmarkPage(shown: ShownBookmark, form: BookmarkForm | null): Page {
  const title = text.editTitle({ title: titleOf(shown) });
  const { login } = shown.bookmark;
  return {
    title,
    mainClass: 'bookmarks-show region',
    indexable: false,
    styles: ['bookmarks'],
    body: html`<h2 class="heading" dir="auto">${title}</h2>
<h3 class="landmark heading">${text.bookmark()}</h3>
<ol class="bookmark index group">
${bookmarkItem(shown)}
</ol>
${form === null ? nothing : html`<h3 class="heading">${text.edit()}</h3>${bookmarkForm(form)}`}
<p><a href="${personBookmarksUrl(login)}">${text.allOf({ name: login })}</a></p>`,
  };
}

/** What the thing is called, as far as the viewer may know. */
export function titleOf({ bookmark, thing }: ShownBookmark): string {
  switch (thing.kind) {
    case 'work':
      return thing.work.title;
    case 'series':
      return thing.series.title;
    case 'elsewhere':
      return bookmark.title;
    case 'gone':
      return thing.seen.title || (thing.of === 'work' ? text.goneWork() : text.goneSeries());
    case 'unseen':
      return thing.of === 'work' ? text.unseenWork() : text.unseenSeries();
  }
}

/** `title`: where it is of something here. */
export function newBookmarkPage(form: BookmarkForm, title = text.newTitle()): Page {
  return {
    title,
    mainClass: 'bookmarks-new region',
    indexable: false,
    styles: ['bookmarks'],
    body: html`<h2 class="heading">${title}</h2>
${form.elsewhere ? html`<p>${text.newLead()}</p>` : nothing}
${bookmarkForm(form)}`,
  };
}

export function deleteBookmarkPage(frame: Frame, shown: ShownBookmark): Page {
  return {
    title: text.deleteQuestion(),
    mainClass: 'bookmarks-delete region',
    indexable: false,
    body: confirmForm({
      question: text.deleteQuestion(),
      explanation: html`<p dir="auto">${text.editTitle({ title: titleOf(shown) })}</p>
<p>${text.deleteExplained()}</p>`,
      action: deleteBookmarkUrl(shown.bookmark),
      token: frame.formToken,
      button: text.deleteButton(),
      cancelHref: bookmarkUrl(shown.bookmark),
    }),
  };
}
