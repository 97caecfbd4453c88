// Ways to begin when nothing is searched for: media, fandoms from A to Z, languages.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { Tag } from '../../tags/index.ts';
import { mediaUrl, mediumFandomsUrl } from '../../tags/urls.ts';
import { inLanguage } from '../../works/index.ts';
import { worksUrl } from '../../works/urls.ts';
import type { LanguageCount } from '../finding.ts';
import { text } from '../messages.ts';
import { searchName } from '../parameters/names.ts';
import { fandomsUrl, languagesUrl } from '../urls.ts';

/** A tag with the works that the asker finds by it. */
export type CountedTag = { readonly tag: Tag; readonly href: string; readonly works: number };

export type MediumView = {
  /** Null: fandoms that are in no medium. */
  readonly medium: Tag | null;
  /** The most used ones. */
  readonly fandoms: readonly CountedTag[];
  readonly count: number;
};

export function mediaPage(media: readonly MediumView[]): Page {
  return {
    title: text.fandomsByMedium(),
    mainClass: 'media-index region',
    styles: ['finding'],
    canonical: mediaUrl,
    wide: true,
    body: html`<h2 class="heading">${text.fandomsByMedium()}</h2>
${
  media.length === 0
    ? html`<p>${text.noFandoms()}</p>`
    : html`<p class="lead"><a href="${fandomsUrl}">${text.allFandoms()}</a></p>
<div class="media">
${media.map(renderMedium)}</div>`
}`,
  };
}

function renderMedium({ medium, fandoms, count }: MediumView): Html {
  const href = medium === null ? fandomsUrl : mediumFandomsUrl(medium);
  const name = medium === null ? text.notSorted() : medium.name;
  return html`<div class="medium">
<h3><a href="${href}">${name}</a></h3>
<ul class="relatives">${fandoms.map(countedItem)}</ul>
${
  count > fandoms.length
    ? html`<p><a href="${href}"><span class="landmark">${name}:</span> ${text.allOfMedium({
        number: numberText(count),
      })}</a></p>`
    : nothing
}
</div>
`;
}

/** A name with its number. */
export function countedItem({ tag, href, works }: CountedTag): Html {
  return html`<li><a class="tag" href="${href}">${tag.name}</a> <span class="count">${numberText(
    works,
  )}</span></li>
`;
}

export function languagesPage(languages: readonly LanguageCount[]): Page {
  const items = languages.map((one) => {
    const { language, name, count } = one;
    const href = `${worksUrl}?${new URLSearchParams([[searchName('language_id'), language]])}`;
    return html`<li><a href="${href}"${inLanguage(one)}>${name}</a>
<span class="count">${numberText(count)}</span></li>
`;
  });
  return {
    title: text.languagesTitle(),
    mainClass: 'languages-index region',
    styles: ['finding'],
    canonical: languagesUrl,
    body: html`<h2 class="heading">${text.languagesTitle()}</h2>
${
  items.length === 0
    ? html`<p>${text.noLanguages()}</p>`
    : html`<p class="lead">${text.languagesLead()}</p>
<ul class="relatives">${items}</ul>`
}`,
  };
}
