// Sentences for people: each feature keeps its own in `messages.ts`, as ICU messages, so that
// another language is one more file of the same shape.
import { IntlMessageFormat } from 'intl-messageformat';

/** Values for the holes of a message: `{count}`, `{name}`. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** A sentence ready to be said: call it, with the values its ICU holes ask for. */
export type Message = (values?: MessageValues) => string;

/**
 * Turns `{ worksFound: '{count, plural, one {# work} other {# works}}' }` into functions of the
 * same names. A message without braces or quotes costs nothing; the others are parsed on first use.
 */
export function defineMessages<const Keys extends string>(
  sentences: Readonly<Record<Keys, string>>,
): Readonly<Record<Keys, Message>> {
  const messages = {} as Record<Keys, Message>;
  for (const key of Object.keys(sentences) as Keys[]) messages[key] = asMessage(sentences[key]);
  return messages;
}

function asMessage(sentence: string): Message {
  if (!sentence.includes('{')) return () => sentence;
  // An apostrophe may quote in ICU.
  const isPlain = /^([^{}']|\{\w+\})*$/.test(sentence);
  if (isPlain) return plainMessage(sentence);
  let format: IntlMessageFormat | undefined;
  return (values) => {
    // ignoreTag: a "<" in a sentence is a character, never markup.
    format ??= new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true });
    return String(format.format(values as Record<string, string | number>));
  };
}

/** Holes with nothing to choose or to format: the same answer in a tenth of the time. */
function plainMessage(sentence: string): Message {
  const [first = '', ...pieces] = sentence.split('{');
  const holes = pieces.map((piece) => piece.split('}') as [name: string, after: string]);
  return (values) => {
    let said = first;
    for (const [name, after] of holes) {
      const value = values?.[name];
      if (value === undefined) throw new Error(`“${sentence}” needs a value for ${name}`);
      said += value + after;
    }
    return said;
  };
}
