// Lists of works: the blurb, the filter form, the page, the home page.
import { type Html, html, joinHtml } from '../../src/kit/html/index.ts';
import {
  checkboxGroup,
  foldAttributes,
  pager,
  radioGroup,
  restrictedMark,
  selectField,
  submitButtons,
  textField,
} from '../../src/web/controls.ts';
import type { Page } from '../../src/web/document.ts';
import { summary } from './sample-text.ts';

export function tag(name: string): Html {
  return html`<a class="tag" href="/tags/${encodeURIComponent(name)}">${name}</a>`;
}

export function author(name: string): Html {
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
  const item = (kind: string) => (name: string) => html`<li class="${kind}">${tag(name)}</li>`;
  const tags = [
    warnings.map(item('warnings')),
    relationships.map(item('relationships')),
    characters.map(item('characters')),
    freeforms.map(item('freeforms')),
  ];
  const stats = [
    stat('language', 'Language', 'English'),
    stat('words', 'Words', '12,345'),
    stat('chapters', 'Chapters', complete ? '3/3' : '3/?'),
    stat('kudos', 'Kudos', '218'),
    stat('hits', 'Hits', '4,021'),
  ];
  // Long lists are cut to four lines where script can open them again.
  const isLong = relationships.length + characters.length + freeforms.length > 25;
  return html`<li id="work_${id}" class="work blurb group work-${id}">
<div class="header module">
<h4 class="heading"><a href="/works/${id}">${title}</a> by ${byline}${
    work.restricted && [' ', restrictedMark()]
  }</h4>
<h5 class="fandoms heading">${tag('Tidewater Chronicles')}, ${tag('The Lamplighters')}</h5>
<ul class="required-tags">
<li><span class="rating" data-mark="${ratingSigns[rating]}"><span class="text">${
    rating
  }</span></span></li>
<li><span class="warnings"><span class="text">${warnings.join(', ')}</span></span></li>
<li><span class="category"><span class="text">Gen</span></span></li>
<li><span class="iswip" data-mark="${complete ? 'complete' : 'open'}"><span class="text">${
    complete ? 'Complete Work' : 'Work in Progress'
  }</span></span></li>
</ul>
<p class="datetime">09 May 2024</p>
</div>
<ul class="tags commas"${isLong && foldAttributes()}>${tags}</ul>
${work.hasSummary && html`<blockquote class="userstuff summary">${summary}</blockquote>${series}`}
<dl class="stats">${stats}</dl>
</li>`;
}

const series = html`<ul class="series">
<li>Part <strong>2</strong> of <a href="/series/7">The Almanac Year</a></li>
</ul>`;

/** Tools read label and number as bare text, without white space around. */
export function stat(name: string, label: string, value: string): Html {
  return html`<dt class="${name}">${label}:</dt><dd class="${name}">${value}</dd>`;
}

const ratingSigns: Readonly<Record<string, string>> = {
  'Not Rated': 'unrated',
  'General Audiences': 'general',
  'Teen And Up Audiences': 'teen',
  Mature: 'mature',
  Explicit: 'explicit',
};

const longTitle =
  `${'A Complete and Unabridged Account of the Winter the Lamps Went Out, '.repeat(4)}`
    .slice(0, 254)
    .trim();

export const manyTags = Array.from({ length: 60 }, (_, at) => {
  const words = [
    'Found Family',
    'Slow Burn',
    'Lighthouses',
    'Alternate Universe - Canon Divergence',
  ];
  const more = ['Letters', 'Weather as a Character', 'Goats', 'Mutual Pining', 'Hurt/Comfort'];
  return `${[...words, ...more][at % 9]}${at < 9 ? '' : ` (${at})`}`;
});

export function blurbs(): Html[] {
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

export function listPage(): Page {
  return {
    title: 'Works in Tidewater Chronicles',
    mainClass: 'works-index filtered region',
    styles: ['finding'],
    body: html`<h2 class="heading">41 - 60 of 10,324 Works in ${tag('Tidewater Chronicles')}</h2>
<ul class="navigation actions"><li><a class="rss" href="/tags/9/feed.atom">Feed</a></li></ul>
<div class="with-filters">
${filterForm()}
<div class="results">
<h3 class="landmark heading">List of works</h3>
<ol class="work index group">${blurbs()}</ol>
${pager({ page: 3, pages: 517, hrefFor: (page) => `/tags/Tidewater/works?page=${page}` })}
</div>
</div>`,
  };
}

export function homePage(): Page {
  const fandoms = ['Tidewater Chronicles', 'The Lamplighters', 'Marsh & Sons'].map(
    (name) => html`<li>${tag(name)} <span class="count">204</span></li>`,
  );
  return {
    title: 'Inkstead',
    mainClass: 'home region',
    ownHeading: true,
    body: html`<div class="welcome"><h1 class="heading">A quiet place for stories</h1>
<p class="lead">1,204 works in 86 fandoms, by 312 people who wrote them for the love of it.</p>
<form class="search" action="/works" method="get">
<label class="landmark" for="home_search">Search works</label>
<input id="home_search" type="search" name="q" placeholder="Title, creator or tag">
<button class="main" type="submit">Search</button>
</form></div>
<h2 class="heading">Newest works</h2>
<h3 class="landmark heading">List of works</h3>
<ol class="work index group">${blurbs().slice(0, 3)}</ol>
<p class="more"><a href="/works">All works</a></p>
<h2 class="heading">Fandoms</h2>
<ul class="cloud">${fandoms}</ul>`,
  };
}
