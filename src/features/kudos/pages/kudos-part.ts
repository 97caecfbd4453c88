// Kudos on the page of a work: the button, and who left them.
import { type Html, html, joinHtml, nothing } from '../../../kit/html/index.ts';
import { tokenField } from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import { personUrl } from '../../accounts/urls.ts';
import { text } from '../messages.ts';
import type { KudosShown } from '../read.ts';
import { kudosUrl, takeKudosBackUrl } from '../urls.ts';

/**
 * The button: nothing on one's own work. A page that is the same for all guests holds no token to
 * send a form with, so that there it is a link to a page that does, until script runs.
 */
export function kudosAct(frame: Frame, { work, mine }: KudosShown): Html {
  if (work.own || !work.posted) return nothing;
  const label = mine ? text.takeBack() : text.leave();
  const action = mine ? takeKudosBackUrl(work) : kudosUrl(work);
  const button =
    frame.formToken === ''
      ? html`<a class="act" href="${kudosUrl(work)}" rel="nofollow">${label}</a>`
      : html`<form action="${action}" method="post">${tokenField(frame.formToken)}<button
 type="submit" class="act">${label}</button></form>`;
  return html`<div class="kudos-act" data-enhance="kudos" data-mine="${mine ? 'yes' : 'no'}"
 data-leave="${text.leave()}" data-leave-at="${kudosUrl(work)}" data-back="${text.takeBack()}"
 data-back-at="${takeKudosBackUrl(work)}" data-failed="${text.failed()}"
 data-later="${text.later()}">${button}<span
 role="status"></span></div>`;
}

/** Who left kudos; tools know it by its id and class. */
export function kudosList(shown: KudosShown): Html {
  const { work, names, more, guests } = shown;
  const people: Html[] = names.map((login) => html`<a href="${personUrl(login)}">${login}</a>`);
  if (more > 0) people.push(html`<a href="${kudosUrl(work)}">${text.more({ count: more })}</a>`);
  if (guests > 0) people.push(html`${text.guests({ count: guests })}`);
  if (people.length === 0) return html`<div id="kudos"></div>`;
  const last = people.at(-1) ?? nothing;
  const before = people.slice(0, -1);
  const all = before.length === 0 ? last : html`${joinHtml(before, ', ')}${text.and()}${last}`;
  return html`<div id="kudos"><p class="kudos">${all}${text.left()}</p></div>`;
}
