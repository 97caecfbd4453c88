// The first page of the archive.
import { type Html, html } from '../../../kit/html/index.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { numberText } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { FacetCount } from '../../finding/index.ts';
import { mediaUrl, tagWorksUrl } from '../../tags/urls.ts';
import { type Blurb, workBlurb } from '../../works/index.ts';
import { newWorkUrl, worksUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';

export type Home = {
  readonly name: string;
  /** Empty: the usual sentence. */
  readonly description: string;
  readonly viewer: Viewer;
  /** Works that the viewer may see. */
  readonly total: number;
  /** The fandoms with the most of them. */
  readonly fandoms: readonly FacetCount[];
  readonly newest: readonly Blurb[];
};

export function homePage(home: Home): Page {
  const lead = home.description === '' ? text.homeLead() : home.description;
  return {
    title: home.name,
    mainClass: 'home region',
    ownHeading: true,
    description: lead,
    canonical: '/',
    body: html`<div class="welcome">
<h1 class="heading">${home.name}</h1>
<p class="lead">${lead}</p>
<p>${text.homeIntroduction()}</p>
</div>
${home.total === 0 ? renderEmpty() : renderWorks(home)}`,
  };
}

function renderEmpty(): Html {
  return html`<p>${text.homeEmpty()} <a href="${newWorkUrl}">${text.homeFirst()}</a></p>`;
}

function renderWorks({ fandoms, newest, total }: Home): Html {
  return html`<section class="fandoms" aria-labelledby="home-fandoms">
<h2 class="heading" id="home-fandoms">${text.homeFandoms()}</h2>
<ul class="fandom list">${fandoms.map(
    ({ tag, count }) =>
      html`<li><a class="tag" href="${tagWorksUrl(tag)}">${tag.name}</a>
<span class="count">${numberText(count)}</span></li>
`,
  )}</ul>
<p><a href="${mediaUrl}">${text.homeAllFandoms()}</a></p>
</section>
<section class="newest" aria-labelledby="home-newest">
<h2 class="heading" id="home-newest">${text.homeNewest()}</h2>
<h3 class="landmark heading">${text.homeListOfWorks()}</h3>
<ol class="work index group">${newest.map((blurb) => workBlurb(blurb))}</ol>
<p><a href="${worksUrl}">${text.homeAllWorks({ count: total })}</a></p>
</section>`;
}
