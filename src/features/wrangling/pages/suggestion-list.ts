// Suggestions as buttons, each with its reason.
import { type Html, html } from '../../../kit/html/index.ts';
import type { Tag } from '../../tags/index.ts';
import { text } from '../messages.ts';
import type { Company, Suggestion } from '../suggestions.ts';

/** Buttons of the form around them: each does one act. */
export function suggestionList(tag: Tag, suggestions: readonly Suggestion[]): Html {
  if (suggestions.length === 0) return html`<p class="why">${text.noSuggestions()}</p>`;
  const items = suggestions.map((suggestion) => {
    const { act, target } = suggestion;
    const label = act === 'synonym' ? text.toSynonym : text.toParent;
    return html`<li><button type="submit" name="quick" value="${act}:${tag.id}:${
      target.id
    }">${label({ name: target.name })}</button> <span class="why">${reasonOf(suggestion)}</span></li>`;
  });
  return html`<ul class="suggested">${items}</ul>`;
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
