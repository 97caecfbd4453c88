// How numbers and days are written.
import { type Html, type HtmlValue, html } from '../../kit/html/index.ts';

/** `1,234`: the form that tools read, whatever the page's language. */
export function numberText(value: number): string {
  return numberFormat.format(value);
}

/** `2024-03-01`, in the given IANA zone (guests: UTC). Takes milliseconds since 1970 or a Date. */
export function dateText(when: Date | number, zone = 'UTC'): string {
  if (zone === 'UTC') return new Date(when).toISOString().slice(0, 10);
  return dayFormat(zone).format(when);
}

/** `09 May 2024`, as above. */
export function dayText(when: Date | number, zone = 'UTC'): string {
  const [year, month, day] = dateText(when, zone).split('-') as [string, string, string];
  return `${day} ${months[Number(month) - 1]} ${year}`;
}

export type Term = readonly [term: HtmlValue, description: HtmlValue];

export function definitionList(terms: readonly Term[], className?: string): Html {
  const rows = terms.map(([term, description]) => html`<dt>${term}</dt><dd>${description}</dd>`);
  return html`<dl${className && html` class="${className}"`}>${rows}</dl>`;
}

const numberFormat = new Intl.NumberFormat('en-US');

// English three-letter months are part of what tools read, so they are no message.
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

// A formatter costs some 50 microseconds to make, a list shows twenty days.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  let format = dayFormats.get(timeZone);
  if (format === undefined) {
    // Canada writes the year first, with hyphens.
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
    dayFormats.set(timeZone, format);
  }
  return format;
}
