// The document around every page: head, header, notices, main, footer.
import { type Html, html, nothing, safeHref, trustedHtml } from '../kit/html/index.ts';
import type { ReadingPreferences } from '../shared/reading.ts';
import { announcementDismissalUrl } from './announcements.ts';
import { hiddenField, tokenField } from './controls/form.ts';
import type { Announcement, Flash, Frame, Page } from './frame.ts';
import { renderFooter, renderHeader, renderKeptHeader } from './header.ts';
import { text } from './messages.ts';

export type { Announcement, Feed, FeedType, Flash, Frame, Page } from './frame.ts';

const doctype = trustedHtml('<!DOCTYPE html>\n');

/** The whole answer for one page, ready to be sent as UTF-8. */
export function renderDocument(frame: Frame, page: Page): Html {
  const { viewer, reading } = frame;
  const state = viewer.kind === 'member' && !page.kept ? 'logged-in' : 'logged-out';
  return html`${doctype}<html lang="${page.lang ?? 'en'}" dir="${page.dir ?? 'ltr'}"
 data-theme="${reading.theme}" data-font="${reading.font}" data-size="${reading.size}"
 data-width="${reading.width}" data-spacing="${reading.spacing}"
 data-counts="${reading.counts}">
<head>
${renderHead(frame, page)}</head>
<body class="${state}">
<a class="skip" href="#main">${text.skipToMain()}</a>
${page.kept ? renderKeptHeader(frame) : renderAbove(frame)}
<div id="main" class="${page.mainClass}" role="main" tabindex="-1"${
    page.wide ? html` data-wide="yes"` : nothing
  }>
${page.ownHeading ? nothing : html`<h1 class="landmark heading">${page.title}</h1>`}
${page.body}
</div>
${page.kept ? nothing : renderFooter(frame)}
</body>
</html>
`;
}

function renderAbove(frame: Frame): Html {
  return html`${renderHeader(frame)}
${renderBanner(frame)}
${frame.flash.map(renderFlash)}`;
}

function renderHead({ assets, formToken, reading, siteName }: Frame, page: Page): Html {
  const title = page.title === siteName ? siteName : `${page.title} - ${siteName}`;
  return html`<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${page.kept ? nothing : html`<meta name="csrf-token" content="${formToken}">`}
${renderColours(reading)}
${page.description ? html`<meta name="description" content="${page.description}">` : nothing}
${page.indexable === false ? html`<meta name="robots" content="noindex">` : nothing}
${page.canonical ? html`<link rel="canonical" href="${page.canonical}">` : nothing}
<link rel="stylesheet" href="${assets.href('site.css')}">
${page.styles?.map((name) => html`<link rel="stylesheet" href="${assets.href(`${name}.css`)}">`)}
${reading.font === 'serif' ? renderFontPreload(assets.href(textFace)) : nothing}
${
  page.kept
    ? html`<script src="${assets.href('kept.js')}"></script>`
    : html`<script type="module" src="${assets.href('enhance.js')}"></script>`
}
<link rel="icon" type="image/svg+xml" href="${assets.href('icon.svg')}">
<link rel="apple-touch-icon" href="${assets.href('app-touch.png')}">
<link rel="manifest" href="/manifest.webmanifest">
${page.feeds?.map(
  ({ href, title, type }) =>
    html`<link rel="alternate" type="${type}" title="${title}" href="${href}">`,
)}
${page.head}
`;
}

// The one face that every page in a Latin script paints with.
const textFace = 'literata-latin-wght-normal.woff2';

function renderFontPreload(href: string): Html {
  return html`<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`;
}

/** For the browser's own bars; the same values as --paper in styles/themes.css. */
export const paper = {
  light: '#fcfbf8',
  dark: '#16191c',
  sepia: '#f5ecd9',
  eink: '#ffffff',
} as const;

function renderColours({ theme }: ReadingPreferences): Html {
  if (theme !== 'auto') return html`<meta name="theme-color" content="${paper[theme]}">`;
  const meta = (scheme: 'light' | 'dark') =>
    html`<meta name="theme-color" media="(prefers-color-scheme: ${scheme})"
 content="${paper[scheme]}">`;
  return html`${meta('light')}
${meta('dark')}`;
}

/** Everything that the archive itself tells its readers, in one place above the page. */
function renderBanner(frame: Frame): Html {
  const { readOnly, notice, announcements = [] } = frame;
  if (!readOnly && notice === null && announcements.length === 0) return nothing;
  return html`<aside aria-label="${text.siteNotice()}">
<div id="admin-banner">
${readOnly ? html`<p>${text.readOnly()}</p>\n` : nothing}${
  notice === null ? nothing : html`<p>${notice}</p>\n`
}${announcements.map((one) => renderAnnouncement(frame, one))}</div>
</aside>`;
}

/** A page that is kept for guests holds no token, and needs none. */
function renderAnnouncement(
  { formToken, path, viewer }: Frame,
  { id, text: words, link }: Announcement,
): Html {
  const label = text.hideAnnouncement({ words });
  const more = link !== '' && html` <a href="${safeHref(link)}">${text.announcementMore()}</a>`;
  return html`<div class="announcement">
<p>${words}${more}</p>
<form action="${announcementDismissalUrl(id)}" method="post">
${viewer.kind === 'member' ? tokenField(formToken) : nothing}${hiddenField('return_to', path)}
<button type="submit" aria-label="${label}">${text.hide()}</button>
</form>
</div>
`;
}

function renderFlash({ kind, text: sentence, savedForm }: Flash): Html {
  const forget = savedForm ? html` data-enhance="forget" data-key="${savedForm}"` : nothing;
  const role = kind === 'problem' ? 'alert' : 'status';
  return html`<div class="flash ${kind}" role="${role}"${forget}><p>${sentence}</p></div>`;
}
