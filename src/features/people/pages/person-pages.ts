// A person as others meet them: the dashboard of all their pseuds or of one, and the profile.
import { type Html, html, joinHtml, nothing, trustedHtml } from '../../../kit/html/index.ts';
import { hasRole, type Viewer } from '../../../shared/viewer.ts';
import { bookLinks } from '../../../web/book-lists.ts';
import { dateText } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { OwnPseud, Person } from '../../accounts/index.ts';
import { blockPersonUrl, editProfileUrl } from '../../accounts/urls.ts';
import { reportAboutUrl } from '../../moderation/urls.ts';
import { mutePersonUrl } from '../../mutes/urls.ts';
import { statisticsUrl } from '../../statistics/urls.ts';
import { type Blurb, type Deleted, deletedList, workBlurb } from '../../works/index.ts';
import { draftsUrl, giftsUrl, invitationsUrl, manageWorksUrl, pseudUrl } from '../../works/urls.ts';
import { ofPerson } from '../books.ts';
import { text } from '../messages.ts';
import { personSeriesUrl, personUrl, profileUrl } from '../urls.ts';

/** How many series name a person and how many gifts they have, as far as the viewer may know. */
type Company = { readonly series: number; readonly gifts: number };

export type Dashboard = {
  readonly viewer: Viewer;
  readonly person: Person;
  /** The pseud the page is of; null: all of them. */
  readonly pseud: OwnPseud | null;
  readonly newest: readonly Blurb[];
  /** How many works the viewer can see. */
  readonly total: number;
  readonly worksUrl: string;
  readonly company: Company;
  /** The item to follow the person; nothing for guests and themself. */
  readonly follow: Html;
  /** How many questions wait for the person's answer; only they are shown it. */
  readonly asked: number;
  /** What the person can have back; null for others. */
  readonly deleted: Deleted | null;
};

export function dashboardPage(shown: Dashboard): Page {
  const { person, pseud, newest, total, worksUrl, viewer, company, asked, deleted, follow } = shown;
  const name = pseud?.name ?? person.login;
  const own = viewer.kind === 'member' && viewer.userId === person.id;
  const list = html`<ol class="work index group">${newest.map((blurb) => workBlurb(blurb))}</ol>
<p><a href="${worksUrl}">${text.allWorks({ count: total })}</a></p>
${own ? bookLinks({ of: ofPerson(person, pseud) }) : nothing}`;
  return {
    title: name,
    mainClass: 'users-show dashboard region',
    indexable: !person.hidden,
    body: html`<h2 class="heading">${name}</h2>
${renderNotices(viewer, person)}${renderJoined(person)}
${renderPseuds(person)}${renderCompany(person, company)}${renderAsked(person, asked)}${renderOwn(
  viewer,
  person,
  follow,
)}${renderExcerpt(person)}
<h3 class="heading">${text.newest()}</h3>
${newest.length === 0 ? html`<p>${text.noWorks()}</p>` : list}
${deleted === null ? nothing : deletedList(deleted)}`,
  };
}

function renderNotices(viewer: Viewer, person: Person): Html {
  const notice = person.hidden ? html`<p class="notice">${text.hiddenNotice()}</p>` : nothing;
  const moderate = html`<p><a href="/moderation/people/${person.login}">${text.moderate()}</a></p>`;
  return html`${notice}${hasRole(viewer, 'moderator') ? moderate : nothing}`;
}

function renderJoined({ joinedAt }: Person): Html {
  return html`<p class="joined">${text.joined({ date: dateText(joinedAt) })}</p>
`;
}

function renderPseuds(person: Person): Html {
  if (person.pseuds.length < 2) return nothing;
  const links = person.pseuds.map(
    ({ name }) => html`<a href="${pseudUrl({ login: person.login, name })}">${name}</a>`,
  );
  return html`<p class="pseuds">${text.pseuds()}: ${joinHtml(links, ', ')}</p>
`;
}

function renderCompany({ login }: Person, { series, gifts }: Company): Html {
  const links = [
    [series, personSeriesUrl(login), text.series({ count: series })],
    [gifts, giftsUrl(login), text.gifts({ count: gifts })],
  ] as const;
  const shown = links.filter(([count]) => count > 0);
  if (shown.length === 0) return nothing;
  const items = shown.map(([, href, label]) => html`<a href="${href}">${label}</a>`);
  return html`<p class="company">${joinHtml(items, ', ')}</p>
`;
}

function renderAsked({ login }: Person, count: number): Html {
  if (count === 0) return nothing;
  return html`<p class="notice"><a href="${invitationsUrl(login)}">${text.asked({ count })}</a></p>
`;
}

function renderOwn(viewer: Viewer, person: Person, follow = nothing): Html {
  const address = reportAboutUrl('user', person);
  const report = html`<li><a href="${address}" rel="nofollow">${text.reportPerson()}</a></li>`;
  if (viewer.kind !== 'member')
    return html`<ul class="actions">${report}</ul>
`;
  if (viewer.userId !== person.id) {
    return html`<ul class="actions">${follow}
<li><a href="${mutePersonUrl(person.login)}" rel="nofollow">${text.mutePerson()}</a></li>
<li><a href="${blockPersonUrl(person.login)}" rel="nofollow">${text.blockPerson()}</a></li>
${report}</ul>
`;
  }
  return html`<ul class="actions">
<li><a href="${editProfileUrl(person.login)}">${text.editProfile()}</a></li>
<li><a href="${draftsUrl(person.login)}">${text.drafts()}</a></li>
<li><a href="${manageWorksUrl(person.login)}">${text.manageWorks()}</a></li>
<li><a href="${statisticsUrl(person.login)}">${text.statistics()}</a></li></ul>
`;
}

function renderExcerpt({ login, profile }: Person): Html {
  if (profile.html === '') return nothing;
  return html`<section class="profile" aria-label="${text.profile()}">
${renderProfileHeading(profile)}
<div class="userstuff">${trustedHtml(profile.html)}</div>
<p><a href="${profileUrl(login)}">${text.wholeProfile()}</a></p>
</section>`;
}

/** Always one: the headings within a profile begin at the rank below. */
function renderProfileHeading({ title }: Person['profile']): Html {
  if (title !== '') return html`<h3 class="heading">${title}</h3>`;
  return html`<h3 class="landmark heading">${text.profile()}</h3>`;
}

export function profilePage(viewer: Viewer, person: Person, company: Company): Page {
  const title = text.profileOf({ name: person.login });
  const { profile } = person;
  return {
    title,
    mainClass: 'profile-show region',
    indexable: !person.hidden,
    body: html`<h2 class="heading">${title}</h2>
${renderNotices(viewer, person)}${renderJoined(person)}
${renderPseuds(person)}${renderCompany(person, company)}${renderOwn(
  viewer,
  person,
)}${renderProfileHeading(profile)}
<div class="userstuff">${
      profile.html === ''
        ? html`<p>${text.profileEmpty({ name: person.login })}</p>`
        : trustedHtml(profile.html)
    }</div>`,
  };
}

/** `by ada`, for the heading of a list of works. */
export function byPerson(person: Person, pseud: OwnPseud | null): Html {
  const { login } = person;
  const href = pseud === null ? personUrl(login) : pseudUrl({ login, name: pseud.name });
  return html`${text.by()} <a rel="author" href="${href}">${pseud?.name ?? login}</a>`;
}
