// How a person likes to read: shown, tried, and kept on the device and in the account.
import { seeOther } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import {
  formatReading,
  parseReading,
  type ReadingPreferences,
  readingChoices,
} from '../../../shared/reading.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { readingCookie } from '../../../web/serve/index.ts';
import { returnPath, saveReading } from '../../accounts/index.ts';
import { deviceCookieSeconds } from '../limits.ts';
import { text } from '../messages.ts';
import { readingPage } from '../pages/reading-page.ts';
import { readingUrl } from '../urls.ts';

/** With choices in the address the page shows itself in them; nothing is kept yet. */
export function showReading(ask: Ask): Response {
  const isTried = Object.keys(readingChoices).some((choice) => ask.query.has(choice));
  const returnTo = returnPath(ask.query.get('return_to') ?? '');
  const frame = ask.frame();
  const reading = isTried ? chosen((choice) => ask.query.get(choice)) : frame.reading;
  const shown = { ...frame, reading };
  return answerPage({ ...ask, frame: () => shown }, readingPage(shown, { returnTo, isTried }));
}

export async function keepReading(ask: Ask, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const reading = chosen((choice) => form.text(choice));
  // Plain, because client/reading-panel.ts writes it too.
  ask.setCookie(readingCookie, formatReading(reading), {
    maxAgeSeconds: deviceCookieSeconds,
    httpOnly: false,
  });
  if (ask.viewer.kind === 'member') await saveReading(parts, ask.viewer, reading);
  const returnTo = returnPath(form.text('return_to'));
  // Back on a work, the new look itself says that it is kept.
  return returnTo === null ? answerDone(ask, readingUrl, text.readingKept()) : seeOther(returnTo);
}

/** Words that are no choice fall to the default. */
function chosen(wordFor: (choice: string) => string | null): ReadingPreferences {
  return parseReading(
    Object.keys(readingChoices)
      .map((choice) => wordFor(choice) ?? '')
      .join('.'),
  );
}
