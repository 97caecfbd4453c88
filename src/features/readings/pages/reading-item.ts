// A work in a member's own list. Names of elements and classes are contract 6.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { dayText, formFor, hiddenField, numberText } from '../../../web/controls.ts';
import type { ListWords } from '../../finding/index.ts';
import { type Blurb, workBlurb } from '../../works/index.ts';
import type { ReadingEntry } from '../list.ts';
import { text } from '../messages.ts';
import { visitUrl } from '../urls.ts';

/** How the list is spoken of. */
export const readingsWords: ListWords = {
  counted: (total) => text.count({ count: total, number: numberText(total) }),
  range: text.range,
  list: text.list(),
  none: text.nothingYet(),
  order: text.lastFirst(),
};

/** The list itself, as tools read it. */
export function readingIndex(items: readonly Html[]): Html {
  return html`<ol class="reading work index group">
${items}
</ol>`;
}

/** `under`: what finding has to say of it. */
export function readingItem(
  blurb: Blurb,
  { at, visit, work }: ReadingEntry,
  under: Html,
  beside: { readonly login: string; readonly formToken: string; readonly back: string },
): Html {
  const times = visit === null ? nothing : html` · ${text.visited({ count: visit.times })}`;
  const remove =
    visit === null
      ? nothing
      : formFor({
          action: visitUrl(beside.login, work),
          token: beside.formToken,
          className: 'inline',
          body: html`${hiddenField('back', beside.back)}<button type="submit"
 aria-label="${text.removeNamed({ title: blurb.title })}">${text.remove()}</button>`,
        });
  return workBlurb(blurb, {
    as: { id: `work_${blurb.id}`, kind: 'reading work' },
    after: html`${under}<div class="user module">
<h4 class="viewed heading">${text.lastVisited({ date: dayText(at) })}${times}</h4>
${remove}</div>`,
  });
}
