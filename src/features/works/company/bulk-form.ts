// The form that changes many works: from what a browser sent to a change.
import type { Form } from '../../../kit/http/index.ts';
import { parseId, type SeriesId, type WorkId } from '../../../shared/ids.ts';
import { splitTagNames } from '../../tags/index.ts';
import { type BulkChange, type BulkTagType, bulkTagTypes } from './actions/bulk.ts';

/** As typed, by the names of the fields. */
export type BulkFields = {
  readonly tags: Readonly<Record<string, string>>;
  readonly rating: string;
  readonly warnings: readonly string[];
  readonly language: string;
  readonly readers: string;
  readonly seriesAdd: string;
  readonly seriesNew: string;
};

export const tagFieldOf = (act: 'add' | 'remove', type: BulkTagType) => `${act}[${type}]`;

export function readBulkFields(form: Form): BulkFields {
  const names = bulkTagTypes.flatMap((type) => [
    tagFieldOf('add', type),
    tagFieldOf('remove', type),
  ]);
  return {
    tags: Object.fromEntries(names.map((name) => [name, form.text(name)])),
    rating: form.text('rating'),
    warnings: form.all('warnings'),
    language: form.text('language'),
    readers: form.text('readers'),
    seriesAdd: form.text('seriesAdd'),
    seriesNew: form.text('seriesNew'),
  };
}

/** The same fields as they are sent, to go along hidden. */
export function sentBulkFields(fields: BulkFields): [name: string, value: string][] {
  const { tags, warnings, ...plain } = fields;
  return [
    ...Object.entries(tags),
    ...Object.entries(plain),
    ...warnings.map((value): [string, string] => ['warnings', value]),
  ];
}

export function asBulkChange(fields: BulkFields): BulkChange {
  const named = (act: 'add' | 'remove') => {
    const of = (type: BulkTagType) => splitTagNames(fields.tags[tagFieldOf(act, type)] ?? '');
    return {
      fandom: of('fandom'),
      relationship: of('relationship'),
      character: of('character'),
      freeform: of('freeform'),
    };
  };
  const title = fields.seriesNew.trim();
  const id = parseId<SeriesId>(fields.seriesAdd);
  const chosen = id === null ? null : { id };
  return {
    add: named('add'),
    remove: named('remove'),
    rating: fields.rating || null,
    warnings: fields.warnings.length > 0 ? fields.warnings : null,
    language: fields.language || null,
    restricted: fields.readers === '' ? null : fields.readers === 'members',
    series: title === '' ? chosen : { title },
  };
}

/** The works chosen, each once. */
export function chosenWorks(form: Form): WorkId[] {
  return [...new Set(form.all('works').flatMap((one) => parseId<WorkId>(one) ?? []))];
}
