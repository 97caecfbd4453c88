// What a member follows.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  dateText,
  formFor,
  hiddenField,
  pager,
  selectField,
  submitButtons,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { noticesUrl } from '../../notices/urls.ts';
import { choosingKinds, type Follow, type FollowKind, followKinds } from '../follow.ts';
import { kindWords, text } from '../messages.ts';
import { privateFeedsUrl, subscriptionsUrl } from '../urls.ts';
import { followForm } from './follow-item.ts';

export type Place = { readonly name: string; readonly href: string };
/** What a followed thing is called, and where it is; null: it is not there for the member. */
export type NamedFollow = { readonly follow: Follow; readonly place: Place | null };

export type SubscriptionsShown = {
  readonly login: string;
  readonly token: string;
  readonly kind: FollowKind | null;
  readonly follows: readonly NamedFollow[];
  /** The member's saved filters that they do not follow. */
  readonly filters: readonly (Place & { readonly id: number })[];
  readonly page: number;
  readonly pages: number;
};

export function subscriptionsPage(shown: SubscriptionsShown): Page {
  const { login, kind, follows, page, pages } = shown;
  const address = subscriptionsUrl(login);
  const rest = kind === null ? '' : `&kind=${kind}`;
  const list = html`<ul class="notices index group">
${follows.map((one) => renderFollow(one, shown))}</ul>
${pager({ page, pages, hrefFor: (number) => `${address}?page=${number}${rest}` })}`;
  return {
    title: text.title(),
    mainClass: 'subscriptions-index dashboard region',
    indexable: false,
    styles: ['notices'],
    body: html`<h2 class="heading">${text.title()}</h2>
<p>${text.lead()} <a href="${noticesUrl(login)}">${text.noticesLink()}</a>,
<a href="${privateFeedsUrl(login)}">${text.feedsLink()}</a></p>
${renderKinds(shown)}
${follows.length === 0 ? html`<p>${kind === null ? text.none() : text.noneOfKind()}</p>` : list}
${renderFilters(shown)}`,
  };
}

function renderKinds({ login, kind }: SubscriptionsShown): Html {
  const kinds = followKinds.filter((one) => one !== 'collection');
  return html`<form action="${subscriptionsUrl(login)}" method="get" class="inline">
${selectField({
  name: 'kind',
  label: text.kindLabel(),
  options: [
    { value: '', label: text.kindAny() },
    ...kinds.map((one) => ({ value: one, label: kindWords[one]() })),
  ],
  value: kind ?? '',
})}${submitButtons([{ label: text.filterButton() }])}
</form>`;
}

function renderFollow({ follow, place }: NamedFollow, shown: SubscriptionsShown): Html {
  const { login, token } = shown;
  const name = place?.name ?? text.gone();
  const link = place === null ? name : html`<a href="${place.href}" dir="auto">${name}</a>`;
  const back = subscriptionsUrl(login);
  const since = text.since({ date: dateText(follow.since) });
  const chooses = place !== null && choosingKinds.includes(follow.kind);
  return html`<li class="notice"><p>${link} <span class="datetime">${chooses && newsWords(follow)}
${since}</span></p>
${chooses && renderChoice(follow, name, shown)}
${followForm({ login, token, subject: follow, back, name, follows: true })}</li>
`;
}

function newsWords({ news }: Follow): string {
  return news === 'works' ? text.newsWorks() : text.newsChapters();
}

/** The button for the other of the two. */
function renderChoice(
  { kind, id, news }: Follow,
  name: string,
  { login, token }: SubscriptionsShown,
): Html {
  const isWorks = news === 'works';
  const label = isWorks ? text.chooseChapters() : text.chooseWorks();
  const long = isWorks ? text.chooseChaptersNamed({ name }) : text.chooseWorksNamed({ name });
  return formFor({
    action: subscriptionsUrl(login),
    token,
    className: 'inline',
    body: [
      hiddenField('kind', kind),
      hiddenField('id', String(id)),
      hiddenField('back', subscriptionsUrl(login)),
      hiddenField('news', isWorks ? 'works-and-chapters' : 'works'),
      html`<button type="submit" aria-label="${long}">${label}</button>`,
    ],
  });
}

function renderFilters({ login, token, filters }: SubscriptionsShown): Html {
  if (filters.length === 0) return nothing;
  const back = subscriptionsUrl(login);
  const items = filters.map(({ id, name, href }) => {
    const subject = { kind: 'filter', id } as const;
    const form = followForm({ login, token, subject, back, name, follows: false });
    return html`<li class="notice"><p><a href="${href}" dir="auto">${name}</a></p>
${form}</li>\n`;
  });
  return html`<h3 class="heading">${text.filtersHeading()}</h3>
<ul class="notices index group">
${items}</ul>`;
}
