// The shapes that feature pages copy: markup as in the contract, with our wrappers around it.
import { type Html, html, joinHtml, nothing } from '../../src/kit/html/index.ts';
import {
  checkbox,
  checkboxGroup,
  errorSummary,
  fieldset,
  foldAttributes,
  formFor,
  pager,
  passwordField,
  radioGroup,
  restrictedMark,
  selectField,
  submitButtons,
  tagField,
  textArea,
  textField,
} from '../../src/web/controls.ts';
import type { Page } from '../../src/web/document.ts';
import { errorPage } from '../../src/web/error-page.ts';
import { chapter, hebrew, japanese, note, summary } from './sample-text.ts';

const token = 'sample-token';

export const samples: Readonly<Record<string, () => Page>> = {
  home: homePage,
  list: listPage,
  chapter: () => workPage('chapter'),
  whole: () => workPage('whole'),
  sparse: () => workPage('sparse'),
  form: formPage,
  login: loginPage,
  index: indexPage,
  missing: () => errorPage(404),
  // The frame as it will be in a right-to-left language.
  mirrored: () => ({ ...listPage(), lang: 'he', dir: 'rtl' }),
};

function tag(name: string): Html {
  return html`<a class="tag" href="/tags/${encodeURIComponent(name)}">${name}</a>`;
}

function author(name: string): Html {
  return html`<a rel="author" href="/users/${name}/pseuds/${name}">${name}</a>`;
}

type Blurb = {
  readonly id: number;
  readonly title: string;
  readonly authors: readonly string[];
  readonly rating: string;
  readonly warnings: readonly string[];
  readonly relationships: readonly string[];
  readonly characters: readonly string[];
  readonly freeforms: readonly string[];
  readonly complete: boolean;
  readonly hasSummary: boolean;
  readonly restricted?: boolean;
};

function blurb(work: Blurb): Html {
  const { authors, characters, complete, freeforms, id, rating, relationships, title } = work;
  const { warnings } = work;
  const byline = authors.length === 0 ? 'Anonymous' : joinHtml(authors.map(author), ', ');
  const items = (kind: string, names: readonly string[]) =>
    names.map((name) => html`<li class="${kind}">${tag(name)}</li>`);
  // Long lists are cut to four lines where script can open them again.
  const isLong = relationships.length + characters.length + freeforms.length > 25;
  return html`<li id="work_${id}" class="work blurb group work-${id}">
<div class="header module">
<h4 class="heading"><a href="/works/${id}">${title}</a> by ${byline}${
    work.restricted && [' ', restrictedMark()]
  }</h4>
<h5 class="fandoms heading">${tag('Tidewater Chronicles')}, ${tag('The Lamplighters')}</h5>
<ul class="required-tags">
<li><span class="rating" data-sign="${ratingSigns[rating]}"><span class="text">${rating}</span></span></li>
<li><span class="warnings"><span class="text">${warnings.join(', ')}</span></span></li>
<li><span class="category"><span class="text">Gen</span></span></li>
<li><span class="iswip" data-sign="${complete ? 'complete' : 'unfinished'}"><span class="text">${
    complete ? 'Complete Work' : 'Work in Progress'
  }</span></span></li>
</ul>
<p class="datetime">09 May 2024</p>
</div>
<ul class="tags commas"${isLong && foldAttributes()}>${items('warnings', warnings)}${items('relationships', relationships)}${items('characters', characters)}${items('freeforms', freeforms)}</ul>
${work.hasSummary ? html`<blockquote class="userstuff summary">${summary}</blockquote>` : nothing}
${work.hasSummary && html`<ul class="series"><li>Part <strong>2</strong> of <a href="/series/7">The Almanac Year</a></li></ul>`}
<dl class="stats"><dt class="language">Language:</dt><dd class="language" lang="en">English</dd><dt class="words">Words:</dt><dd class="words">12,345</dd><dt class="chapters">Chapters:</dt><dd class="chapters">${complete ? '3/3' : '3/?'}</dd><dt class="kudos">Kudos:</dt><dd class="kudos">218</dd><dt class="hits">Hits:</dt><dd class="hits">4,021</dd></dl>
</li>`;
}

const ratingSigns: Readonly<Record<string, string>> = {
  'Not Rated': 'none',
  'General Audiences': 'general',
  'Teen And Up Audiences': 'teen',
  Mature: 'mature',
  Explicit: 'explicit',
};

const longTitle =
  `${'A Complete and Unabridged Account of the Winter the Lamps Went Out, '.repeat(4)}`
    .slice(0, 254)
    .trim();

const manyTags = Array.from({ length: 60 }, (_, at) => {
  const words = [
    'Found Family',
    'Slow Burn',
    'Lighthouses',
    'Alternate Universe - Canon Divergence',
  ];
  const more = ['Letters', 'Weather as a Character', 'Goats', 'Mutual Pining', 'Hurt/Comfort'];
  return `${[...words, ...more][at % 9]}${at < 9 ? '' : ` (${at})`}`;
});

function blurbs(): Html[] {
  const plain: Omit<Blurb, 'id'> = {
    title: 'The Lamplighter’s Almanac',
    authors: ['ada', 'ben_of_the_marsh'],
    rating: 'Teen And Up Audiences',
    warnings: ['No Archive Warnings Apply'],
    relationships: ['Oda & Old Benn', 'Oda/The Keeper of Farrow Rock'],
    characters: ['Oda', 'Old Benn', 'Margin the Goat'],
    freeforms: manyTags.slice(0, 6),
    complete: false,
    hasSummary: true,
  };
  const bare = { relationships: [], characters: [], freeforms: [], hasSummary: false };
  const shapes: Omit<Blurb, 'id'>[] = [
    plain,
    { ...plain, ...bare, title: 'Tea', authors: [], rating: 'General Audiences', complete: true },
    {
      ...plain,
      title: longTitle,
      rating: 'Explicit',
      restricted: true,
      warnings: ['Graphic Depictions Of Violence', 'Major Character Death'],
      characters: [...plain.characters, ...manyTags.slice(0, 10).map((name) => `${name} Jones`)],
      freeforms: manyTags,
    },
    {
      ...plain,
      title: 'Not Rated, Not Sorry',
      authors: ['cho'],
      rating: 'Not Rated',
      warnings: ['Creator Chose Not To Use Archive Warnings'],
      complete: true,
    },
  ];
  return Array.from({ length: 20 }, (_, at) => blurb({ ...shapes[at % 4]!, id: 1000 + at }));
}

function filterForm(): Html {
  const facet = (legend: string, kind: string, names: readonly string[]) =>
    html`<details><summary>${legend}</summary>${checkboxGroup({
      name: `${kind}[]`,
      legend: html`<span class="landmark">${legend}</span>`,
      options: names.map((label, at) => ({
        value: String(at),
        label,
        count: (9731 - 1207 * at).toLocaleString('en-US'),
      })),
      values: [],
    })}</details>`;
  const ratings = ['General Audiences', 'Teen And Up Audiences', 'Mature', 'Explicit', 'Not Rated'];
  return html`<details class="filters-panel"><summary>Filters</summary>
<form class="filters" id="work-filters" action="/works" method="get">
${selectField({
  name: 'work_search[sort_column]',
  label: 'Sort by',
  value: 'revised_at',
  options: [
    { value: 'revised_at', label: 'Date updated' },
    { value: 'word_count', label: 'Word count' },
    { value: 'kudos_count', label: 'Kudos' },
  ],
})}
${textField({ name: 'q', label: 'Search within these works', type: 'search' })}
<h3>Include</h3>
${facet('Ratings', 'include_work_search[rating_ids]', ratings)}
${facet('Characters', 'include_work_search[character_ids]', ['Oda', 'Old Benn', 'Margin the Goat'])}
${facet('Additional tags', 'include_work_search[freeform_ids]', manyTags.slice(0, 6))}
<h3>Exclude</h3>
${facet('Ratings', 'exclude_work_search[rating_ids]', ratings)}
${facet('Additional tags', 'exclude_work_search[freeform_ids]', manyTags.slice(0, 6))}
<h3>More</h3>
${textField({ name: 'work_search[words_from]', label: 'Words from', inputmode: 'numeric' })}
${radioGroup({
  name: 'work_search[complete]',
  legend: 'Completion',
  value: '',
  options: [
    { value: '', label: 'All works' },
    { value: 'T', label: 'Complete works only' },
    { value: 'F', label: 'Works in progress only' },
  ],
})}
${submitButtons([{ label: 'Sort and filter' }], '/works')}
</form></details>`;
}

function listPage(): Page {
  return {
    title: 'Works in Tidewater Chronicles',
    mainClass: 'works-index filtered region',
    body: html`<h2 class="heading">41 - 60 of 10,324 Works in ${tag('Tidewater Chronicles')}</h2>
<ul class="navigation actions"><li><a class="rss" href="/tags/9/feed.atom">Feed</a></li></ul>
<div class="with-filters">
${filterForm()}
<div class="results">
<h3 class="landmark heading">List of works</h3>
<ol class="work index group">${blurbs()}</ol>
${pager({ page: 3, pages: 517, hrefFor: (page) => `/tags/Tidewater%20Chronicles/works?page=${page}` })}
</div>
</div>`,
  };
}

function facts(many: boolean): Html {
  const row = (kind: string, label: string, names: readonly string[], fold = false) =>
    html`<dt class="${kind} tags">${label}:</dt><dd class="${kind} tags"><ul class="commas"${
      fold && foldAttributes()
    }>${names.map((name) => html`<li>${tag(name)}</li>`)}</ul></dd>`;
  return html`<details class="work-facts"><summary><span>Teen And Up Audiences</span><span>No Archive Warnings Apply</span><span>12,345 words</span></summary>
<div class="wrapper"><dl class="work meta group">
${row('rating', 'Rating', ['Teen And Up Audiences'])}
${row('warning', 'Archive Warning', ['No Archive Warnings Apply'])}
${many && row('category', 'Category', ['Gen', 'F/M'])}
${row('fandom', 'Fandom', ['Tidewater Chronicles'])}
${many && row('relationship', 'Relationships', ['Oda & Old Benn', 'Oda/The Keeper of Farrow Rock'])}
${many && row('character', 'Characters', ['Oda', 'Old Benn', 'Margin the Goat'])}
${many && row('freeform', 'Additional Tags', manyTags, true)}
<dt class="language">Language:</dt><dd class="language" lang="en">English</dd>
${many && html`<dt class="series">Series:</dt><dd class="series"><span class="series"><span class="position">Part 2 of <a href="/series/7">The Almanac Year</a></span></span></dd>`}
<dt class="stats">Stats:</dt><dd class="stats"><dl class="stats"><dt class="published">Published:</dt><dd class="published">2024-03-01</dd><dt class="status">Updated:</dt><dd class="status">2024-05-09</dd><dt class="words">Words:</dt><dd class="words">12,345</dd><dt class="chapters">Chapters:</dt><dd class="chapters">3/?</dd><dt class="kudos">Kudos:</dt><dd class="kudos">218</dd><dt class="hits">Hits:</dt><dd class="hits">4,021</dd></dl></dd>
</dl></div></details>`;
}

function workPage(kind: 'chapter' | 'whole' | 'sparse'): Page {
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
<h3 class="byline heading">${author('ada')}${kind !== 'sparse' && html`, ${author('ben_of_the_marsh')}`}</h3>
${kind === 'whole' ? prefaceModules() : nothing}
</div>
${kind === 'sparse' ? oneShot() : html`<div id="chapters">${chapters(kind)}</div>`}
${kind === 'whole' && html`<div id="work_endnotes" class="end notes module"><h3 class="heading">Notes at the end</h3><blockquote class="userstuff">${note}</blockquote></div>`}
</div>
${kind === 'chapter' && chapterLinks()}
<div id="feedback"><ul class="actions"><li><form action="/kudos" method="post"><input type="hidden" id="kudo_commentable_id" name="kudo[commentable_id]" value="1000"><button class="main" type="submit">Leave kudos</button></form></li><li id="show_comments_link"><a href="/works/1000?show_comments=true">Comments (12)</a></li></ul><div id="comments_placeholder"></div></div>
${readingBar(kind)}
</div>`,
  };
}

function workActions(kind: string): Html {
  const formats = ['EPUB', 'HTML', 'PDF', 'TXT', 'MD'].map((format) => {
    const href = `/downloads/1000/Almanac.${format.toLowerCase()}?updated_at=1715212800`;
    return html`<li><a href="${href}">${format}</a></li>`;
  });
  return html`<ul class="work navigation actions">
${kind === 'chapter' && html`<li class="chapter entire"><a href="/works/1000?view_full_work=true">Entire Work</a></li>`}
${kind !== 'sparse' && html`<li><a href="/works/1000/navigate">Chapter Index</a></li>`}
<li class="download">Download <ul>${formats}</ul></li>
</ul>`;
}

function prefaceModules(): Html {
  return html`<div class="summary module"><h3 class="heading">Summary</h3><blockquote class="userstuff">${summary}</blockquote></div>
<div class="notes module"><h3 class="heading">Notes</h3><blockquote class="userstuff">${note}</blockquote></div>`;
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
  return html`<div id="chapter-${number}" class="chapter"><div class="chapter preface group"><h3 class="title"><a href="/works/1000/chapters/${number}">Chapter ${number}</a>${title ? `: ${title}` : ' '}</h3></div><div class="userstuff module" role="article"><h3 class="landmark heading">Chapter Text</h3>${text}</div></div>`;
}

function oneShot(): Html {
  return html`<div id="chapters"><h3 id="work" class="landmark heading">Work Text</h3><div class="userstuff module" role="article"><h3 class="landmark heading">Work Text</h3><p>They had tea.</p></div></div>`;
}

function chapterLinks(): Html {
  return html`<nav class="chapter-links" aria-label="Chapters"><a rel="prev" href="/works/1000/chapters/1"><span>Previous chapter</span><b>What Benn Wrote</b></a><a rel="next" href="/works/1000/chapters/3"><span>Next chapter</span><b>At Farrow Rock</b></a></nav>`;
}

function readingBar(kind: string): Html {
  const links = html`<a rel="prev" href="/works/1000/chapters/1" aria-label="Previous chapter">←</a><a href="/works/1000/navigate" aria-label="2 / 12, index of chapters">2 / 12</a><a rel="next" href="/works/1000/chapters/3" aria-label="Next chapter">→</a>`;
  return html`<nav class="reading-bar" aria-label="Reading" data-enhance="reading-bar">${kind === 'chapter' && links}<details class="panel" data-enhance="menu"><summary aria-label="How to show the text">Aa</summary>${formFor(
    { action: '/reading', token, className: 'reading', body: readingChoices() },
  )}</details></nav>`;
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

function formPage(): Page {
  const problems = [
    { field: 'work[title]', detail: 'Title: give the work a title.' },
    { field: 'work[fandom_string]', detail: 'Fandoms: name at least one fandom.' },
    { field: 'work[archive_warning_strings][]', detail: 'Warnings: choose at least one.' },
  ];
  const warnings = ['Creator Chose Not To Use Archive Warnings', 'Graphic Depictions Of Violence'];
  const about = html`${textField({ name: 'work[title]', label: 'Title', required: true, limit: 255, problems })}
${selectField({
  name: 'work[rating_string]',
  label: 'Rating',
  required: true,
  options: ['Not Rated', 'General Audiences', 'Mature'].map((value) => ({ value, label: value })),
})}
${checkboxGroup({
  name: 'work[archive_warning_strings][]',
  legend: 'Warnings',
  required: true,
  values: [],
  problems,
  options: [...warnings, 'No Archive Warnings Apply'].map((value) => ({ value, label: value })),
})}
${tagField({ name: 'work[fandom_string]', label: 'Fandoms', required: true, address: '/autocomplete/fandom', problems })}
${tagField({ name: 'work[freeform_string]', label: 'Additional tags', address: '/autocomplete/freeform', value: 'Lighthouses, Goats' })}
${textArea({ name: 'work[summary]', label: 'Summary', limit: 1250, value: 'A lamp that keeps itself.' })}`;
  return {
    title: 'New work',
    mainClass: 'works-new region',
    body: html`<h2 class="heading">New work</h2>
${errorSummary(problems)}
${formFor({
  action: '/works',
  token,
  id: 'work-form',
  keepTypedAs: 'ada/works/new',
  body: [
    fieldset('About the work', about),
    fieldset('Text', [
      textArea({ name: 'work[chapter][content]', label: 'Chapter text', rows: 20, limit: 510_000 }),
      checkbox({
        name: 'work[restricted]',
        label: 'Only for members of the archive',
        checked: true,
      }),
    ]),
    submitButtons(
      [
        { label: 'Post' },
        { label: 'Preview', name: 'preview' },
        { label: 'Save draft', name: 'draft' },
      ],
      '/',
    ),
  ],
})}`,
  };
}

function loginPage(): Page {
  return {
    title: 'Log in',
    mainClass: 'sessions-new system session region',
    ownHeading: true,
    body: html`<h1 class="heading">Log in</h1>
${formFor({
  action: '/users/login',
  token,
  id: 'new_user',
  className: 'narrow',
  body: [
    textField({
      name: 'user[login]',
      label: 'User name or mail address',
      autocomplete: 'username',
    }),
    passwordField({ name: 'user[password]', label: 'Password', autocomplete: 'current-password' }),
    checkbox({
      name: 'user[remember_me]',
      label: 'Keep me logged in on this device',
      checked: false,
    }),
    submitButtons([{ label: 'Log in' }]),
  ],
})}
<p><a href="/users/password/new">Forgot the password?</a></p>`,
  };
}

function indexPage(): Page {
  const titles = ['What Benn Wrote', 'The Lamp That Kept Itself', 'At Farrow Rock'];
  return {
    title: 'Chapters of The Lamplighter’s Almanac',
    mainClass: 'works-navigate region',
    body: html`<h2 class="heading">Chapters of <a href="/works/1000">The Lamplighter’s Almanac</a> by ${author('ada')}</h2>
<ol class="chapter index group">${titles.map(
      (title, at) =>
        html`<li><a href="/works/1000/chapters/${at + 1}">${at + 1}. ${title}</a> <span class="datetime">(2024-03-0${at + 1})</span></li>`,
    )}</ol>`,
  };
}

function homePage(): Page {
  return {
    title: 'Inkstead',
    mainClass: 'home region',
    ownHeading: true,
    body: html`<div class="welcome"><h1 class="heading">A quiet place for stories</h1>
<p class="lead">1,204 works in 86 fandoms, by 312 people who wrote them for the love of it.</p>
<form class="search" action="/works" method="get"><label class="landmark" for="home_search">Search works</label><input id="home_search" type="search" name="q" placeholder="Title, creator or tag"><button class="main" type="submit">Search</button></form></div>
<h2 class="heading">Newest works</h2>
<h3 class="landmark heading">List of works</h3>
<ol class="work index group">${blurbs().slice(0, 3)}</ol>
<p class="more"><a href="/works">All works</a></p>
<h2 class="heading">Fandoms</h2>
<ul class="cloud">${['Tidewater Chronicles', 'The Lamplighters', 'Marsh & Sons'].map((name) => html`<li>${tag(name)} <span class="count">204</span></li>`)}</ul>`,
  };
}
