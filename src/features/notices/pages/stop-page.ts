// Where a mail's link leads that stops mails: no log-in, one button, no token of a form, because
// mail programs press it too.
import { html } from '../../../kit/html/index.ts';
import { submitButtons } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';

export function stopPage(action: string): Page {
  return {
    ...frame,
    title: text.stopTitle(),
    body: html`<h2 class="heading">${text.stopTitle()}</h2>
<p>${text.stopLead()}</p>
<p>${text.stopExplanation()}</p>
<form action="${action}" method="post">
${submitButtons([{ label: text.stopButton() }])}
</form>`,
  };
}

export function stoppedPage(): Page {
  return {
    ...frame,
    title: text.stoppedTitle(),
    body: html`<h2 class="heading">${text.stoppedTitle()}</h2>
<p>${text.stopped()}</p>`,
  };
}

const frame = { mainClass: 'notices-stop region', indexable: false } as const;
