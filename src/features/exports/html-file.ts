// A work as one HTML file that needs nothing else: no script, no request, its style inside. Ids and
// classes are those by which programs know such files: preface, tags, chapters, end notes.
import { type Html, html, joinHtml, nothing, trustedHtml } from '../../kit/html/index.ts';
import { tagUrl } from '../tags/urls.ts';
import { seriesUrl } from '../works/urls.ts';
import { type Book, type BookChapter, companyRows, tagLabels } from './book.ts';
import { htmlFileStyles } from './html-file-styles.ts';
import { text } from './messages.ts';

/** The whole file, of a book that was made for one viewer. */
export function htmlFile(book: Book): string {
  const { language, direction } = book;
  const file = html`${trustedHtml('<!DOCTYPE html>\n')}<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${book.byline}">
<title>${fileTitle(book)}</title>
<style>${trustedHtml(htmlFileStyles)}</style>${renderSkin(book)}
</head>
<body${book.skin === null ? nothing : html` id="workskin"`}>
${renderPreface(book)}${renderContents(book)}<main id="chapters" class="userstuff">
${book.chapters.map((chapter, at) => renderChapter(book, chapter, at + 1))}</main>
${renderAfterword(book)}</body>
</html>
`;
  return String(file);
}

/** As the check wrote it: there is no `<` in it. */
function renderSkin({ skin }: Book): Html {
  return skin === null
    ? nothing
    : html`
<style>${trustedHtml(skin)}</style>`;
}

/** Title, names and fandom in this order, parted like this, is what shelves of such files read. */
function fileTitle({ title, byline, tags }: Book): string {
  const fandoms = tags.find(({ type }) => type === 'fandom')?.names ?? [];
  const fandom = fandoms.length > 3 ? text.multifandom() : fandoms.join(', ');
  return [title, byline, fandom].filter((part) => part !== '').join(' - ');
}

function renderPreface(book: Book): Html {
  return html`<header id="preface">
<div class="meta">
<h1>${book.title}</h1>
<div class="byline">${ours(text.byWord())} ${joinHtml(book.creators.map(renderCreator), ', ')}</div>
<p class="message">${ours(text.source())} <a href="${book.url}">${book.url}</a></p>
<dl class="tags">
${renderTags(book)}${renderFacts(book)}</dl>
${renderNotes(book, text.summary(), book.summary)}
${renderNotes(book, text.notes(), book.notes)}</div>
</header>
`;
}

function renderCreator({ name, url }: Book['creators'][number]): Html {
  return url === null ? html`${name}` : html`<a rel="author" href="${url}">${name}</a>`;
}

function renderTags({ tags, siteUrl }: Book): Html[] {
  return tags.map(({ type, names }) => {
    const links = names.map((name) => html`<a href="${siteUrl}${tagUrl({ name })}">${name}</a>`);
    return html`<dt>${ours(text.labelled({ label: tagLabels[type]() }))}</dt>
<dd>${joinHtml(links, ', ')}</dd>
`;
  });
}

function renderFacts(book: Book): Html {
  const { languageName, series, facts, siteUrl } = book;
  const company = companyRows(book).map(
    ({ label, value }) => html`<dt>${ours(text.labelled({ label }))}</dt>
<dd>${value}</dd>
`,
  );
  const places = series.map(
    (one) => html`${ours(text.seriesPart({ position: one.position }))} ${seriesLink(one, siteUrl)}`,
  );
  const stats = facts.map(({ label, value }) => `${text.labelled({ label })} ${value}`).join(' ');
  const listed =
    places.length === 0
      ? nothing
      : html`<dt>${ours(text.labelled({ label: text.series() }))}</dt>
<dd>${joinHtml(places, ', ')}</dd>
`;
  return html`<dt>${ours(text.labelled({ label: text.language() }))}</dt>
<dd>${languageName}</dd>
${company}${listed}<dt>${ours(text.labelled({ label: text.stats() }))}</dt>
<dd>${ours(stats)}</dd>
`;
}

function seriesLink(series: Book['series'][number], siteUrl: string): Html {
  return html`<a href="${siteUrl}${seriesUrl(series)}">${series.title}</a>`;
}

function renderContents(book: Book): Html {
  if (book.chapters.length < 2) return nothing;
  const items = book.chapters.map(
    ({ id, heading, level }) => html`<li class="level-${level}"><a href="#chapter-${id}">${
      heading
    }</a></li>
`,
  );
  return html`<nav aria-label="${text.contents()}">
<ol>
${items}</ol>
</nav>
`;
}

function renderChapter(book: Book, chapter: BookChapter, number: number): Html {
  const title = book.isOneShot ? book.title : chapter.heading;
  const ends =
    chapter.endNotes === ''
      ? nothing
      : html`<div class="meta" id="endnotes${number}">
${renderNotes(book, text.endNotes(), chapter.endNotes)}</div>
`;
  // Converters to other formats cut at headings, so a work without chapters has one, unseen.
  return html`<div class="chapter" id="chapter-${chapter.id}"${tongue(chapter)}>
<div class="meta group">
<h2 class="${book.isOneShot ? 'toc-heading' : 'heading'}">${title}</h2>
${renderOpening(chapter)}${renderNotes(book, text.summary(), chapter.summary)}${renderNotes(
  book,
  text.notes(),
  chapter.notes,
)}</div>
<!--chapter content-->
<div class="userstuff">
${onSite(book, chapter.html)}
</div>
<!--/chapter content-->
${ends}</div>
`;
}

/** Works in a book of several have each a language of their own. */
function tongue({ own }: BookChapter): Html {
  return own === null ? nothing : html` lang="${own.language}" dir="${own.direction}"`;
}

function renderOpening({ opening }: BookChapter): Html {
  if (opening === null) return nothing;
  const rows = opening.facts.map(
    ({ label, value }) => html`<dt>${ours(text.labelled({ label }))}</dt>
<dd>${value}</dd>
`,
  );
  return html`<div class="byline">${ours(text.byWord())} ${opening.byline}</div>
<p class="message"><a href="${opening.url}">${opening.url}</a></p>
<dl>
${rows}</dl>
`;
}

function renderAfterword(book: Book): Html {
  const notes =
    book.endNotes === ''
      ? nothing
      : html`<div class="meta" id="endnotes">
${renderNotes(book, text.endNotes(), book.endNotes)}</div>
`;
  return html`<footer id="afterword">
${notes}<p class="message">${ours(text.tellThem())} <a href="${book.url}">${book.url}</a></p>
</footer>
`;
}

function renderNotes(book: Book, label: string, markup: string): Html {
  if (markup === '') return nothing;
  return html`<p class="label">${ours(label)}</p>
<blockquote class="userstuff">
${onSite(book, markup)}
</blockquote>
`;
}

/** Words of the archive's own, in a file of any language and direction. */
function ours(words: string): Html {
  return html`<bdi lang="en">${words}</bdi>`;
}

/** Links to the archive itself lead there from wherever the file lies. */
function onSite(book: Book, markup: string): Html {
  return trustedHtml(withPictures(withSiteLinks(markup, book.siteUrl), book));
}

// Only inside a tag: the sanitiser leaves no bare "<" in text and quotes every attribute.
function withSiteLinks(markup: string, siteUrl: string): string {
  return markup.replace(/<a [^>]*>/g, (tag) => tag.replace(' href="/', ` href="${siteUrl}/`));
}

// The same holds here: a picture that the file holds is in it, another is a link.
function withPictures(markup: string, { pictures, siteUrl }: Book): string {
  let inLink = false;
  return markup.replace(/<(?:a |\/a>|img )(?:[^>]*>)?/g, (tag) => {
    if (!tag.startsWith('<img ')) {
      inLink = tag.startsWith('<a ');
      return tag;
    }
    const src = / src="([^"]*)"/.exec(tag)?.[1] ?? '';
    const held = pictures.find(({ address }) => address === src);
    if (held !== undefined) {
      const data = Buffer.from(held.bytes).toString('base64');
      return tag.replace(` src="${src}"`, ` src="data:${held.type};base64,${data}"`);
    }
    const words = / alt="([^"]+)"/.exec(tag)?.[1] ?? src;
    return inLink ? words : `<a href="${siteUrl}${src}">${words}</a>`;
  });
}
