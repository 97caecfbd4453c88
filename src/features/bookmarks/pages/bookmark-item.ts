// A bookmark in a list. Names of elements and classes are contract 6.
import { type Html, html, nothing, safeHref, trustedHtml } from '../../../kit/html/index.ts';
import { dayText } from '../../../web/controls.ts';
import { personUrl } from '../../accounts/urls.ts';
import { reportAboutUrl } from '../../moderation/urls.ts';
import { byline, type Series, workBlurb } from '../../works/index.ts';
import { seriesUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import type { ShownBookmark, Thing } from '../read.ts';
import { bookmarkUrl, deleteBookmarkUrl, taggedBookmarksUrl } from '../urls.ts';

/** `li.bookmark.blurb`, for `ol.bookmark.index.group`; `under`: below the work itself. */
export function bookmarkItem(shown: ShownBookmark, under: Html = nothing): Html {
  const { bookmark, thing } = shown;
  const id = `bookmark_${bookmark.id}`;
  const after = html`${under}${userModule(shown)}`;
  if (thing.kind === 'work') return workBlurb(thing.work, { as: { id, kind: 'bookmark' }, after });
  const series = thing.kind === 'series' ? ` series-${thing.series.id}` : '';
  return html`<li id="${id}" class="bookmark blurb group${series}">
${thing.kind === 'series' ? renderSeries(thing.series) : renderOther(shown, thing)}
${after}
</li>`;
}

function renderSeries(series: Series): Html {
  const { works, words, summary } = series;
  const quote = html`<blockquote class="userstuff summary">${trustedHtml(summary)}</blockquote>
`;
  return html`<div class="header module">
<h4 class="heading"><a href="${seriesUrl(series)}">${series.title}</a> ${text.by()} ${byline(
    series.creators,
  )} <span class="mark">${text.seriesMark()}</span></h4>
</div>
${summary === '' ? nothing : quote}<p>${text.seriesFacts({ works, words })}</p>`;
}

type Other = Exclude<Thing, { readonly kind: 'work' | 'series' }>;

function renderOther({ bookmark }: ShownBookmark, thing: Other): Html {
  switch (thing.kind) {
    case 'elsewhere':
      return renderNamed(
        html`<a href="${safeHref(thing.address)}" rel="nofollow ugc noopener noreferrer">${
          bookmark.title
        }</a>`,
        bookmark.creators,
        text.elsewhereMark(),
        bookmark.fandoms,
      );
    case 'gone': {
      const nameless = thing.of === 'work' ? text.goneWork() : text.goneSeries();
      const title = html`<span dir="auto">${thing.seen.title || nameless}</span>`;
      return renderNamed(title, thing.seen.creators, text.deletedMark(), '');
    }
    case 'unseen': {
      const title = thing.of === 'work' ? text.unseenWork() : text.unseenSeries();
      return html`<div class="header module"><h4 class="heading">${title}</h4></div>`;
    }
  }
}

function renderNamed(title: Html, creators: string, mark: string, fandoms: string): Html {
  const by = creators === '' ? nothing : html` ${text.by()} <span dir="auto">${creators}</span>`;
  const names = html`<h5 class="fandoms heading">${fandoms}</h5>
`;
  return html`<div class="header module">
<h4 class="heading">${title}${by} <span class="mark">${mark}</span></h4>
${fandoms === '' ? nothing : names}</div>`;
}

function userModule({ bookmark, own }: ShownBookmark): Html {
  const { login, tags, notes } = bookmark;
  const marks = [
    ...(bookmark.rec ? [text.recMark()] : []),
    ...(bookmark.private ? [text.privateMark()] : []),
  ].map((mark) => html` <span class="mark">${mark}</span>`);
  const items = tags.map(
    (tag) => html`<li><a class="tag" href="${taggedBookmarksUrl(login, tag)}">${tag}</a></li> `,
  );
  const words = html`<h6 class="landmark heading">${text.landmarkTags()}</h6>
<ul class="meta tags commas">${items}</ul>
`;
  const quote = html`<h6 class="landmark heading">${text.landmarkNotes()}</h6>
<blockquote class="userstuff notes">${trustedHtml(notes)}</blockquote>
`;
  const acts = html`<ul class="actions">
<li><a href="${bookmarkUrl(bookmark)}">${text.edit()}</a></li>
<li><a href="${deleteBookmarkUrl(bookmark)}">${text.delete()}</a></li></ul>
`;
  const report = html`<ul class="actions">
<li><a href="${reportAboutUrl('bookmark', bookmark)}" rel="nofollow">${text.report()}</a></li></ul>
`;
  return html`<div class="user module">
<h5 class="byline heading">${text.bookmarkedBy()} <a href="${personUrl(login)}">${login}</a>${
    marks
  }</h5>
<p class="datetime">${dayText(bookmark.at)}</p>
${tags.length === 0 ? nothing : words}${notes === '' ? nothing : quote}${
  own ? acts : report
}</div>`;
}
