// Turning what stands in the field of a text into another format, for the form's script.
import { jsonResponse, problemResponse, Refused } from '../../../kit/http/index.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { asFormat } from '../forms.ts';
import { text } from '../messages.ts';
import { type FormattingKind, inOtherFormat } from '../other-format.ts';

const names: Readonly<Record<FormattingKind, () => string>> = {
  emphasis: text.lostEmphasis,
  links: text.lostLinks,
  headings: text.lostHeadings,
  lists: text.lostLists,
  quotes: text.lostQuotes,
  tables: text.lostTables,
  classes: text.lostClasses,
  other: text.lostOther,
};

/** Answers with the text and with the names of what is lost; keeps nothing. */
export async function submitOtherFormat(ask: MemberAsk): Promise<Response> {
  const form = await ask.form();
  const answer = inOtherFormat(
    form.text('text'),
    asFormat(form.text('from')),
    asFormat(form.text('to')),
  );
  if ('problem' in answer) {
    return problemResponse(new Refused(422, { detail: text.formatUnread() }));
  }
  return jsonResponse({ text: answer.text, lost: answer.lost.map((kind) => names[kind]()) });
}
