// A member's own skins, and those that the archive offers.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { ListedSkin } from '../skin.ts';
import { editSkinUrl, newSkinUrl, skinUrl } from '../urls.ts';

type Listed = ListedSkin & { readonly own: boolean };

export function skinsPage(skins: readonly Listed[]): Page {
  const own = skins.filter((skin) => skin.own);
  const offered = skins.filter((skin) => !skin.own);
  return {
    title: text.title(),
    mainClass: 'skins-index region',
    indexable: false,
    body: html`<h2 class="heading">${text.title()}</h2>
<p>${text.lead()}</p>
<p><a class="button" href="${newSkinUrl}">${text.write()}</a></p>
<h3 class="heading">${text.own()}</h3>
${own.length === 0 ? html`<p>${text.none()}</p>` : list(own)}
<h3 class="heading">${text.ofArchive()}</h3>
${
  offered.length === 0
    ? html`<p>${text.noneOfArchive()}</p>`
    : html`<p>${text.ofArchiveLead()}</p>${list(offered)}`
}`,
  };
}

function list(skins: readonly Listed[]): Html {
  return html`<ul class="skins">
${skins.map(renderSkin)}</ul>
`;
}

function renderSkin(skin: Listed): Html {
  const { title, own, offered } = skin;
  const label = text.changeLabel({ title });
  const change = html` · <a href="${editSkinUrl(skin)}" aria-label="${label}">${text.change()}</a>`;
  const mark = html` <span class="mark">${text.offered()}</span>`;
  return html`<li><a href="${skinUrl(skin)}"><bdi>${title}</bdi></a>${
    own && offered ? mark : nothing
  }${own ? change : nothing}</li>
`;
}
