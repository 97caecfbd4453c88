// What is said of a query that was not understood as it stands.
import type { QueryName, QueryWarning } from '../../../engine/query-language/index.ts';
import { queryClausesMax, queryDepthMax } from '../../../engine/query-language/index.ts';
import { namesBeginningMost } from '../limits.ts';
import { text } from '../messages.ts';
import type { NameNote } from './names-meant.ts';

// A sentence shows the beginning of what was typed.
const shownCharacters = 60;

/** The sentence for a warning about the text. */
export function warningSentence(warning: QueryWarning, typed: string): string {
  const { code, field: named, near } = warning;
  const field = named ?? '';
  const part = shortened(typed.slice(warning.start, warning.end));
  switch (code) {
    case 'unknownField': {
      const value = { field: shortened(field), part };
      return near === null
        ? text.queryUnknownField(value)
        : text.queryUnknownFieldNear({ ...value, near });
    }
    case 'mixed':
      return text.queryMixed({ read: shortened(near ?? '') });
    case 'tooMany':
      return text.queryTooMany({ most: queryClausesMax });
    case 'tooDeep':
      return text.queryTooDeep({ most: queryDepthMax });
    case 'emptyField':
      return text.queryEmptyField({ field });
    case 'dangling':
    case 'notNumber':
    case 'notDate':
    case 'notFlag':
    case 'notOrder':
    case 'backwards':
    case 'wildcard':
    case 'operator':
    case 'noWord':
      return sentencesOfPart[code]({ part });
    default:
      return sentences[code]();
  }
}

const sentencesOfPart = {
  dangling: text.queryDangling,
  notNumber: text.queryNotNumber,
  notDate: text.queryNotDate,
  notFlag: text.queryNotFlag,
  notOrder: text.queryNotOrder,
  backwards: text.queryBackwards,
  wildcard: text.queryWildcard,
  operator: text.queryOperator,
  noWord: text.queryNoWord,
} as const;

const sentences = {
  tooLong: text.queryTooLong,
  openQuote: text.queryOpenQuote,
  openParenthesis: text.queryOpenParenthesis,
  closing: text.queryClosing,
  looseMinus: text.queryLooseMinus,
  emptyQuotes: text.queryEmptyQuotes,
  orderTwice: text.queryOrderTwice,
  orderInside: text.queryOrderInside,
} as const;

/** The sentence for a name of a tag; `near`: names that were likely meant. */
export function noteOfName(name: QueryName, note: NameNote, near: readonly string[] = []): string {
  const typed = name.kind === 'id' ? String(name.id) : shortened(name.text);
  switch (note.kind) {
    case 'noNumber':
      return text.warnNoSuchNumber({ value: typed });
    case 'beginnings':
      return text.queryManyBeginnings({ name: typed, most: namesBeginningMost });
    case 'several':
      return text.querySeveral({ name: typed, names: listed(note.names) });
    case 'unknown':
      if (near.length === 0) return text.warnNoSuchTag({ name: typed });
      return text.queryNearNames({ name: typed, names: listed(near) });
  }
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

function shortened(part: string): string {
  const characters = [...part.toWellFormed()];
  if (characters.length <= shownCharacters) return characters.join('');
  return `${characters.slice(0, shownCharacters).join('')}…`;
}
