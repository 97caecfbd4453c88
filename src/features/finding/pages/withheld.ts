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
  readonly withheld: Withheld | null;
  /** The same list with what is kept out, or without it again. */
  readonly otherHref: string;
  /** Of works that are shown although they are usually kept out. */
  readonly reasons: ReadonlyMap<WorkId, readonly Taste[]>;
  /** The viewer can mute: not a guest. */
  readonly mutes: boolean;
};

/** One line below the heading: `Muted: 12 works, by Angst (8), ben (4). Show them`. */
export function renderTastes({ lifted, withheld, otherHref }: TastesShown): Html {
  if (lifted) {
    return html`<p class="withheld">${text.tastesLifted()}
<a href="${otherHref}" rel="nofollow">${text.tastesApply()}</a></p>
`;
  }
  if (withheld === null) return nothing;
  const counted = withheld.by ?? [];
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
    count: withheld.total,
    number: numberText(withheld.total),
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
