// Notes between wranglers on a tag.
import { type Html, html } from '../../../kit/html/index.ts';
import { dateText, formFor, textArea } from '../../../web/controls.ts';
import { noteCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import { tagNotesUrl } from '../urls.ts';
import type { TagShown } from './tag-page.ts';

export function renderNotes({ tag, notes, note, me, problems, token }: TagShown): Html {
  const rows = notes.map((one) => {
    const own = formFor({
      action: tagNotesUrl(tag),
      token,
      className: 'undo',
      body: html`<button name="delete" value="${one.id}">${text.noteDelete()}</button>`,
    });
    const when = text.noteBy({ login: one.login, date: dateText(one.at) });
    return html`<li><p class="body" dir="auto">${one.body}</p>
<p class="when">${when}</p>${one.by === me && own}</li>`;
  });
  return html`<h3 class="heading" id="notes">${text.notesHeading()}</h3>
${notes.length === 0 ? html`<p>${text.notesNone()}</p>` : html`<ol class="notes">${rows}</ol>`}
${formFor({
  action: tagNotesUrl(tag),
  token,
  body: [
    textArea({
      name: 'note',
      label: text.noteLabel(),
      hint: text.noteHint(),
      value: note,
      rows: 3,
      limit: noteCharactersMax,
      problems,
    }),
    html`<button type="submit">${text.noteButton()}</button>`,
  ],
})}`;
}
