import { type Html, html } from '../../../kit/html/index.ts';
import { hostDeskUrl } from '../../site/urls.ts';
import { text } from '../messages.ts';

export function backToDesk(): Html {
  return html`<p><a href="${hostDeskUrl}">${text.backToDesk()}</a></p>`;
}
