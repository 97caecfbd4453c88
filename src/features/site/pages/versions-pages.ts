import { html, nothing, trustedHtml } from '../../../kit/html/index.ts';
import { dayText } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { PageName } from '../default-pages.ts';
import { text } from '../messages.ts';
import { versionsUrl } from '../urls.ts';
import { pageTitles } from './site-pages.ts';

export type VersionListed = { readonly version: number; readonly made_at: number };

/** The newest first. */
export function versionsPage(page: PageName, versions: readonly VersionListed[]): Page {
  const title = text.versionsTitle({ title: pageTitles[page]() });
  const items = versions.map(({ version, made_at }, at) => {
    const since =
      made_at === 0 ? text.versionFirst() : text.versionSince({ day: dayText(made_at) });
    const now = at === 0 ? html` (${text.versionNow()})` : nothing;
    return html`<li><a href="${versionsUrl(page)}/${version}">${text.versionOf({ version })}</a>,
${since}${now}</li>`;
  });
  return {
    title,
    mainClass: 'site-versions region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
<p><a href="/${page}">${text.versionPresent()}</a></p>
${versions.length === 0 ? html`<p>${text.versionsOne()}</p>` : html`<ul>${items}</ul>`}`,
  };
}

export type VersionShown = {
  readonly version: number;
  readonly isNewest: boolean;
  /** Sanitised. */
  readonly markup: string;
};

export function versionPage(page: PageName, { version, isNewest, markup }: VersionShown): Page {
  const title = `${pageTitles[page]()}: ${text.versionOf({ version })}`;
  const old = html`<p class="notice">${text.versionOld({ version })}
<a href="/${page}">${text.versionPresent()}</a></p>`;
  return {
    title,
    mainClass: 'site-page region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
${isNewest ? nothing : old}
<h3 class="landmark heading">${text.pageText()}</h3>
<div class="userstuff">${trustedHtml(markup)}</div>`,
  };
}
