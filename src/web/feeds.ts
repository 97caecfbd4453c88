// Lists as feeds, for programs that look now and then: Atom (RFC 4287) and JSON Feed 1.1. A feature
// that has lists offers them as sources; the same source answers guests at a public address and a
// person at their private one.
import { type Html, html, nothing } from '../kit/html/index.ts';
import { Refused } from '../kit/http/index.ts';
import { isoTime } from '../kit/time/index.ts';
import { parseId } from '../shared/ids.ts';
import type { Parts } from '../shared/parts.ts';
import type { Viewer } from '../shared/viewer.ts';
import type { Ask } from './ask.ts';
import type { Feed } from './frame.ts';
import { text } from './messages.ts';

/** Entries on a page of a feed: what a reader that looks once a day may have missed. */
export const feedEntries = 25;

export const feedFormats = ['atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** Paths here are of this archive, without the host. */
export type FeedEntry = {
  /** The permanent path of what it is about: also its id. */
  readonly path: string;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly published: number;
  readonly updated: number;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** HTML, with whole links: a feed is read elsewhere. */
  readonly summary: Html;
  /** The text itself, likewise: only in private feeds whose owner wants it. */
  readonly content?: Html;
};

/** A page of a list, the newest first. */
export type FeedPage = {
  readonly title: string;
  /** The list's page for people. */
  readonly home: string;
  /** What its readers should know of it; plain text. */
  readonly note?: string;
  readonly entries: readonly FeedEntry[];
  readonly hasMore: boolean;
};

export type FeedAsked = {
  /** Who reads it: a guest, but for private feeds. */
  readonly viewer: Viewer;
  /** The list's own parameters: its filter. */
  readonly query: URLSearchParams;
  /** From 1. */
  readonly page: number;
};

/** Null: there is no such list for the viewer. */
export type ReadFeed = (parts: Parts, asked: FeedAsked, which: string) => Promise<FeedPage | null>;

/** A kind of list: `tag`, and which of them is meant. */
export type FeedSource = { readonly kind: string; readonly read: ReadFeed };

/** Answers a public feed: the same for everybody, what a guest sees. 404 where there is none. */
export async function answerFeed(
  ask: Ask,
  parts: Parts,
  { read }: Pick<FeedSource, 'read'>,
  which: string,
  format: FeedFormat,
): Promise<Response> {
  const page = feedPageAsked(ask.query);
  const shown = await read(parts, { viewer: ask.guest, query: ask.query, page }, which);
  if (shown === null) throw new Refused(404);
  const { siteName } = ask.frame();
  const addresses = { self: ask.path, query: ask.query, page };
  return feedResponse(format, shown, { ...addresses, site: parts.settings.url, siteName });
}

/** From 1; what is no number is the first. */
export function feedPageAsked(query: URLSearchParams): number {
  return parseId<number>(query.get('page') ?? undefined) ?? 1;
}

/** Which feed a page tells of: its path without the ending, and the list's filter. */
export type FeedOfList = {
  readonly path: string;
  readonly title: string;
  readonly query?: URLSearchParams;
};

/** The feeds of a list, for the head of its page. */
export function feedLinks({ path, title, query }: FeedOfList): readonly Feed[] {
  const types = { atom: 'application/atom+xml', json: 'application/feed+json' } as const;
  return feedFormats.map((format) => {
    return { href: feedHref(path, format, query), title, type: types[format] };
  });
}

/** An item of a list's actions that leads to its feed; tools read the link's class. */
export function feedItem({ path, query }: Omit<FeedOfList, 'title'>): Html {
  const href = feedHref(path, 'atom', query);
  return html`<li><a class="rss" href="${href}">${text.feed()}</a></li>`;
}

function feedHref(path: string, format: FeedFormat, query?: URLSearchParams): string {
  const asked = query?.toString() ?? '';
  return `${path}.${format}${asked === '' ? '' : `?${asked}`}`;
}

export type FeedPlace = {
  /** Without a slash at the end. */
  readonly site: string;
  readonly siteName: string;
  /** The feed's own path. */
  readonly self: string;
  readonly query: URLSearchParams;
  readonly page: number;
};

/** The feed's page as an answer; its Last-Modified is the newest entry's time. */
export function feedResponse(format: FeedFormat, shown: FeedPage, place: FeedPlace): Response {
  const updated = newest(shown);
  const headers = new Headers({
    'content-type':
      format === 'atom' ? 'application/atom+xml; charset=utf-8' : 'application/feed+json',
  });
  if (updated > 0) headers.set('last-modified', new Date(updated).toUTCString());
  const body = format === 'atom' ? String(atom(shown, place)) : json(shown, place);
  return new Response(body, { headers });
}

function newest({ entries }: FeedPage): number {
  return Math.max(0, ...entries.map(({ updated }) => updated));
}

function addressOf({ site, self, query }: FeedPlace, page: number): string {
  const asked = new URLSearchParams(query);
  asked.delete('page');
  if (page > 1) asked.set('page', String(page));
  return `${site}${self}${asked.size === 0 ? '' : `?${asked}`}`;
}

function atom(shown: FeedPage, place: FeedPlace): Html {
  const { site, siteName, page } = place;
  const link = (rel: string, address: string, type = 'application/atom+xml') =>
    html`<link rel="${rel}" type="${type}" href="${address}"/>\n`;
  const before = page > 1 ? link('previous', addressOf(place, page - 1)) : nothing;
  const after = shown.hasMore ? link('next', addressOf(place, page + 1)) : nothing;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${addressOf(place, 1)}</id>
<title>${plain(shown.title)}</title>
${shown.note === undefined ? nothing : html`<subtitle>${plain(shown.note)}</subtitle>`}
${link('self', addressOf(place, page))}${before}${after}
${link('alternate', `${site}${shown.home}`, 'text/html')}
<updated>${isoTime(newest(shown))}</updated>
<author><name>${plain(siteName)}</name></author>
${shown.entries.map((entry) => atomEntry(entry, site))}</feed>
`;
}

function atomEntry(entry: FeedEntry, site: string): Html {
  const address = `${site}${entry.path}`;
  return html`<entry xml:lang="${entry.language}">
<id>${address}</id>
<title>${plain(entry.title)}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${isoTime(entry.published)}</published>
<updated>${isoTime(entry.updated)}</updated>
${entry.authors.map((name) => html`<author><name>${plain(name)}</name></author>`)}
${entry.tags.map((name) => html`<category term="${plain(name)}"/>`)}
<summary type="html">${plain(String(entry.summary))}</summary>
${
  entry.content !== undefined &&
  html`<content type="html">${plain(String(entry.content))}</content>
`
}</entry>
`;
}

function json(shown: FeedPage, place: FeedPlace): string {
  const { site, page } = place;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: shown.title,
    ...(shown.note === undefined ? {} : { description: shown.note }),
    home_page_url: `${site}${shown.home}`,
    feed_url: addressOf(place, page),
    ...(shown.hasMore ? { next_url: addressOf(place, page + 1) } : {}),
    items: shown.entries.map((entry) => ({
      id: `${site}${entry.path}`,
      url: `${site}${entry.path}`,
      title: entry.title,
      content_html: `${entry.summary}${entry.content === undefined ? '' : `\n${entry.content}`}`,
      date_published: isoTime(entry.published),
      date_modified: isoTime(entry.updated),
      authors: entry.authors.map((name) => ({ name })),
      tags: entry.tags,
      language: entry.language,
    })),
  });
}

// XML has no way to write these, not even escaped.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function plain(value: string): string {
  return value.toWellFormed().replace(forbidden, '');
}
