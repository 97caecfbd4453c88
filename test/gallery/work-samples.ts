// The page of a work: actions and facts in the margin, then the title page and the text.
import { type Html, html, nothing } from '../../src/kit/html/index.ts';
import { foldAttributes, formFor, radioGroup, submitButtons } from '../../src/web/controls.ts';
import type { Page } from '../../src/web/document.ts';
import { author, manyTags, stat, tag } from './list-samples.ts';
import { chapter, hebrew, japanese, note, summary } from './sample-text.ts';

const token = 'sample-token';

const seriesRow = html`<dt class="series">Series:</dt><dd class="series"><span class="series"><span
 class="position">Part 2 of <a href="/series/7">The Almanac Year</a></span></span></dd>`;

const stats = [
  stat('published', 'Published', '2024-03-01'),
  stat('status', 'Updated', '2024-05-09'),
  stat('words', 'Words', '12,345'),
  stat('chapters', 'Chapters', '3/?'),
  stat('kudos', 'Kudos', '218'),
  stat('hits', 'Hits', '4,021'),
];

function facts(many: boolean): Html {
  const row = (kind: string, label: string, names: readonly string[], fold = false) =>
    html`<dt class="${kind} tags">${label}:</dt><dd class="${kind} tags"><ul class="commas"${
      fold && foldAttributes()
    }>${names.map((name) => html`<li>${tag(name)}</li>`)}</ul></dd>`;
  return html`<details class="work-facts"><summary>
<span>Teen And Up Audiences</span><span>No Archive Warnings Apply</span><span>12,345 words</span>
</summary>
<div class="wrapper"><dl class="work meta group">
${row('rating', 'Rating', ['Teen And Up Audiences'])}
${row('warning', 'Archive Warning', ['No Archive Warnings Apply'])}
${many && row('category', 'Category', ['Gen', 'F/M'])}
${row('fandom', 'Fandom', ['Tidewater Chronicles'])}
${many && row('relationship', 'Relationships', ['Oda & Old Benn', 'Oda/The Keeper of Farrow Rock'])}
${many && row('character', 'Characters', ['Oda', 'Old Benn', 'Margin the Goat'])}
${many && row('freeform', 'Additional Tags', manyTags, true)}
<dt class="language">Language:</dt><dd class="language" lang="en">English</dd>
${many && seriesRow}
<dt class="stats">Stats:</dt><dd class="stats"><dl class="stats">${stats}</dl></dd>
</dl></div></details>`;
}

const endNotes = html`<div id="work_endnotes" class="end notes module">
<h3 class="heading">Notes at the end</h3>
<blockquote class="userstuff">${note}</blockquote>
</div>`;

const feedback = html`<div id="feedback"><ul class="actions">
<li><form action="/kudos" method="post">
<input type="hidden" id="kudo_commentable_id" name="kudo[commentable_id]" value="1000">
<button class="main" type="submit">Leave kudos</button></form></li>
<li id="show_comments_link"><a href="/works/1000?show_comments=true">Comments (12)</a></li>
</ul><div id="comments_placeholder"></div></div>`;

export function workPage(kind: 'chapter' | 'whole' | 'sparse'): Page {
  const title = kind === 'sparse' ? 'Tea' : 'The Lamplighter’s Almanac';
  return {
    title: `${title} - ada`,
    mainClass: kind === 'chapter' ? 'chapters-show region' : 'works-show region',
    body: html`<div class="work-page">
<div class="work-rail">
${workActions(kind)}
${facts(kind !== 'sparse')}
</div>
<div id="workskin">
<div class="preface group">
<h2 class="title heading">${title}</h2>
<h3 class="byline heading">${author('ada')}${kind !== 'sparse' && [', ', author('ben')]}</h3>
${kind === 'whole' ? prefaceModules() : nothing}
</div>
${kind === 'sparse' ? oneShot() : html`<div id="chapters">${chapters(kind)}</div>`}
${kind === 'whole' && endNotes}
</div>
${kind === 'chapter' && chapterLinks()}
${feedback}
${readingBar(kind)}
</div>`,
  };
}

const entire = html`<li class="chapter entire">
<a href="/works/1000?view_full_work=true">Entire Work</a></li>`;

function workActions(kind: string): Html {
  const formats = ['EPUB', 'HTML', 'PDF', 'TXT', 'MD'].map((format) => {
    const href = `/downloads/1000/Almanac.${format.toLowerCase()}?updated_at=1715212800`;
    return html`<li><a href="${href}">${format}</a></li>`;
  });
  return html`<ul class="work navigation actions">
${kind === 'chapter' && entire}
${kind !== 'sparse' && html`<li><a href="/works/1000/navigate">Chapter Index</a></li>`}
<li class="download">Download <ul>${formats}</ul></li>
</ul>`;
}

function prefaceModules(): Html {
  return html`<div class="summary module"><h3 class="heading">Summary</h3>
<blockquote class="userstuff">${summary}</blockquote></div>
<div class="notes module"><h3 class="heading">Notes</h3>
<blockquote class="userstuff">${note}</blockquote></div>`;
}

function chapters(kind: 'chapter' | 'whole'): Html[] {
  const first = oneChapter(2, 'The Lamp That Kept Itself', chapter);
  if (kind === 'chapter') return [first];
  return [
    oneChapter(1, 'The Lamp That Kept Itself', chapter),
    oneChapter(2, '', html`<div lang="he" dir="rtl">${hebrew}</div>`),
    oneChapter(3, 'At Farrow Rock', html`<div lang="ja">${japanese}</div>`),
  ];
}

function oneChapter(number: number, title: string, text: Html): Html {
  return html`<div id="chapter-${number}" class="chapter">
<div class="chapter preface group">
<h3 class="title"><a href="/works/1000/chapters/${number}">Chapter ${number}</a>${
    title ? `: ${title}` : ' '
  }</h3>
</div>
<div class="userstuff module" role="article"><h3 class="landmark heading">Chapter Text</h3>${
    text
  }</div>
</div>`;
}

function oneShot(): Html {
  return html`<div id="chapters"><h3 id="work" class="landmark heading">Work Text</h3>
<div class="userstuff module" role="article"><h3 class="landmark heading">Work Text</h3>
<p>They had tea.</p></div></div>`;
}

function chapterLinks(): Html {
  return html`<nav class="chapter-links" aria-label="Chapters">
<a rel="prev" href="/works/1000/chapters/1"><span>Previous chapter</span><b>What Benn Wrote</b></a>
<a rel="next" href="/works/1000/chapters/3"><span>Next chapter</span><b>At Farrow Rock</b></a>
</nav>`;
}

function readingBar(kind: string): Html {
  const links = html`
<a rel="prev" href="/works/1000/chapters/1" aria-label="Previous chapter">←</a>
<a href="/works/1000/navigate" aria-label="2 / 12, index of chapters">2 / 12</a>
<a rel="next" href="/works/1000/chapters/3" aria-label="Next chapter">→</a>`;
  const form = { action: '/reading', token, className: 'reading', body: readingChoices() };
  return html`<nav class="reading-bar" aria-label="Reading" data-enhance="reading-bar">
${kind === 'chapter' && links}
<details class="panel" data-enhance="menu"><summary aria-label="How to show the text">Aa</summary>
${formFor(form)}</details>
</nav>`;
}

function readingChoices(): Html {
  const row = (name: string, legend: string, value: string, labels: readonly string[]) =>
    radioGroup({
      name,
      legend,
      value,
      options: labels.map((label) => ({ value: label.toLowerCase().replace('-', ''), label })),
    });
  return html`${row('theme', 'Theme', 'auto', ['Auto', 'Light', 'Dark', 'Sepia', 'E-ink'])}
${row('font', 'Font', 'serif', ['Serif', 'Sans', 'Dyslexic'])}
${row('size', 'Size', 'm', ['S', 'M', 'L', 'XL', 'XXL'])}
${row('width', 'Width', 'medium', ['Narrow', 'Medium', 'Wide'])}
${row('spacing', 'Spacing', 'normal', ['Tight', 'Normal', 'Loose'])}
${submitButtons([{ label: 'Use these' }])}`;
}

export function indexPage(): Page {
  const titles = ['What Benn Wrote', 'The Lamp That Kept Itself', 'At Farrow Rock'];
  const link = html`<a href="/works/1000">The Lamplighter’s Almanac</a>`;
  return {
    title: 'Chapters of The Lamplighter’s Almanac',
    mainClass: 'works-navigate region',
    body: html`<h2 class="heading">Chapters of ${link} by ${author('ada')}</h2>
<ol class="chapter index group">${titles.map(
      (title, at) =>
        html`<li><a href="/works/1000/chapters/${at + 1}">${at + 1}. ${title}</a>
<span class="datetime">(2024-03-0${at + 1})</span></li>`,
    )}</ol>`,
  };
}
