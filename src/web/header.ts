// Header and footer: the same on every page. Menus are <details>, so that they open without
// script; the behaviour `menu` closes them on Escape and on a click elsewhere.
import { type Html, html, nothing } from '../kit/html/index.ts';
import type { Member } from '../shared/viewer.ts';
import type { Frame } from './frame.ts';
import { text } from './messages.ts';
import {
  accountNavigation,
  footerNavigation,
  keptHere,
  logIn,
  type NavigationGroup,
  type NavigationLink,
  primaryNavigation,
  readingPreferences,
} from './navigation.ts';

export function renderHeader(frame: Frame): Html {
  const { viewer, unread = 0 } = frame;
  const entrance =
    viewer.kind === 'member' ? renderGreeting(viewer, unread) : renderEntrance(frame);
  const places = primaryNavigation.map((group) => renderGroup(group, frame.path));
  return html`<header id="header">
<p class="site-name"><a href="/">${frame.siteName}</a></p>
<nav class="site" aria-label="${text.siteNavigation()}">
<ul class="primary navigation">${places}</ul>
</nav>
<form class="search" role="search" action="/works" method="get">
<label class="landmark" for="site_search">${text.searchLabel()}</label>
<input id="site_search" type="search" name="q" placeholder="${text.searchHint()}">
<button type="submit">${text.searchButton()}</button>
</form>
<nav class="account" aria-label="${text.account()}">
${entrance}
</nav>
</header>`;
}

/** Of pages that devices keep. */
export function renderKeptHeader({ siteName, path }: Frame): Html {
  return html`<header id="header">
<p class="site-name"><a href="/">${siteName}</a></p>
<nav class="site" aria-label="${text.siteNavigation()}">
<ul class="primary navigation"><li>${renderLink(keptHere, path)}</li></ul>
</nav>
</header>`;
}

export function renderFooter({ path }: Frame): Html {
  const reading = returning(readingPreferences, path);
  const links = [...footerNavigation, reading].map((link) => html`<li>${renderLink(link)}</li>`);
  return html`<footer id="footer">
<nav aria-label="${text.footerNavigation()}">
<ul class="navigation actions">${links}</ul>
</nav>
<p>${text.source()}</p>
</footer>`;
}

function renderGroup(group: NavigationGroup, path: string): Html {
  if ('href' in group) return html`<li class="dropdown">${renderLink(group, path)}</li>`;
  return html`<li class="dropdown">${renderMenu(group.label(), group.links, path)}</li>`;
}

function renderMenu(label: string, links: readonly NavigationLink[], path?: string): Html {
  return html`<details class="menu" name="site-menu" data-enhance="menu"><summary>${label}</summary>
<ul>${links.map((link) => html`<li>${renderLink(link, path)}</li>`)}</ul></details>`;
}

function renderLink({ href, label }: NavigationLink, path?: string): Html {
  const current = path === href ? html` aria-current="page"` : nothing;
  return html`<a href="${href}"${current}>${label()}</a>`;
}

function renderGreeting(member: Member, unread: number): Html {
  const count = unread > 99 ? text.manyUnread() : String(unread);
  const label = unread === 0 ? text.notices() : text.unreadNotices({ count });
  return html`<ul id="greeting" class="user navigation">
<li><a class="notices" href="/users/${member.login}/notices">${label}</a></li>
<li class="compose"><a class="button" href="/works/new">${text.newWork()}</a></li>
<li>${renderMenu(member.login, accountNavigation(member))}</li>
</ul>`;
}

function renderEntrance({ path, signUpOpen }: Frame): Html {
  const signUp = html`<li><a href="/users/register">${text.signUp()}</a></li>`;
  return html`<ul class="user navigation">
<li>${renderLink(returning(logIn, path))}</li>
${signUpOpen ? signUp : nothing}
</ul>`;
}

/** The same link with the way back to this page; the page itself and the home page need none. */
function returning({ href, label }: NavigationLink, path: string): NavigationLink {
  if (path === '/' || path.split('?')[0] === href) return { href, label };
  return { href: `${href}?return_to=${encodeURIComponent(path)}`, label };
}
