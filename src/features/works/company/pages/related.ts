// What a work is for and was made after, and what was made after it: as its page says it.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import { byline } from '../../pages/byline.ts';
import { workUrl } from '../../urls.ts';
import type { Gift } from '../../work.ts';
import { text } from '../messages.ts';
import type { Related, RelatedParent } from '../store/related.ts';
import { giftNames } from './gifts.ts';

/** `ul.associations`, for the notes of a work; nothing where there is nothing to say. */
export function associations(gifts: readonly Gift[], related: Related): Html {
  if (gifts.length === 0 && related.parents.length === 0) return nothing;
  const given =
    gifts.length === 0 ? nothing : html`<li>${text.forGift()} ${giftNames(gifts)}.</li>`;
  return html`<ul class="associations">${given}${related.parents.map(renderParent)}</ul>`;
}

function renderParent(parent: RelatedParent): Html {
  const said = parent.relation === 'translation' ? text.translationOf() : text.inspiredBy();
  return html`<li>${said} ${parentName(parent)}.</li>`;
}

/** A work that another was made after, by title and author. */
export function parentName(parent: RelatedParent): Html {
  const { work } = parent;
  if (work !== null) {
    return html`<a href="${workUrl(work)}">${work.title}</a> ${text.by()} ${byline(work.creators)}`;
  }
  const { url, title, author } = parent;
  const link = html`<a href="${url}" rel="nofollow external">${title}</a>`;
  return author === '' ? link : html`${link} ${text.by()} ${author}`;
}

/** `div#children`, after the end of a work; nothing where nothing was made after it. */
export function children({ children: works }: Related): Html {
  if (works.length === 0) return nothing;
  const items = works.map(({ work, relation }) => {
    const language = work.languageName;
    const said =
      relation === 'translation' ? html` (${text.translatedInto({ language })})` : nothing;
    const name = html`<a href="${workUrl(work)}">${work.title}</a>`;
    return html`<li>${name} ${text.by()} ${byline(work.creators)}${said}</li>`;
  });
  return html`<div id="children">
<h3 class="heading">${text.childrenHeading()}</h3>
<ul>${items}</ul>
</div>`;
}
