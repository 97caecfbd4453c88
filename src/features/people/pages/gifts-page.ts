// Works that were given to a person; they refuse them here, and take that back.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { bookLinks } from '../../../web/book-lists.ts';
import { formFor, type Pages, pager, submitButtons } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { feedItem, feedLinks } from '../../../web/feeds.ts';
import type { Person } from '../../accounts/index.ts';
import { type Blurb, workBlurb } from '../../works/index.ts';
import { acceptGiftUrl, refuseGiftUrl } from '../../works/urls.ts';
import { ofGifts } from '../books.ts';
import { text } from '../messages.ts';
import { giftsFeedPath } from '../urls.ts';

export type GiftsShown = {
  readonly person: Person;
  /** The person themselves looks. */
  readonly own: boolean;
  readonly gifts: readonly Blurb[];
  readonly refused: readonly Blurb[];
  readonly pages: Pages;
};

export function giftsPage(frame: Frame, shown: GiftsShown): Page {
  const { person, own, gifts, refused, pages } = shown;
  const title = text.giftsTo({ name: person.login });
  const refuse = (work: Blurb) =>
    own ? button(frame, refuseGiftUrl(work), text.refuse()) : nothing;
  const accept = (work: Blurb) => button(frame, acceptGiftUrl(work), text.acceptAfterAll());
  const before = html`<h3 class="heading">${text.refusedGifts()}</h3>
${renderList(refused, accept)}`;
  return {
    title,
    mainClass: 'gifts-index dashboard region',
    indexable: !person.hidden,
    feeds: feedLinks({ path: giftsFeedPath(person.login), title }),
    body: html`<h2 class="heading">${title}</h2>
<ul class="navigation actions">${feedItem({ path: giftsFeedPath(person.login) })}</ul>
<h3 class="landmark heading">${text.listOfGifts()}</h3>
${gifts.length === 0 ? html`<p>${text.noGifts()}</p>` : renderList(gifts, refuse)}
${pager(pages)}
${gifts.length === 0 ? nothing : bookLinks({ of: ofGifts(person) })}
${refused.length === 0 ? nothing : before}`,
  };
}

function renderList(works: readonly Blurb[], after: (work: Blurb) => Html): Html {
  const items = works.map((work) => workBlurb(work, { after: after(work) }));
  return html`<ol class="work index group">${items}</ol>`;
}

function button(frame: Frame, action: string, label: string): Html {
  return formFor({ action, token: frame.formToken, body: submitButtons([{ label }]) });
}
