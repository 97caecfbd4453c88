// The languages that works may be in: a vocabulary that the host edits.
import type { FieldError, Form } from '../../kit/http/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { writeAudit } from '../accounts/index.ts';
import { changeLanguages, type LanguagesWish, readLanguages } from '../works/index.ts';
import { text } from './messages.ts';
import { type LanguageRow, languagesDeskPage } from './pages/languages-page.ts';
import { languagesDeskUrl } from './urls.ts';

export async function showLanguages(ask: MemberAsk, parts: Parts): Promise<Response> {
  const rows = await readRows(parts);
  const added = { tag: '', name: '', direction: 'ltr' } as const;
  return answerPage(ask, languagesDeskPage(ask.frame(), { rows, added }));
}

export async function submitLanguages(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  // Of what came since the page was shown the form says nothing.
  const sent = (await readRows(parts))
    .filter(({ tag }) => form.has(`name[${tag}]`))
    .map((row) => ({
      ...row,
      name: form.text(`name[${row.tag}]`),
      direction: directionSent(form, `direction[${row.tag}]`),
      place: form.text(`place[${row.tag}]`).trim(),
      offered: form.ticked(`offered[${row.tag}]`),
    }));
  const added = {
    tag: form.text('new_code').trim(),
    name: form.text('new_name'),
    direction: directionSent(form, 'new_direction'),
  };
  const isNew = added.tag !== '' || added.name.trim() !== '';
  const entries = sent.map((row) => ({ ...row, place: Number(row.place) }));
  const errors = await change(ask, parts, { entries, added: isNew ? added : null });
  if (errors.length > 0) {
    return answerPage(ask, languagesDeskPage(ask.frame(), { rows: sent, added, errors }), 422);
  }
  return answerDone(ask, languagesDeskUrl, text.vocabularySaved());
}

/** Each change is written into the audit. */
async function change(
  ask: MemberAsk,
  { database, ids, clock }: Parts,
  wish: LanguagesWish,
): Promise<readonly FieldError[]> {
  const at = clock.now();
  return database.write(async (transaction) => {
    const { errors, changes } = await changeLanguages(transaction, wish, at);
    for (const detail of changes) {
      await writeAudit(transaction, {
        id: ids.next(),
        at,
        actorId: ask.viewer.userId,
        act: 'change language',
        subjectKind: 'site',
        subjectId: 0,
        detail,
      });
    }
    return errors;
  });
}

async function readRows(parts: Parts): Promise<LanguageRow[]> {
  const { all } = await readLanguages(parts.database.read);
  return all.map(({ tag, name, direction, offered }, at) => {
    return { tag, name, direction, place: String(at + 1), offered };
  });
}

function directionSent(form: Form, name: string): 'ltr' | 'rtl' {
  return form.text(name) === 'rtl' ? 'rtl' : 'ltr';
}
