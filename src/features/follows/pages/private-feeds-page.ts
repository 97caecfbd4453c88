// A member's private feeds, and the one moment in which an address is shown.
import { type Html, html } from '../../../kit/html/index.ts';
import {
  checkbox,
  dateText,
  errorSummary,
  type FormProblems,
  formFor,
  selectField,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { privateFeedsUrl } from '../urls.ts';
import type { Place } from './subscriptions-page.ts';

export type FeedForm = { readonly address: string; readonly problems: FormProblems };

export type PrivateFeedsShown = {
  readonly login: string;
  readonly token: string;
  readonly feeds: readonly {
    readonly id: number;
    readonly made: number;
    readonly used: number | null;
    /** Null: the list is not there at the moment. */
    readonly place: Place | null;
    /** It holds the texts of chapters. */
    readonly texts: boolean;
  }[];
  readonly filters: readonly { readonly id: number; readonly name: string }[];
  readonly form: FeedForm;
};

export function privateFeedsPage(shown: PrivateFeedsShown): Page {
  const { feeds, form } = shown;
  const list = html`<ul class="notices index group">
${feeds.map((feed) => renderFeed(feed, shown))}</ul>`;
  return {
    ...frame,
    title: text.feedsTitle(),
    body: html`<h2 class="heading">${text.feedsTitle()}</h2>
<p>${text.feedsLead()}</p>
<p>${text.feedsWarning()}</p>
${errorSummary(form.problems)}${feeds.length === 0 ? html`<p>${text.feedsNone()}</p>` : list}
<h3 class="heading">${text.feedNewHeading()}</h3>
${renderForm(shown)}`,
  };
}

function renderFeed(feed: PrivateFeedsShown['feeds'][number], shown: PrivateFeedsShown): Html {
  const { id, made, used, place, texts } = feed;
  const name = place?.name ?? text.feedGoneList();
  const link = place === null ? name : html`<a href="${place.href}" dir="auto">${name}</a>`;
  const read = used === null ? text.feedNeverUsed() : text.feedUsed({ date: dateText(used) });
  const button = html`<button type="submit" aria-label="${text.feedRevokeNamed({ name })}"
>${text.feedRevoke()}</button>`;
  return html`<li class="notice"><p>${link} <span class="datetime">${text.feedMade({
    date: dateText(made),
  })}, ${read}${texts && `, ${text.feedHasTexts()}`}</span></p>
${formFor({
  action: `${privateFeedsUrl(shown.login)}/${id}/delete`,
  token: shown.token,
  className: 'inline',
  body: button,
})}</li>
`;
}

function renderForm({ login, token, filters, form }: PrivateFeedsShown): Html {
  const ofFilters = filters.map(({ id, name }) => {
    return { value: `filter:${id}`, label: text.feedOfFilter({ name }) };
  });
  return formFor({
    action: privateFeedsUrl(login),
    token,
    body: [
      selectField({
        name: 'of',
        label: text.feedOfLabel(),
        options: [
          { value: 'subscriptions', label: text.feedOfSubscriptions() },
          ...ofFilters,
          { value: 'works', label: text.feedOfWorks() },
          { value: 'address', label: text.feedOfAddress() },
        ],
        value: form.address === '' ? 'subscriptions' : 'address',
        problems: form.problems,
      }),
      textField({
        name: 'address',
        label: text.feedAddressLabel(),
        hint: text.feedAddressHint(),
        value: form.address,
        problems: form.problems,
      }),
      checkbox({
        name: 'texts',
        label: text.feedTextsLabel(),
        hint: text.feedTextsHint(),
        checked: false,
      }),
      submitButtons([{ label: text.feedMake() }]),
    ],
  });
}

export type FeedReady = {
  readonly login: string;
  readonly name: string;
  /** Whole, with their tokens. */
  readonly addresses: readonly string[];
};

export function feedReadyPage({ login, name, addresses }: FeedReady): Page {
  const items = addresses.map((address) => html`<li><code>${address}</code></li>\n`);
  return {
    ...frame,
    title: text.feedReadyTitle(),
    body: html`<h2 class="heading">${text.feedReadyTitle()}</h2>
<p dir="auto">${name}</p>
<p>${text.feedReadyLead()}</p>
<ul>${items}</ul>
<p><a href="${privateFeedsUrl(login)}">${text.feedsTitle()}</a></p>`,
  };
}

const frame = {
  mainClass: 'private-feeds dashboard region',
  indexable: false,
  styles: ['notices'],
} as const;
