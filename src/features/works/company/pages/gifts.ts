// Whom a work is for, as blurbs and works say it.
import { type Html, html, joinHtml, nothing } from '../../../../kit/html/index.ts';
import { giftsUrl } from '../../urls.ts';
import type { Gift } from '../../work.ts';
import { text } from '../messages.ts';

/** Members as links to the gifts they were given, others by name; comma between. */
export function giftNames(gifts: readonly Gift[]): Html {
  return joinHtml(gifts.map(renderGift), ', ');
}

function renderGift({ name, login }: Gift): Html {
  return login === null ? html`${name}` : html`<a href="${giftsUrl(login)}">${name}</a>`;
}

/** ` for ben`, after a byline; nothing where a work is for nobody. */
export function forWhom(gifts: readonly Gift[]): Html {
  return gifts.length === 0 ? nothing : html` ${text.giftFor()} ${giftNames(gifts)}`;
}
