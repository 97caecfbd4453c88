// Books for tests, without an archive behind them.
import assert from 'node:assert/strict';
import type { Book } from '../../src/features/exports/index.ts';
import { cleanText } from '../../src/text/index.ts';

const nothing = { summary: '', notes: '', endNotes: '' };

/** A book with these texts, cleaned, as its chapters; what matters to a test is said by it. */
export function testBook(sources: readonly string[], wishes: Partial<Book> = {}): Book {
  return {
    ...nothing,
    id: 5,
    url: 'https://archive.example/works/5',
    siteUrl: 'https://archive.example',
    title: 'The Keeper’s Cat',
    byline: 'ada',
    creators: [{ name: 'ada', url: 'https://archive.example/users/ada/pseuds/ada' }],
    language: 'en',
    languageName: 'English',
    direction: 'ltr',
    editedAt: Date.UTC(2026, 1, 3),
    publishedAt: null,
    tags: [],
    series: [],
    gifts: [],
    related: [],
    facts: [],
    isOneShot: false,
    pictures: [],
    skin: null,
    chapters: sources.map((source, at) => {
      const cleaned = cleanText(source, 'html', 'chapter');
      assert.ok(cleaned.ok);
      const heading = `Chapter ${at + 1}`;
      return {
        ...nothing,
        id: at + 1,
        heading,
        level: 1,
        opening: null,
        own: null,
        html: cleaned.html,
      };
    }),
    ...wishes,
  };
}

/** Marks, scripts and elements of every kind, wrongly put together as people do. */
export const hostileMarkup = [
  '<p>"#panic()" \\ $x$ `raw` *a* _b_ <b>#eval("1")</b> ]; #read("/etc/passwd") // @x ]]> -- =',
  `<p>${'<i><b><u>'.repeat(20)}marks</p>`,
  '<p>كان يا ما كان (Low Harbour) 123 בעיר הנמל 苔の便り 한글 😀👩‍👩‍👧</p>',
  '<table><tr><th colspan="9">a<td>b<tr><td rowspan="5">c</table><pre>  x\n\n "y"</pre><hr>',
  `<table><tr>${'<td>x'.repeat(400)}</table><p align="center">mid</p><p align="right">end</p>`,
  '<ruby>漢<rt>kan</ruby><dl><dt>t<dd>d</dl><ol start="-3"><li>one</ol><h2>In & <i>out</i></h2>',
  '<details><summary>More<p>inside</details><h3></h3><h6>&lt;deep&gt;</h6><blockquote cite="/x">q',
  '<a href="/works/1">here</a> <a href="https://x.example/?a=&quot;b">there</a><a href="#x">no</a>',
  `${'<blockquote><ul><li>'.repeat(60)}deep${'</li></ul></blockquote>'.repeat(60)}`,
  `<p>${'x'.repeat(5000)}</p><p>${'😀'.repeat(300)}</p><p lang="th">ภาษาไทย \u202e\u0301</p>`,
  '<img src="https://x.example/a.png" alt="A cat"><svg><script>1</script></svg>',
].join('');
