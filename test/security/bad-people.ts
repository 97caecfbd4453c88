// What the tests of bad people share: counting what was tried, and comparing answers as somebody
// from outside would, who knows which address they typed and nothing else.
import type { TestContext } from 'node:test';
import type { TestApp } from '../kit/app.ts';
import type { Visit } from '../kit/visitor.ts';

/** Counts tries and prints the sum when the test ends. */
export function counting(test: TestContext): (what?: number) => void {
  let tried = 0;
  test.after(() => test.diagnostic(`${tried} tried`));
  return (more = 1) => {
    tried += more;
  };
}

/** An answer as far as it can tell anything: what differs by chance or by what was typed is out. */
export function tellsOf(visit: Visit, typed: readonly string[]): string {
  const { status, headers } = visit.response;
  const cookies = headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, '=…'));
  const shown = [...headers].filter(([name]) => name !== 'set-cookie');
  const lines = [String(status), ...shown.map((pair) => pair.join(': ')), ...cookies.sort()];
  let body = visit.body;
  for (const word of typed) body = body.replaceAll(word, '…');
  // Form tokens and tickets are made anew for each session.
  body = body.replace(/[\w-]{43,}/g, '…').replace(/[\w-]{22}\.\d+\.…/g, '…');
  return `${lines.join('\n')}\n\n${body}`;
}

/** What people make of a link or token that is not theirs. */
export function guessesAt(token: string): string[] {
  const middle = Math.floor(token.length / 2);
  const other = (character: string) => (character === 'A' ? 'B' : 'A');
  return [
    `${token.slice(0, middle)}${other(token[middle] ?? '')}${token.slice(middle + 1)}`,
    other(token[0] ?? '') + token.slice(1),
    token.slice(0, -1),
    `${token}A`,
    `${token}${token}`,
    [...token].reverse().join(''),
    token.toUpperCase() === token ? token.toLowerCase() : token.toUpperCase(),
    'A'.repeat(token.length),
    '0',
    'null',
    "' or 1=1 --",
    '../../etc/passwd',
    `${token}\u0000`,
  ].filter((guess) => guess !== token);
}

/** Every line that the app has logged, as text. */
export function logOf(app: TestApp): string {
  return JSON.stringify(app.logLines);
}
