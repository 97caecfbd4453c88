// What a reader's own tastes keep out of a list: how much, why, and the way to it.
import { type Html, html, joinHtml, nothing } from '../../../kit/html/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import { numberText } from '../../../web/controls.ts';
import { muteAboutWorkUrl } from '../../mutes/urls.ts';
import type { Blurb } from '../../works/index.ts';
import { text } from '../messages.ts';
import type { Taste, Withheld } from '../tastes.ts';

/** More reasons than this are a list of their own: the page of mutes. */
const reasonsShown = 5;

export type TastesShown = {
  /** The list shows what is usually kept out. */
  readonly lifted: boolean;
  /** The default filter is off in this list. */
  readonly filterLifted: boolean;
  readonly withheld: Withheld | null;
  /** The same list with what is kept out, or without it again. */
  readonly otherHref: string;
  /** The same list without the default filter, or with it again. */
  readonly filterHref: string;
  /** Of works that are shown although they are usually kept out. */
  readonly reasons: ReadonlyMap<WorkId, readonly Taste[]>;
  /** The viewer can mute: not a guest. */
  readonly mutes: boolean;
};

/**
 * A line below the heading for each kind: `Muted: 12 works, by Angst (8), ben (4). Show them` and
 * `Your default filter No drafts keeps out 124 works. Turn it off here`.
 */
export function renderTastes(shown: TastesShown): Html {
  return html`${renderFilter(shown)}${renderMuted(shown)}`;
}

function renderFilter({ filterLifted, withheld, filterHref }: TastesShown): Html {
  if (filterLifted) {
    return html`<p class="withheld filter">${text.filterLifted()}
<a href="${filterHref}" rel="nofollow">${text.filterApplies()}</a></p>
`;
  }
  if (withheld === null || withheld.filter === null) return nothing;
  const { taste, count } = withheld.filter;
  const name = html`<a class="chip" href="${taste.href}"><bdi>${taste.label}</bdi></a>`;
  const counted = text.filterKeepsOut({ count, number: numberText(count) });
  return html`<p class="withheld filter">${text.defaultFilter()} ${name} ${counted}
<a href="${filterHref}" rel="nofollow">${text.filterOff()}</a></p>
`;
}

function renderMuted({ lifted, withheld, otherHref }: TastesShown): Html {
  if (lifted) {
    return html`<p class="withheld">${text.tastesLifted()}
<a href="${otherHref}" rel="nofollow">${text.tastesApply()}</a></p>
`;
  }
  if (withheld === null || withheld.muted.total === 0) return nothing;
  const counted = withheld.muted.by ?? [];
  const shown = counted
    .slice(0, reasonsShown)
    .map(
      ({ taste, count }) =>
        html`<a href="${taste.href}"><bdi>${taste.label}</bdi></a> (${numberText(count)})`,
    );
  if (counted.length > reasonsShown) {
    shown.push(html`${text.moreTastes({ count: counted.length - reasonsShown })}`);
  }
  const by = shown.length === 0 ? nothing : html`${text.withheldBy()} ${joinHtml(shown, ', ')}`;
  return html`<p class="withheld">${text.withheldWorks({
    count: withheld.muted.total,
    number: numberText(withheld.muted.total),
  })}${by}. <a href="${otherHref}" rel="nofollow">${text.showWithheld()}</a></p>
`;
}

/** Below a work: why it is usually kept out, and the way to mute something about it. */
export function renderMuting(blurb: Blurb, { mutes, reasons }: TastesShown): Html {
  if (!mutes) return nothing;
  const labels = (reasons.get(blurb.id) ?? []).map(({ label }) => html`<bdi>${label}</bdi>`);
  const marked = html`<span class="mark">${text.mutedMark()}</span> ${joinHtml(labels, ', ')}. `;
  return html`<p class="muting">${labels.length === 0 ? nothing : marked}<a
 href="${muteAboutWorkUrl(blurb)}" aria-label="${text.muteAboutWork({
   title: blurb.title,
 })}" rel="nofollow">${text.muteAbout()}</a></p>
`;
}
