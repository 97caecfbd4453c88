// The page of reading preferences, with a few lines to try them on.
import { html, nothing } from '../../../kit/html/index.ts';
import { type ReadingPreferences, readingChoices } from '../../../shared/reading.ts';
import { formFor, hiddenField, submitButtons } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { readingUrl } from '../urls.ts';
import { choiceRow } from './reading-form.ts';

export type ReadingPage = {
  /** Where to go once the choice is kept: a path of this site, or null for this page again. */
  readonly returnTo: string | null;
  /** The choice came with the address and is not kept yet. */
  readonly isTried: boolean;
};

export function readingPage(frame: Frame, { returnTo, isTried }: ReadingPage): Page {
  const { viewer, reading, formToken } = frame;
  const lead = viewer.kind === 'member' ? text.readingLeadMember() : text.readingLead();
  const rows = Object.keys(readingChoices).map((choice) =>
    choiceRow(choice as keyof ReadingPreferences, reading),
  );
  const body = html`<div data-enhance="reading-panel">${rows}
${returnTo === null ? nothing : hiddenField('return_to', returnTo)}
${submitButtons([{ label: text.keep() }], returnTo ?? undefined)}</div>`;
  return {
    title: text.readingTitle(),
    mainClass: 'reading-preferences region',
    indexable: false,
    styles: ['reading'],
    body: html`<h2 class="heading">${text.readingTitle()}</h2>
<p>${isTried ? text.readingTryOut() : lead}</p>
${formFor({ action: readingUrl, token: formToken, className: 'reading', body })}
<h3 class="heading">${text.readingSample()}</h3>
<div class="prose reading-sample">
<p>${text.sampleParagraph1()}</p>
<p>${text.sampleParagraph2()}</p>
</div>`,
  };
}
