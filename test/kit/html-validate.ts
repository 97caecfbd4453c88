// Whether a page is valid HTML, by html-validate's recommended and accessibility rules, less what
// the markup that reader tools rely on makes necessary.
import { HtmlValidate, type Message, StaticConfigLoader } from 'html-validate';

/** `wholeWorkView`: the page shows every chapter of a work. */
export type HtmlProblemOptions = { readonly wholeWorkView?: boolean };

type Exception = (problem: Message, markup: string, options: HtmlProblemOptions) => boolean;

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      // Titles of works may have 255 characters, and the page's title begins with them.
      'long-title': 'off',
      // How the bytes are laid out is no concern of readers, and costs a pass to tidy.
      'no-trailing-whitespace': 'off',
      // Boxes of one group share their name, as HTML has them; not only with `[]` at its end.
      'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    },
  }),
);

const exceptions: readonly Exception[] = [
  // Reader tools look for `div#main role=main` and `div role=article`, and take `main` and
  // `article` for something else; to a screen reader they are the same.
  ({ ruleId, offset }, markup) =>
    ruleId === 'prefer-native-element' &&
    /^<div\b[^>]*\brole="(main|article)"/.test(markup.slice(markup.lastIndexOf('<', offset))),
  // Tools look for `input[name=commit]` in the form that follows something.
  ({ ruleId, offset }, markup) =>
    ruleId === 'prefer-button' &&
    /^<input type="submit" name="commit"/.test(markup.slice(markup.lastIndexOf('<', offset))),
  // In the whole-work view each chapter has its `div#summary` and `div#notes`: tools expect it.
  ({ ruleId, message }, _markup, { wholeWorkView = false }) =>
    wholeWorkView && ruleId === 'no-dup-id' && /"(summary|notes)"/.test(message),
];

/** What is wrong with a page, one line each with its place: `12:3 no-dup-id Duplicate ID "a"`. */
export function htmlProblems(markup: string, options: HtmlProblemOptions = {}): string[] {
  const { results } = validator.validateStringSync(markup);
  return results
    .flatMap(({ messages }) => messages)
    .filter((message) => !exceptions.some((isExcepted) => isExcepted(message, markup, options)))
    .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`);
}
