// Rescue by a form: the text stands in it with all that was changed, and is read again each time.
import type { Form } from '../../../kit/http/index.ts';
import { Unanswered } from '../../../kit/threads/asked-thread.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Rescued } from '../../../text/index.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { editWorkUrl } from '../../works/urls.ts';
import { decodeText } from '../readers/encodings.ts';
import { FileRefused } from '../refused-file.ts';
import { partsOf, readChoices } from './choices.ts';
import { makeDraft } from './draft.ts';
import { rescueCharactersMax, shownPartsMax } from './limits.ts';
import { text } from './messages.ts';
import { rescuePage } from './pages/rescue-page.ts';
import { rescuedPage } from './pages/rescued-page.ts';
import type { Look, Rescuer } from './rescuer.ts';

export function showRescue(ask: MemberAsk): Response {
  return answerPage(ask, rescuePage(ask.frame(), { text: '', look: 'missing', errors: [] }));
}

export function submitRescue(rescuer: Rescuer) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const form = await ask.form();
    const look = lookOf(form);
    const given = readGiven(form);
    const again = (typed: string, field: string, detail: string, status: number) => {
      const page = { text: typed, look, errors: [{ field, detail }] };
      return answerPage(ask, rescuePage(ask.frame(), page), status);
    };
    if (given.problem !== null) return again(given.text, given.field, given.detail, 422);
    try {
      const rescued = await rescuer.rescue(given.text, look);
      return await answerRescued(ask, parts, { form, look, source: given.text, rescued });
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      parts.log.warn({ reason: error.message }, 'a text was not rescued');
      return again(given.text, 'text', text.rescueBusy(), 503);
    }
  };
}

type Answered = {
  readonly form: Form;
  readonly look: Look;
  readonly source: string;
  readonly rescued: Rescued;
};

async function answerRescued(
  ask: MemberAsk,
  parts: Parts,
  { form, look, source, rescued }: Answered,
): Promise<Response> {
  // What was changed of another text says nothing of this one.
  const isSame = form.text('length') === String(rescued.text.length) && form.text('do') !== 'again';
  const choices = isSame ? readChoices(form) : { turned: new Set<number>(), kinds: new Map() };
  const found = partsOf(rescued, choices);
  const title = form.text('title');
  const shown = { source, look, rescued, choices, parts: found, title };
  const first = firstShown(form, found.length, isSame);
  if (form.text('do') !== 'draft') {
    return answerPage(ask, rescuedPage(ask.frame(), { ...shown, first, errors: [] }));
  }
  const made = await makeDraft(parts, ask.viewer, rescued.text, found, title);
  if (made.ok) return answerDone(ask, editWorkUrl({ id: made.id }), text.draftMade());
  const errors = [{ field: 'title', detail: made.reason }];
  return answerPage(ask, rescuedPage(ask.frame(), { ...shown, first, errors }), 422);
}

type Given =
  | { readonly text: string; readonly problem: null }
  | {
      readonly text: string;
      readonly problem: true;
      readonly field: string;
      readonly detail: string;
    };

function readGiven(form: Form): Given {
  const [file] = form.files('file').filter(({ bytes }) => bytes.byteLength > 0);
  let given = form.text('text');
  if (file !== undefined) {
    try {
      given = decodeText(file.bytes).text;
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return { text: given, problem: true, field: 'file', detail: error.message };
    }
  }
  if (given.trim() === '') {
    return { text: given, problem: true, field: 'text', detail: text.textMissing() };
  }
  if (given.length > rescueCharactersMax * 1.05) {
    const detail = text.textTooLong({ long: given.length, most: rescueCharactersMax });
    return { text: file === undefined ? given : '', problem: true, field: 'text', detail };
  }
  return { text: given, problem: null };
}

function lookOf(form: Form): Look {
  const said = form.text('look');
  return said === 'everywhere' || said === 'nowhere' ? said : 'missing';
}

function firstShown(form: Form, count: number, isSame: boolean): number {
  const asked = form.has('show') ? form.text('show') : form.text('first');
  const first = isSame && /^\d{1,7}$/.test(asked) ? Number(asked) : 0;
  const last = Math.max(0, count - 1);
  return Math.min(first, last - (last % shownPartsMax));
}
