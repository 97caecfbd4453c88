// How long a text is, in words and in the time it takes to read.
import { readingMinutes } from '../../../text/index.ts';
import { text } from '../messages.ts';

const minutesPerHour = 60;

/** `3,120 words · 13 minutes`; from an hour and a half on in hours. */
export function lengthText(words: number, language: string): string {
  const minutes = readingMinutes(words, language);
  const hours = Math.round(minutes / minutesPerHour);
  const time = minutes < 1.5 * minutesPerHour ? text.minutes({ minutes }) : text.hours({ hours });
  return `${text.words({ words })} · ${time}`;
}
