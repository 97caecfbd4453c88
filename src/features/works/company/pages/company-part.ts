// The part of the work form about series and co-creators.
import { type Html, html } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import { fieldset, selectField, textField } from '../../../../web/controls.ts';
import { titleCharactersMax } from '../../limits.ts';
import type { CompanyFields } from '../forms.ts';
import { text } from '../messages.ts';

export type NamedSeries = { readonly id: number; readonly title: string };

/** `series`: those of the person, and those the work stands in. */
export function companyPart(
  fields: CompanyFields,
  series: readonly NamedSeries[],
  sent: readonly FieldError[],
): Html {
  const places = series.filter(({ id }) => String(id) in fields.numbers);
  const others = series.filter(({ id }) => !(String(id) in fields.numbers));
  // What is wrong with series stands beside the first field of them.
  const errors = sent.map(({ field, detail }) => {
    return { field: field === 'series' ? 'seriesAdd' : field, detail };
  });
  return fieldset(
    text.sectionSeries(),
    html`${places.map(({ id, title }) =>
      textField({
        name: `series[${id}]`,
        label: text.seriesPlace({ title }),
        value: fields.numbers[id] ?? '',
        hint: text.seriesPlaceHint(),
        inputmode: 'numeric',
        problems: errors,
      }),
    )}${selectField({
      name: 'seriesAdd',
      label: text.seriesChoose(),
      value: fields.seriesAdd,
      options: [
        { value: '', label: text.seriesNone() },
        ...others.map(({ id, title }) => ({ value: String(id), label: title })),
      ],
      problems: errors,
    })}${textField({
      name: 'seriesNew',
      label: text.seriesNew(),
      value: fields.seriesNew,
      limit: titleCharactersMax,
      problems: errors,
    })}${textField({
      name: 'seriesNumber',
      label: text.seriesPosition(),
      value: fields.seriesNumber,
      hint: text.seriesPositionHint(),
      inputmode: 'numeric',
      problems: errors,
    })}${textField({
      name: 'coCreators',
      label: text.coCreators(),
      value: fields.coCreators,
      hint: text.coCreatorsHint(),
      autocomplete: 'off',
      problems: errors,
    })}${textField({
      name: 'gifts',
      label: text.gifts(),
      value: fields.gifts,
      hint: text.giftsHint(),
      autocomplete: 'off',
      problems: errors,
    })}`,
  );
}
