// The writing check: takes a form of a work or a chapter, and gives it back with what was found.
import { jsonResponse, Refused } from '../../kit/http/index.ts';
import { Unanswered } from '../../kit/threads/asked-thread.ts';
import type { Parts } from '../../shared/parts.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { readLanguages, type SentForm, sentForm } from '../works/index.ts';
import { type Desk, findingKey } from './desk.ts';
import { reasonOf, text } from './messages.ts';
import { checkNote, findingsPanel, type ListedFinding } from './pages/findings.ts';
import { deleteDismissals, insertDismissal, listDismissals } from './store.ts';

type Checked = {
  readonly findings: readonly ListedFinding[];
  readonly words: number;
  readonly dismissed: number;
  readonly cut: boolean;
};

export function submitCheck(desk: Desk) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const form = await sentForm(ask, parts);
    const wantsJson = ask.request.headers.get('accept')?.includes('application/json') ?? false;
    const problem = await problemOf(form, parts);
    if (problem !== null) {
      return wantsJson ? jsonResponse(emptyJson(problem)) : form.again(checkNote(problem));
    }
    await keepDismissal(ask, parts, form.sent.text('dismiss'));
    try {
      const checked = await check(desk, ask, parts, form);
      if (wantsJson) return jsonResponse(asJson(checked));
      return form.again(findingsPanel({ form: form.id, field: form.textName, ...checked }));
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      parts.log.warn({ reason: error.message }, 'a text was not checked');
      if (wantsJson) throw new Refused(503, { detail: text.checkBusy() });
      return form.again(checkNote(text.checkBusy()), { status: 503 });
    }
  };
}

async function problemOf(
  { text: source, language }: SentForm,
  { database }: Parts,
): Promise<string | null> {
  if (source.trim() === '') return text.checkEmpty();
  if (language === '' || /^en(?:-|$)/.test(language)) return null;
  const languages = await readLanguages(database.read);
  return text.checkEnglishOnly({ language: languages.nameOf(language) });
}

async function check(
  desk: Desk,
  ask: MemberAsk,
  parts: Parts,
  { text: typed, format }: SentForm,
): Promise<Checked> {
  // Places count as the browser's field does: one sign for each end of a line.
  const source = typed.replace(/\r\n?/g, '\n');
  const { findings, words, cut } = await desk.check({ source, format });
  const kept = await listDismissals(parts.database.read, ask.viewer.userId);
  const dismissed = new Set(kept.map(({ finding }) => finding));
  const all = findings.map((finding) => ({ finding, key: findingKey(finding) }));
  const shown = all.filter(({ key }) => !dismissed.has(key));
  return { findings: shown, words, dismissed: all.length - shown.length, cut };
}

/** `none`: nothing is dismissed any more. */
async function keepDismissal(ask: MemberAsk, parts: Parts, dismiss: string): Promise<void> {
  const user = ask.viewer.userId;
  if (dismiss === 'none') {
    await parts.database.write((transaction) => deleteDismissals(transaction, user));
  } else if (/^[\w-]{22}$/.test(dismiss)) {
    const at = parts.clock.now();
    await parts.database.write((transaction) => insertDismissal(transaction, user, dismiss, at));
  }
}

function asJson({ findings, words, dismissed, cut }: Checked) {
  return {
    words,
    dismissed,
    cut,
    note: null,
    findings: findings.map(({ finding, key }) => ({ ...finding, why: reasonOf(finding), key })),
  };
}

function emptyJson(note: string) {
  return { words: 0, dismissed: 0, cut: false, note, findings: [] };
}
