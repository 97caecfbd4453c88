// How the author of a comment is named.
import { type Html, html } from '../../../kit/html/index.ts';
import { pseudUrl } from '../../accounts/urls.ts';
import type { Author } from '../comment.ts';
import { text } from '../messages.ts';

/** The name as plain text. */
export function authorName(author: Author): string {
  switch (author.kind) {
    case 'member':
      return author.name === author.login ? author.name : `${author.name} (${author.login})`;
    case 'guest':
      return `${author.name} ${text.guestMark()}`;
    case 'anonymous-creator':
      return text.anonymousCreator();
    case 'former-creator':
      return text.formerCreator();
    case 'gone':
      return text.deletedAccount();
  }
}

/** A link to the member; a creator who is anonymous on this work stays so. */
export function authorLink(author: Author): Html {
  switch (author.kind) {
    case 'member':
      return html`<a href="${pseudUrl(author.login, author.name)}">${authorName(author)}</a>`;
    case 'guest':
      return html`<span>${author.name} <span class="mark">${text.guestMark()}</span></span>`;
    default:
      return html`<span>${authorName(author)}</span>`;
  }
}
