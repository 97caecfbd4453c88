// One skin: what it looks like on a few lines, and its sheet, so that writers learn its classes.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { Skin } from '../skin.ts';
import { editSkinUrl, skinSheetUrl, skinsUrl } from '../urls.ts';

export function skinPage(skin: Skin, own: boolean): Page {
  const { title, css } = skin;
  return {
    title,
    mainClass: 'skins-show region',
    indexable: false,
    head: html`<link rel="stylesheet" href="${skinSheetUrl(skin)}">`,
    body: html`<h2 class="heading"><bdi>${title}</bdi></h2>
${own ? html`<p><a class="button" href="${editSkinUrl(skin)}">${text.change()}</a></p>` : nothing}
<h3 class="heading">${text.sample()}</h3>
${sample(css)}
<h3 class="heading">${text.sheet()}</h3>
<section class="table-scroll" tabindex="0"
 aria-label="${text.sheet()}"><pre><code>${css}</code></pre></section>
<p><a href="${skinsUrl}">${text.all()}</a></p>`,
  };
}

/** Classes shown, each on a line of its own. */
const classesMost = 20;

function sample(css: string): Html {
  const classes = [...new Set(css.match(/\.u-[\w-]+/g) ?? [])].slice(0, classesMost);
  const lines = classes.map((one) => {
    const name = one.slice(1);
    return html`<p class="${name}">${text.sampleClass({ name: name.slice('u-'.length) })}</p>
`;
  });
  return html`<div id="workskin" data-skin="yes">
<div class="preface group"><h4 class="title heading">${text.sampleTitle()}</h4></div>
<div class="userstuff module">
<p>${text.sampleText()}</p>
${lines}</div>
</div>`;
}
