// The page inside a takeout that leads to its works. It needs nothing that is not in the archive.
import { type Html, html, trustedHtml } from '../../kit/html/index.ts';
import { text } from './messages.ts';

/** A work as the list names it. */
export type TakenWork = {
  readonly folder: string;
  readonly title: string;
  readonly posted: boolean;
  readonly words: number;
};

/** The whole file. */
export function indexFile(
  {
    member,
    siteTitle,
    siteUrl,
    now,
  }: { member: { login: string }; siteTitle: string; siteUrl: string; now: number },
  works: readonly TakenWork[],
): string {
  const title = text.readmeTitle({ login: member.login, site: siteTitle });
  const list = html`<ul>
${works.map(renderWork)}</ul>`;
  const page = html`${trustedHtml('<!DOCTYPE html>\n')}<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trustedHtml(styles)}</style>
</head>
<body>
<h1>${title}</h1>
<p>${text.readmeLead({ date: new Date(now).toISOString(), url: siteUrl })}</p>
${works.length === 0 ? html`<p>${text.noWorks()}</p>` : list}
</body>
</html>
`;
  return String(page);
}

function renderWork({ folder, title, posted, words }: TakenWork): Html {
  const state = posted ? '' : `${text.draft()}, `;
  return html`<li><a href="${folder}/work.html"><bdi>${title}</bdi></a>
<small>${state}${text.words({ count: words })} ·
<a href="${folder}/work.epub">EPUB</a> · <a href="${folder}/work.json">JSON</a></small></li>
`;
}

const styles = `:root{color-scheme:light dark}
body{font:1.125rem/1.6 Georgia,serif;margin:2rem auto;max-width:36rem;padding:0 1rem}
li{margin:.75rem 0}
small{display:block}
`;
