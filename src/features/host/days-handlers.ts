// The archive's own statistics, for the host alone.

import { csvOf } from '../../kit/csv/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { countNow } from './days.ts';
import { daysInFile, daysShown } from './limits.ts';
import { daysPage, dayWord, measures } from './pages/days-page.ts';
import { listDays } from './store/days.ts';

export async function showDays(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { read } = parts.database;
  const kept = await listDays(read, daysShown);
  // A new archive has numbers before its first chore has run.
  const days = kept.length > 0 ? kept : [await countNow(parts)];
  return answerPage(ask, daysPage(days));
}

export async function sendDays(_ask: MemberAsk, parts: Parts): Promise<Response> {
  const days = (await listDays(parts.database.read, daysInFile)).reverse();
  const rows = days.map((row) => [dayWord(row.day), ...measures.map((measure) => row[measure])]);
  return new Response(csvOf([['day', ...measures], ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="archive.csv"',
      'cache-control': 'no-store',
    },
  });
}
