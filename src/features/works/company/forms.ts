// The part of a work's form that is about others: series and co-creators.
import type { Form } from '../../../kit/http/index.ts';
import { parseId, type SeriesId } from '../../../shared/ids.ts';
import { splitTagNames } from '../../tags/index.ts';
import type { Gift, Work } from '../work.ts';
import type { CompanyWishes } from './actions/settle-company.ts';

export type CompanyFields = {
  /** Numbers as typed, by the ids of the series that the work stands in. */
  readonly numbers: Readonly<Record<string, string>>;
  /** The id of a series to add it to, or empty. */
  readonly seriesAdd: string;
  /** The title of a new one. */
  readonly seriesNew: string;
  readonly seriesNumber: string;
  readonly coCreators: string;
  readonly gifts: string;
  /** The form has this part at all; without it all stays as it is. */
  readonly sent: boolean;
};

export const emptyCompanyFields: CompanyFields = {
  numbers: {},
  seriesAdd: '',
  seriesNew: '',
  seriesNumber: '',
  coCreators: '',
  gifts: '',
  sent: true,
};

export function fieldsOfCompany(work: Pick<Work, 'series' | 'gifts'>): CompanyFields {
  const numbers = work.series.map(({ id, position }) => [id, String(position)]);
  const gifts = work.gifts.map(asTyped).join(', ');
  return { ...emptyCompanyFields, numbers: Object.fromEntries(numbers), gifts };
}

/** So that it means the same person again. */
function asTyped({ name, login }: Gift): string {
  return login === null || login === name ? name : `${name} (${login})`;
}

export function readCompanyFields(form: Form): CompanyFields {
  return {
    numbers: readNumbers(form, 'series'),
    seriesAdd: form.text('seriesAdd'),
    seriesNew: form.text('seriesNew'),
    seriesNumber: form.text('seriesNumber'),
    coCreators: form.text('coCreators'),
    gifts: form.text('gifts'),
    sent: form.has('seriesAdd'),
  };
}

/** Fields `name[ID]` by their ids. */
export function readNumbers(form: Form, name: string): Record<string, string> {
  const numbers: Record<string, string> = {};
  for (const [key] of form.entries()) {
    const id = key.startsWith(`${name}[`) ? key.slice(name.length + 1, -1) : '';
    if (parseId(id) !== null) numbers[id] = form.text(key);
  }
  return numbers;
}

/** Empty: null. What is no whole number becomes one that the check refuses. */
export function readNumber(typed: string): number | null {
  const trimmed = typed.trim();
  if (trimmed === '') return null;
  return /^[0-9]{1,9}$/.test(trimmed) ? Number(trimmed) : 0;
}

export function asCompanyWishes(fields: CompanyFields): CompanyWishes {
  if (!fields.sent) return {};
  const present = Object.entries(fields.numbers).flatMap(([id, typed]) => {
    const position = readNumber(typed);
    return position === null ? [] : [{ id: Number(id) as SeriesId, position }];
  });
  const position = readNumber(fields.seriesNumber);
  const added = parseId<SeriesId>(fields.seriesAdd);
  const title = fields.seriesNew.trim();
  return {
    series: [
      ...present,
      ...(added === null ? [] : [{ id: added, position: title === '' ? position : null }]),
      ...(title === '' ? [] : [{ title, position }]),
    ],
    coCreators: splitTagNames(fields.coCreators),
    gifts: splitTagNames(fields.gifts),
  };
}
