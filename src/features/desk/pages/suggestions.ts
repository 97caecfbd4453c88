// What the text suggests for its tags, above the form of the work: boxes, each with its evidence.
import { type Html, html } from '../../../kit/html/index.ts';
import { warningIds } from '../../tags/index.ts';
import type { Languages } from '../../works/index.ts';
import { text } from '../messages.ts';
import type { Suggestions } from '../suggestions.ts';
import { deskSuggestUrl } from '../urls.ts';

type Offered = {
  readonly value: string;
  readonly label: string;
  readonly why: string;
  readonly quotes: readonly string[];
};

export function suggestionsPanel(form: string, found: Suggestions, languages: Languages): Html {
  const groups = [
    group(form, text.groupLanguage(), languageOffered(found, languages)),
    group(form, text.groupFandoms(), fandomsOffered(found)),
    group(form, text.groupCharacters(), charactersOffered(found)),
    group(form, text.groupRelationships(), pairsOffered(found)),
    group(form, text.groupWarnings(), warningsOffered(found), text.warningsHint()),
  ].filter((each) => each !== null);
  if (groups.length === 0) return suggestNote(text.nothingSuggested());
  return panel(html`<p class="hint">${text.suggestHint()}</p>
${groups}
<p class="submit actions"><button type="submit" form="${form}" formaction="${deskSuggestUrl}"
 name="do" value="add">${text.addTicked()}</button></p>`);
}

/** A sentence in the place of suggestions. */
export function suggestNote(sentence: string): Html {
  return panel(html`<p role="status">${sentence}</p>`);
}

function panel(body: Html): Html {
  return html`<section class="desk-suggestions" aria-labelledby="suggestions-heading">
<h3 class="heading" id="suggestions-heading">${text.suggestHeading()}</h3>
${body}
</section>`;
}

function group(form: string, legend: string, offered: readonly Offered[], hint?: string) {
  if (offered.length === 0) return null;
  return html`<fieldset class="group">
<legend>${legend}</legend>
${hint && html`<p class="hint">${hint}</p>`}
<ul class="suggested">
${offered.map(
  ({ value, label, why, quotes }) => html`<li><label><input type="checkbox" form="${form}"
 name="suggested" value="${value}"> ${label}</label>
<p class="hint">${why}${quotes.map((quote) => html` <q dir="auto">${quote}</q>`)}</p></li>
`,
)}</ul>
</fieldset>
`;
}

function languageOffered({ language }: Suggestions, languages: Languages): Offered[] {
  // What an archive does not have, it cannot be told.
  if (language === null || languages.find(language) === null) return [];
  const name = languages.nameOf(language);
  return [{ value: `language:${language}`, label: name, why: text.whyLanguage(), quotes: [] }];
}

function fandomsOffered({ fandoms }: Suggestions): Offered[] {
  return fandoms.map(({ name, characters }) => ({
    value: `fandom:${name}`,
    label: name,
    why: text.whyFandom({ names: characters.join(', ') }),
    quotes: [],
  }));
}

function charactersOffered({ characters }: Suggestions): Offered[] {
  return characters.map(({ name, called, count, snippet }) => ({
    value: `character:${name}`,
    label: name,
    why: text.whyCharacter({ called, count }),
    quotes: [snippet],
  }));
}

function pairsOffered({ relationships, passages }: Suggestions): Offered[] {
  return relationships.map(({ name, together, close }) => ({
    value: `relationship:${name}`,
    label: name,
    why: text.whyPair({ together, passages, close }),
    quotes: [],
  }));
}

function warningsOffered({ warnings }: Suggestions): Offered[] {
  const labels = {
    violence: text.warningViolence(),
    death: text.warningDeath(),
    nonCon: text.warningNonCon(),
  };
  return warnings.map(({ warning, count, snippets }) => ({
    value: `warning:${warningIds[warning]}`,
    label: labels[warning],
    why: text.whyWarning({ count }),
    quotes: snippets,
  }));
}
