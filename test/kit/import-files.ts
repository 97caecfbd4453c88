// Files as people bring them, in the shape of the tools that make them; every word is made up.
import { writeZip, type ZipEntry } from '../../src/kit/archive/index.ts';

/** What a made file says of its work. */
export type FileWishes = {
  readonly id?: number;
  readonly title?: string;
  readonly chapters?: readonly { readonly title: string; readonly text: string }[];
  readonly tags?: Readonly<Record<string, readonly string[]>>;
  readonly language?: string;
};

const chaptersOfFile = [
  { title: 'The Lamp', text: '<p>The lamp was lit.</p><p>“Good,” said the <em>cat</em>.</p>' },
  { title: 'The Tide', text: '<p>The tide came in, and it brought a letter.</p>' },
];

const tagsOfFile = {
  Rating: ['Teen And Up Audiences'],
  'Archive Warning': ['No Archive Warnings Apply'],
  Category: ['F/F'],
  Fandom: ['Harbour Lights (Book Series)'],
  Relationship: ['Oda Reyk/Wren Calloway'],
  Characters: ['Oda Reyk', 'Wren Calloway'],
  'Additional Tags': ['Letters', 'Slow Burn'],
};

function preface(wishes: FileWishes): string {
  const { id = 4_711, title = 'The Keeper’s Cat', tags = tagsOfFile } = wishes;
  const rows = Object.entries(tags).map(
    ([label, names]) =>
      `<dt>${label}:</dt><dd>${names
        .map((name) => `<a href="http://example.org/tags/${encodeURIComponent(name)}">${name}</a>`)
        .join(', ')}</dd>`,
  );
  return `<div id="preface"><h2 class="toc-heading">Preface</h2>
<p class="message"><b>${title}</b><br>Posted originally on the <a href="http://example.org/">Example
Archive</a> at <a href="http://example.org/works/${id}">http://example.org/works/${id}</a>.</p>
<div class="meta"><dl class="tags">${rows.join('\n')}
<dt>Language:</dt><dd>${wishes.language ?? 'English'}</dd>
<dt>Series:</dt><dd>Part 2 of <a href="http://example.org/series/9">Nine Winters</a></dd>
<dt>Stats:</dt><dd>Published: 2019-04-01 Updated: 2020-05-02 Words: 1,234 Chapters: 2/3</dd></dl>
<h1>${title}</h1>
<div class="byline">by <a rel="author" href="http://example.org/users/gull">gull</a></div>
<p>Summary</p><blockquote class="userstuff"><p>A cat keeps a light.</p></blockquote>
<p>Notes</p><blockquote class="userstuff"><p>For nobody in particular.</p></blockquote>
</div></div>`;
}

const afterword = `<div id="afterword"><h2 class="toc-heading">Afterword</h2>
<div class="meta" id="endnotes"><p>End Notes</p><blockquote class="userstuff"><p>Thank you.</p>
</blockquote></div><p>Please drop by the archive and comment.</p></div>`;

function otwChapter({ title, text }: { title: string; text: string }, at: number): string {
  return `<div class="meta group"><h2 class="heading">Chapter ${at + 1}: ${title}</h2>
${at === 0 ? quoted('Chapter Summary', 'Light.') : quoted('Chapter Notes', 'Mind it.')}
</div><!--chapter content--><div class="userstuff">${text}</div><!--/chapter content-->
${at === 0 ? endNotes : ''}`;
}

const endNotes = `<div id="endnotes1" class="meta">${quoted('End Notes', 'More soon.')}</div>`;

function quoted(label: string, words: string): string {
  return `<p>${label}</p><blockquote class="userstuff"><p>${words}</p></blockquote>`;
}

/** A download of an archive of the OTW's kind, as one page. */
export function otwHtml(wishes: FileWishes = {}): string {
  const chapters = wishes.chapters ?? chaptersOfFile;
  const [only] = chapters;
  const body =
    chapters.length === 1 && only !== undefined
      ? `<h2 class="toc-heading">One</h2><div class="userstuff">${only.text}</div>`
      : chapters.map(otwChapter).join('\n');
  return `<!DOCTYPE html><html><head><title>${wishes.title ?? 'x'} - gull - Harbour Lights</title>
</head><body>${preface(wishes)}<div id="chapters" class="userstuff">${body}</div>${afterword}</body>
</html>`;
}

/** The same as a converter cuts it into a book, which numbers classes it has to split. */
export function otwEpub(wishes: FileWishes = {}): Promise<Uint8Array> {
  const chapters = wishes.chapters ?? chaptersOfFile;
  const parts = [
    preface(wishes).replaceAll('<br>', '<br/>'),
    ...chapters.map(
      (chapter, at) =>
        `<div${at === 0 ? ' id="chapters"' : ''} class="userstuff">${otwChapter(
          chapter,
          at,
        ).replace('<div class="userstuff">', '<div class="userstuff2">')}</div>`,
    ),
    afterword,
  ];
  return epub({
    metadata: `<dc:publisher>Example Archive</dc:publisher><dc:title>Flat</dc:title>
<dc:creator>gull</dc:creator><dc:subject>Fanworks</dc:subject>`,
    parts: parts.map((body, at) => ({ path: `w_split_00${at}.xhtml`, body })),
  });
}

export type EpubWishes = {
  readonly metadata?: string;
  readonly parts: readonly {
    readonly path: string;
    readonly body: string;
    readonly head?: string;
  }[];
  /** Parts that the package promises besides. */
  readonly spine?: readonly string[];
  readonly more?: readonly ZipEntry[];
  readonly doctype?: string;
  readonly contents?: readonly (readonly [path: string, title: string])[];
};

/** Any book. */
export function epub(wishes: EpubWishes): Promise<Uint8Array> {
  const spine = [...wishes.parts.map(({ path }) => path), ...(wishes.spine ?? [])];
  const items = spine.map(
    (path, at) => `<item id="p${at}" href="${path}" media-type="application/xhtml+xml"/>`,
  );
  const nav = wishes.contents?.map(([path, title]) => `<li><a href="${path}">${title}</a></li>`);
  const opf = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
${wishes.metadata ?? '<dc:title>A Book</dc:title><dc:creator>gull</dc:creator>'}</metadata>
<manifest>${items.join('')}${
    nav === undefined
      ? ''
      : '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
  }</manifest>
<spine>${spine.map((_, at) => `<itemref idref="p${at}"/>`).join('')}</spine></package>`;
  const entries = [
    { path: 'mimetype', text: 'application/epub+zip', stored: true },
    {
      path: 'META-INF/container.xml',
      text: '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>',
    },
    { path: 'content.opf', text: opf },
    ...(nav === undefined
      ? []
      : [
          { path: 'nav.xhtml', text: xhtml(`<nav epub:type="toc"><ol>${nav.join('')}</ol></nav>`) },
        ]),
    ...wishes.parts.map(({ path, body, head }) => ({
      path,
      text: xhtml(body, head, wishes.doctype),
    })),
    ...(wishes.more ?? []),
  ];
  return writeZip(entries, { modified: 0 });
}

function xhtml(body: string, head = '', doctype = '<!DOCTYPE html>'): string {
  return `<?xml version="1.0" encoding="utf-8"?>${doctype}
<html xmlns="http://www.w3.org/1999/xhtml"><head><title/>${head}</head><body>${body}</body></html>`;
}

/** A book of FanFicFare. */
export function fanFicFareEpub(): Promise<Uint8Array> {
  const head = (title: string) => `<meta name="chapterorigtitle" content="${title}"/>`;
  return epub({
    metadata: `<dc:identifier id="fanficfare-uid">fanficfare-uid:example.net-u7-s42</dc:identifier>
<dc:title>Salt Letters</dc:title><dc:creator opf:role="aut">heron</dc:creator>
<dc:contributor opf:role="bkp">FanFicFare [https://example.org]</dc:contributor>
<dc:source>https://www.example.net/s/42/1/Salt-Letters</dc:source><dc:language>en</dc:language>
<dc:date opf:event="publication">2018-01-02</dc:date>
<dc:date opf:event="modification">2018-03-04</dc:date>
<dc:description>Letters, in salt.</dc:description>
<dc:subject>FanFiction</dc:subject><dc:subject>Harbour Lights</dc:subject>
<dc:subject>Adventure</dc:subject><dc:subject>Last Update: 2018/03/04</dc:subject>
<dc:subject>Completed</dc:subject><meta name="calibre:series" content="Salt"/>
<meta name="calibre:series_index" content="3.0"/>`,
    parts: [
      {
        path: 'OEBPS/title_page.xhtml',
        body: `<b>Category:</b> Harbour Lights<br/><b>Genre:</b> Adventure<br/>
<b>Characters:</b> Oda Reyk, Wren Calloway<br/><b>Status:</b> Completed<br/>
<table><tr><td><b>Rating:</b></td><td>T</td></tr></table><b>Language:</b> English<br/>`,
      },
      {
        path: 'OEBPS/file0001.xhtml',
        head: head('1. Salt'),
        body: '<h3 class="fff_chapter_title">1. Salt</h3><p>It began with salt.</p>',
      },
      {
        path: 'OEBPS/file0002.xhtml',
        head: head('2. Ink'),
        body: '<div><h3 class="fff_chapter_title">2. Ink</h3><p>It ended with ink.</p></div>',
      },
      { path: 'OEBPS/log_page.xhtml', body: '<p>Update log</p>' },
    ],
  });
}

/** A book of FicHub. */
export function ficHubEpub(): Promise<Uint8Array> {
  return epub({
    metadata: `<dc:identifier id="id">hub-abc</dc:identifier><dc:title>Grey Feathers</dc:title>
<dc:creator>heron</dc:creator><dc:language>en</dc:language>
<dc:description>&lt;p&gt;Feathers.&lt;/p&gt;</dc:description>`,
    parts: [
      {
        path: 'EPUB/introduction.xhtml',
        body: `<h1>Grey Feathers</h1><p>Original source:
<a href="https://example.net/s/77/1/">link</a></p><p>Exported with FicHub.net</p>`,
      },
      { path: 'EPUB/chap_1.xhtml', body: '<h2>1. Down</h2><p>A feather fell.</p>' },
      { path: 'EPUB/chap_2.xhtml', body: '<h2>2. Up</h2><p>It rose again.</p>' },
    ],
  });
}

/** A document of Word; `more`: other parts, or the same ones otherwise; `related`: their ids. */
export function docx(
  body: string,
  more: readonly ZipEntry[] = [],
  related: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const relations = Object.entries(related).map(
    ([id, target]) => `<Relationship Id="${id}" Target="${target}"/>`,
  );
  const parts: readonly ZipEntry[] = [
    { path: '[Content_Types].xml', text: '<Types/>' },
    {
      path: 'word/document.xml',
      text: `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`,
    },
    {
      path: 'word/styles.xml',
      text: `<w:styles><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Leaning"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style></w:styles>`,
    },
    {
      path: 'word/_rels/document.xml.rels',
      text: `<R><Relationship Id="r1" TargetMode="External" Target="https://example.org/"/>
${relations.join('')}</R>`,
    },
    {
      path: 'word/numbering.xml',
      text: `<w:n><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>
</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:n>`,
    },
    {
      path: 'docProps/core.xml',
      text: '<c><dc:title>The Well</dc:title><dc:creator>heron</dc:creator></c>',
    },
  ];
  const usual = parts.filter((part) => !more.some(({ path }) => path === part.path));
  return writeZip([...usual, ...more], { modified: 0 });
}

/** A document of LibreOffice. */
export function odt(body: string, more: readonly ZipEntry[] = []): Promise<Uint8Array> {
  return writeZip(
    [
      { path: 'mimetype', text: 'application/vnd.oasis.opendocument.text', stored: true },
      { path: 'META-INF/manifest.xml', text: '<manifest:manifest/>' },
      {
        path: 'content.xml',
        text: `<office:document-content><office:automatic-styles>
<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="P1"><style:paragraph-properties fo:text-align="center"/></style:style>
</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>
</office:document-content>`,
      },
      ...more,
    ],
    { modified: 0 },
  );
}
