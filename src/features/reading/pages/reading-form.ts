// The choices of how text is shown, for the panel on a work's page and for the page of its own.
import { type Html, html } from '../../../kit/html/index.ts';
import { type ReadingPreferences, readingChoices } from '../../../shared/reading.ts';
import { formFor, hiddenField, radioGroup, submitButtons } from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { readingUrl } from '../urls.ts';

/**
 * A form that keeps the choices and comes back to `returnTo`. A guest whose page is the same for
 * every guest has no form token: theirs leads by GET to the page where the choice can be seen and
 * kept. With script both act at once (client/reading-panel.ts).
 */
export function readingForm(frame: Frame, returnTo: string): Html {
  const rows = Object.keys(readingChoices).map((choice) =>
    choiceRow(choice as keyof ReadingPreferences, frame.reading),
  );
  const body = html`<div data-enhance="reading-panel">${rows}
${hiddenField('return_to', returnTo)}${submitButtons([{ label: text.show() }])}</div>`;
  if (frame.formToken !== '') {
    return formFor({ action: readingUrl, token: frame.formToken, className: 'reading', body });
  }
  return html`<form action="${readingUrl}" method="get" class="reading">${body}</form>`;
}

/** One row: theme, font, size, width, spacing, counts or skins. */
export function choiceRow(choice: keyof ReadingPreferences, chosen: ReadingPreferences): Html {
  return radioGroup({
    name: choice,
    legend: text[choice](),
    value: chosen[choice],
    options: readingChoices[choice].map((value) => ({ value, label: labelOf(choice, value) })),
  });
}

function labelOf(choice: keyof ReadingPreferences, value: string): string {
  return text[`${choice}_${value}` as 'theme_auto']();
}
