// The report of a test run: a dot for every ten tests that pass, whatever tests print, and, in
// Node's own words, the closing counts and each failure.
import { spec } from 'node:test/reporters';

type TestEvent = { readonly type: string; readonly data: { readonly details?: unknown } };

const testsPerDot = 10;
const dotsPerLine = 80;
const spoken = new Set([
  'test:fail',
  'test:diagnostic',
  'test:stdout',
  'test:stderr',
  'test:summary',
]);

// Node takes a reporter from a module's default export.
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const inWords = new spec();
  inWords.setEncoding('utf8');
  let passed = 0;
  let dotsInLine = 0;
  for await (const event of source) {
    inWords.write(event);
    // Read in any case: what Node's reporter says of a test that passed is dropped.
    const words = inWords.read() as string | null;
    if (spoken.has(event.type) && words !== null) {
      yield dotsInLine > 0 ? `\n${words}` : words;
      dotsInLine = 0;
    }
    if (event.type !== 'test:pass' || isSuite(event)) continue;
    passed += 1;
    if (passed % testsPerDot !== 0) continue;
    dotsInLine = (dotsInLine + 1) % dotsPerLine;
    yield dotsInLine === 0 ? '.\n' : '.';
  }
  yield '\n';
}

function isSuite(event: TestEvent): boolean {
  return (event.data.details as { type?: string } | undefined)?.type === 'suite';
}
