// A refusal, or a defect, as an answer: a page for people, a problem document for machines, and
// one line in the log for the host when it was our fault.
import { html } from '../../kit/html/index.ts';
import { found, pageResponse, problemResponse, Refused } from '../../kit/http/index.ts';
import type { Log } from '../../kit/log/index.ts';
import { guest } from '../../shared/viewer.ts';
import { renderDocument } from '../document.ts';
import { errorPage, isErrorStatus } from '../error-page.ts';
import { text } from '../messages.ts';
import { frameOf } from './frame-of.ts';
import { keptTyping } from './kept-typing.ts';
import type { RefusalState, Serving } from './serving.ts';

/** The refusal that an error stands for; what we did not expect is logged with its stack. */
export function asRefused(error: unknown, log: Log, path: string): Refused {
  if (error instanceof Refused) return error;
  const { code = '', message = '' } = error as { code?: unknown; message?: unknown };
  const reason = String(code) || String(message);
  const isFull = fullCodes.test(reason);
  const isAway = awayCodes.test(reason) || awayMessages.test(reason);
  if (isFull || isAway) {
    log.error({ reason, path }, isFull ? 'the disk is full' : 'the database does not answer');
    const detail = isFull ? text.diskFull() : text.databaseAway();
    return new Refused(503, { detail, headers: { 'retry-after': '30' } });
  }
  const stack = error instanceof Error ? error.stack : String(error);
  log.error({ path, stack }, 'a defect ended a request');
  return new Refused(500);
}

// SQLite, then PostgreSQL and the operating system.
const fullCodes = /^(SQLITE_(FULL|IOERR\w*|READONLY\w*)|53100|ENOSPC)$/;
const awayCodes = /^(SQLITE_BUSY\w*|ECONN\w+|EPIPE|ETIMEDOUT|57P0[123]|08\w{3}|53300|40001|40P01)$/;
// pg gives these no code.
const awayMessages =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

export async function answerRefusal(
  serving: Serving,
  request: Request,
  refused: Refused,
  state: RefusalState,
): Promise<Response> {
  const path = new URL(request.url).pathname;
  const isForScript = request.headers.get('accept') === 'application/json';
  if (path.startsWith('/api/') || isForScript) return problemResponse(refused);
  const { ask } = state;
  if (refused.status === 401 && (request.method === 'GET' || request.method === 'HEAD')) {
    const returnTo = ask === null ? '/' : `${ask.path}${ask.url.search}`;
    return found(`/users/login?return_to=${encodeURIComponent(returnTo)}`);
  }
  const status = refused.status === 401 ? 403 : refused.status;
  const page = errorPage(isErrorStatus(status) ? status : 400, {
    ...(refused.options.detail === undefined ? {} : { explanation: refused.options.detail }),
    ...(refused.options.link === undefined ? {} : { link: refused.options.link }),
    ...retryAfter(refused),
  });
  const body = html`${page.body}${keptTyping(state.form)}`;
  const frame = ask === null ? await bareFrame(serving, path) : ask.frame();
  return pageResponse(renderDocument(frame, { ...page, body }), status, refused.options.headers);
}

function retryAfter(refused: Refused): { retryAfterSeconds?: number } {
  const seconds = Number(refused.options.headers?.['retry-after']);
  return Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {};
}

/** A frame for requests that were refused before anybody asked who they are. */
async function bareFrame(serving: Serving, path: string) {
  const nothingSet = {
    name: 'Inkstead',
    notice: null,
    newWorkLanguage: '',
    readOnly: false,
    guest,
  };
  const read = await serving.readSite().catch(() => nothingSet);
  const site = { ...read, signUpOpen: false };
  return frameOf({
    site,
    viewer: guest,
    formToken: '',
    path,
    cookies: new Map(),
    accountReading: null,
    assets: serving.assets,
    unread: 0,
    forgetFlash: () => {},
  });
}
