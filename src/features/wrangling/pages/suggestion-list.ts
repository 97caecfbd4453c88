// Suggestions as buttons, each with its reason.
import { type Html, html } from '../../../kit/html/index.ts';
import type { Message } from '../../../kit/messages/index.ts';
import type { Tag } from '../../tags/index.ts';
import type { ActWord } from '../asked-acts.ts';
import { text } from '../messages.ts';
import type { Company, Suggestion } from '../suggestions.ts';

/** The id of the form that the buttons of suggestions send. */
export const suggestionForm = 'suggest';

/**
 * Buttons that each do what they say. They send a form of their own, which the page holds once:
 * Enter in a field of another form must not press the first of them.
 */
export function suggestionList(tag: Tag, suggestions: readonly Suggestion[]): Html {
  if (suggestions.length === 0) return html`<p class="why">${text.noSuggestions()}</p>`;
  const items = suggestions.map((suggestion) => {
    const { target } = suggestion;
    const buttons = actsOf(tag, suggestion).map(
      ([word, label]) =>
        html`<button type="submit" form="${suggestionForm}" name="quick" value="${word}:${tag.id}:${
          target.id
        }">${label({ name: target.name })}${
          label === text.toOnlyBelow && html`<span class="landmark"> “${target.name}”</span>`
        }</button> `,
    );
    return html`<li>${buttons}<span class="why">${reasonOf(suggestion)}</span></li>`;
  });
  return html`<ul class="suggested">${items}</ul>`;
}

/** The likeliest act first. */
function actsOf(tag: Tag, { act }: Suggestion): readonly (readonly [ActWord, Message])[] {
  if (act === 'synonym') return [['synonym', text.toSynonym]];
  // A character of a relationship says nothing of whether its name is the one to keep.
  if (tag.status !== 'unwrangled' || tag.type === 'relationship') {
    return [['add-parent', text.toParent]];
  }
  return [
    ['canonise-in', text.toCanonical],
    ['add-parent', text.toOnlyBelow],
  ];
}

function reasonOf(suggestion: Suggestion): string {
  if (suggestion.because === 'spelling') return text.becauseSpelling();
  if (suggestion.because === 'name') return text.becauseName();
  if (suggestion.act === 'add-parent') {
    return text.becauseShare({ works: suggestion.works, total: suggestion.total });
  }
  return text.becauseCompany({ names: suggestion.shared.map(({ name }) => name).join(', ') });
}

/** `on 14 of 16 works with Low Harbour`. */
export function companyLine({ tag, works, total }: Company): string {
  return text.evidence({ works, total, name: tag.name });
}
