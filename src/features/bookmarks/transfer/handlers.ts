// Taking bookmarks home and bringing them in.
import type { FieldError } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import type { Finding } from '../../finding/index.ts';
import { importCharactersMax, importedMost } from '../limits.ts';
import { text } from '../messages.ts';
import { planPage, transferPage } from '../pages/transfer-pages.ts';
import { personBookmarksUrl } from '../urls.ts';
import { readTable, writeCsv } from './as-csv.ts';
import { readJson, writeJson } from './as-json.ts';
import type { Entry } from './entry.ts';
import { exportedEntries } from './export.ts';
import { type Kept, performImport, planImport, type WorksOfSources } from './import.ts';

export async function showTransfer(ask: MemberAsk): Promise<Response> {
  return answerPage(ask, transferPage(ask.frame(), ask.viewer.login));
}

export function sendBookmarks(finding: Finding, format: 'json' | 'csv') {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const entries = await exportedEntries(parts, finding, ask.viewer);
    const body = format === 'json' ? writeJson(entries) : writeCsv(entries);
    const type = format === 'json' ? 'application/json' : 'text/csv; charset=utf-8';
    return new Response(body, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="bookmarks.${format}"`,
        'cache-control': 'private, no-store',
      },
    });
  };
}

/** First with a file, and what would be kept is shown; then with what was in it, and it is kept. */
export function submitImport(finding: Finding, worksOfSources: WorksOfSources) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const form = await ask.form();
    const [file] = form.files('file');
    const content =
      file === undefined ? form.text('content') : new TextDecoder().decode(file.bytes);
    const refused = (detail: string) => refuse(ask, { field: 'file', detail });
    if (content.trim() === '') return refused(text.importMissing());
    if (content.length > importCharactersMax) {
      return refused(text.importLong({ most: importCharactersMax }));
    }
    const entries = readEntries(content, importedMost + 1);
    if (entries.length === 0) return refused(text.importNotRead());
    const first = entries.slice(0, importedMost);
    const planned = await planImport(parts, finding, ask.viewer, first, worksOfSources);
    if (!form.ticked('keep')) {
      const isCut = entries.length > first.length;
      return answerPage(ask, planPage(ask.frame(), { content, planned, isCut }));
    }
    const isReplaced = form.text('existing') === 'replace';
    const kept = await performImport(parts, ask.viewer, planned, isReplaced);
    return answerDone(ask, personBookmarksUrl(ask.viewer.login), sentence(kept));
  };
}

function refuse(ask: MemberAsk, problem: FieldError): Promise<Response> {
  return Promise.resolve(
    answerPage(ask, transferPage(ask.frame(), ask.viewer.login, [problem]), 422),
  );
}

function sentence({ kept, changed, full }: Kept): string {
  const said = text.imported({ kept, changed });
  return full ? `${said} ${text.importedFull()}` : said;
}

function readEntries(content: string, most: number): Entry[] {
  const isJson = /^\ufeff?\s*[[{]/.test(content);
  return (isJson ? readJson(content.replace(/^\ufeff/, ''), most) : readTable(content, most)) ?? [];
}
