// A work as one HTML file that needs nothing else: no script, no request, its style inside.
import { type Html, html, nothing, trustedHtml } from '../../kit/html/index.ts';
import { type Book, chapterHeading } from './book.ts';
import { text } from './messages.ts';

/** The whole file, of a book that was made for one viewer. */
export function htmlFile(book: Book): string {
  const { language, direction, title } = book;
  const file = html`${trustedHtml('<!DOCTYPE html>\n')}<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${book.byline}</title>
<style>${trustedHtml(styles)}</style>
</head>
<body>
<header id="preface">
<h1>${title}</h1>
<p class="byline">${text.by({ byline: book.byline })}</p>
<p>${text.source()} <a href="${book.url}">${book.url}</a></p>
<dl class="tags">
${renderFacts(book)}</dl>
${renderNotes(book, text.summary(), book.summary)}
${renderNotes(book, text.notes(), book.notes)}</header>
<main id="chapters">
${book.chapters.map((chapter) => renderChapter(book, chapter))}</main>
${
  book.endNotes === ''
    ? nothing
    : html`<footer id="afterword">
${renderNotes(book, text.endNotes(), book.endNotes)}</footer>
`
}</body>
</html>
`;
  return String(file);
}

function renderFacts(book: Book): Html[] {
  const tags = book.tags.map(({ type, names }) => [text[type](), names.join(', ')] as const);
  const series = book.series.map(
    ({ position, title }) => [text.series(), text.seriesPlace({ position, title })] as const,
  );
  const facts = book.facts.map(({ label, value }) => [label, value] as const);
  return [...tags, ...series, ...facts].map(
    ([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>
`,
  );
}

function renderChapter(book: Book, chapter: Book['chapters'][number]): Html {
  const heading = book.isOneShot
    ? nothing
    : html`<h2>${chapterHeading(chapter)}</h2>
${renderNotes(book, text.summary(), chapter.summary)}
${renderNotes(book, text.notes(), chapter.notes)}`;
  return html`<section id="chapter-${chapter.id}">
${heading}<div class="userstuff">
${onSite(book, chapter.html)}
</div>
${renderNotes(book, text.endNotes(), chapter.endNotes)}</section>
`;
}

function renderNotes(book: Book, label: string, markup: string): Html {
  if (markup === '') return nothing;
  return html`<div class="notes"><p class="label">${label}</p>
<blockquote>${onSite(book, markup)}</blockquote></div>
`;
}

/** Links to the archive itself lead there from wherever the file lies. */
function onSite(book: Book, markup: string): Html {
  return trustedHtml(withSiteLinks(markup, book.siteUrl));
}

// Only inside a tag: the sanitiser leaves no bare "<" in text and quotes every attribute.
function withSiteLinks(markup: string, siteUrl: string): string {
  return markup.replace(/<a [^>]*>/g, (tag) => tag.replace(' href="/', ` href="${siteUrl}/`));
}

const styles = `:root{color-scheme:light dark}
body{font:1.125rem/1.6 Georgia,serif;margin:2rem auto;max-width:36rem;padding:0 1rem}
h1,h2{line-height:1.25}
h2{margin-top:3rem}
.tags dt{font-weight:bold;margin-top:.5rem}
.tags dd{margin:0}
.notes{border-block:1px solid;margin:1.5rem 0}
.label{font-weight:bold}
blockquote{margin:1rem 1.5rem}
pre{white-space:pre-wrap}
hr{border:0;border-top:1px solid;margin:2rem auto;width:30%}
.u-left{text-align:left}
.u-centre{text-align:center}
.u-right{text-align:end}
.u-justify{text-align:justify}
.u-big{font-size:1.2em}
.u-gap{margin-top:3rem}
`;
