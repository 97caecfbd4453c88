// Which file may import which: levels, doors, and what the ground floor must not know.
import { test } from 'node:test';
import { isAddresses, isClient, type Part, partOf } from './levels.ts';
import { type Finding, hold } from './rule.ts';
import {
  type Import,
  importsOf,
  listFiles,
  occurrences,
  sourceFiles,
  wordsOf,
} from './source-tree.ts';

const source = sourceFiles(['src']);
const imports = source.flatMap(importsOf);
const ours = imports.filter(({ target }) => target !== null);

test('every folder of src stands on a level', () => {
  const strangers = source.filter(({ path }) => Number.isNaN(partOf(path)?.level));
  hold(
    {
      name: 'levels',
      rule: 'Every part of src/ has its level in test/policy/levels.ts.',
      reason: 'A part without a level could import anything.',
      remedy: 'Move the file into its feature, or give the new part the level it belongs on.',
    },
    strangers.map(({ path }) => ({ file: path, found: 'is on no level' })),
  );
});

test('an import names a file that exists, with its ending', () => {
  const known = new Set(listFiles());
  hold(
    {
      name: 'import-names',
      rule: 'An import of our own names an existing file, with .ts.',
      reason: 'Node runs the source as it is and guesses no endings.',
      remedy: 'Write the whole name of the file.',
    },
    importsOfAll()
      .filter(({ target }) => !known.has(target ?? ''))
      .map(asFinding),
  );
});

test('imports go down the levels', () => {
  hold(
    {
      name: 'levels-down',
      rule: 'A part imports from lower levels only, and never from a part beside it.',
      reason:
        'A feature can then be read knowing only what is below it, and taken away from above.',
      remedy: 'Announce an event, offer a part that app.ts joins, or move what both need down.',
    },
    ours.filter(goesUp).map(asFinding),
  );
});

test('another feature is entered through its door, its urls or its events', () => {
  hold(
    {
      name: 'doors',
      rule: 'Other features import only index.ts, urls.ts or events.ts of a feature.',
      reason: 'What is behind the door may change without asking anyone.',
      remedy: 'Export it from the door, if others should have it.',
    },
    ours.filter(missesTheDoor).map(asFinding),
  );
});

test('the engine and the text library import nothing outside themselves', () => {
  const packages: Record<string, RegExp> = {
    text: /^(?:parse5|marked|diff|@orama\/stemmers\/.+)$/,
    engine: /^$/,
  };
  const outside = imports.filter(({ from, target, specifier }) => {
    const part = partOf(from.path)?.name ?? '';
    const allowed = packages[part];
    if (allowed === undefined) return false;
    return target === null ? !allowed.test(specifier) : partOf(target)?.name !== part;
  });
  hold(
    {
      name: 'pure-libraries',
      rule: 'engine/ imports only itself; text/ also parse5, marked, diff and the stemmers.',
      reason: 'Both could be lifted out: they have never heard of the archive, HTTP or SQL.',
      remedy: 'Hand in what they need as an argument.',
    },
    outside.map(asFinding),
  );
});

test('no file imports itself through others', () => {
  hold(
    {
      name: 'cycles',
      rule: 'Imports make no circle; imports of types alone do not count.',
      reason: 'Files in a circle can only be understood, and loaded, together.',
      remedy: 'Move what both need into a file of its own below them.',
    },
    circles().map((files) => ({ file: files[0] ?? '', found: files.join(' -> ') })),
  );
});

test('a page reads nothing', () => {
  const reading = /^(?:store|actions|handlers|jobs|routes)(?:\.ts$|\/)/;
  const pages = ours.filter(({ from }) => /\/pages\//.test(from.path));
  hold(
    {
      name: 'pages-read-nothing',
      rule: 'A page imports no store, action, handler, job or SQL.',
      reason: 'A page is a function from a value to markup: it can be shown without a database.',
      remedy: 'Read in the handler and give the page a value.',
    },
    pages
      .filter(({ target, typeOnly }) => {
        const part = partOf(target ?? '');
        if (part === null || typeOnly) return false;
        return part.name === 'kit' ? part.inside.startsWith('sql/') : reading.test(part.inside);
      })
      .map(asFinding),
  );
});

test('browser script and server source do not import each other', () => {
  // What an editor shares with the sanitiser, without a parser; the words that a page brings along.
  const doors = new Set(['src/text/editing.ts', 'src/text/words-in-text.ts']);
  hold(
    {
      name: 'client',
      rule:
        'client/ imports only client/, shared/, the doors of text/ for browsers and types of ' +
        'pages, and nothing else imports client/.',
      reason: 'Whatever it pulls in is sent to every reader; what it names runs in no server.',
      remedy: 'Pages name a script by its key; state reaches it through attributes.',
    },
    ours
      .filter(({ from, target }) => isClient(from.path) !== isClient(target ?? ''))
      .filter(({ target }) => partOf(target ?? '')?.name !== 'shared' && !doors.has(target ?? ''))
      .filter(({ from, target, typeOnly }) => {
        return !(isClient(from.path) && typeOnly && /\/pages\//.test(target ?? ''));
      })
      .map(asFinding),
  );
});

test('source imports no tests, benches or commands of the checkout', () => {
  hold(
    {
      name: 'source-alone',
      rule: 'src/ imports nothing outside src/, but for db/ where the archive is put together.',
      reason: 'An installation runs without tests and benches.',
      remedy: 'Move what is needed into src/.',
    },
    ours
      .filter(({ from, target }) => {
        // The version is the package's.
        if (target?.startsWith('src/') || target === 'package.json') return false;
        return !(partOf(from.path)?.name === 'composition' && target?.startsWith('db/'));
      })
      .map(asFinding),
  );
});

test('the kit knows no word of the domain', () => {
  // Not `work`, which also is what a transaction is given to do.
  const plain = 'works|kudos|story|stories|wrangling|wrangled';
  const plural = 'fandom|pseud|freeform|chapter|bookmark|author|creator|wrangler';
  const domain = new RegExp(`^(?:${plain}|(?:${plural})s?)$`);
  const kit = source.filter(({ path }) => path.startsWith('src/kit/'));
  hold(
    {
      name: 'kit-words',
      rule: 'No file of kit/ speaks of works, chapters, fandoms or anything else of the archive.',
      reason: 'Its tools serve whatever is built on them; a domain word is a dependency upwards.',
      remedy: 'Use a general word, or move the file to the feature that it serves.',
    },
    kit.flatMap(({ path, scan }) =>
      occurrences(scan.code, /[A-Za-z_$][\w$]*/g)
        .filter(({ found }) => wordsOf(found).some((word) => domain.test(word)))
        .map((each) => ({ file: path, ...each })),
    ),
  );
});

function importsOfAll(): readonly Import[] {
  const all = sourceFiles(['src', 'test', 'db', 'bench', 'bin', 'inkstead'], { tests: true });
  return all.flatMap(importsOf).filter(({ target }) => target !== null);
}

function goesUp({ from, target }: Import): boolean {
  const [upper, lower] = [partOf(from.path), partOf(target ?? '')];
  if (upper === null || lower === null || upper.name === lower.name) return false;
  if (isAddresses(target ?? '') && upper.level > 0) return false;
  return lower.level >= upper.level;
}

function missesTheDoor({ from, target }: Import): boolean {
  const [caller, feature] = [partOf(from.path), partOf(target ?? '')];
  if (!feature?.name.startsWith('features/') || caller?.name === feature.name) return false;
  const doors = ['index.ts', 'urls.ts', 'events.ts'];
  if (caller?.name === 'composition') doors.push('routes.ts', 'commands.ts', 'jobs.ts');
  return !doors.includes(feature.inside);
}

function asFinding({ from, line, specifier, target }: Import): Finding {
  const place = describe(partOf(target ?? ''));
  return { file: from.path, line, found: `imports ${specifier}${place}` };
}

function describe(part: Part | null): string {
  return part === null ? '' : ` (${part.name}, level ${part.level})`;
}

// Tarjan's strongly connected components: each of more than one file is a circle.
function circles(): readonly (readonly string[])[] {
  const next = new Map<string, string[]>(source.map(({ path }) => [path, []]));
  for (const { from, target, typeOnly } of ours) {
    if (typeOnly) continue;
    next.set(from.path, [...(next.get(from.path) ?? []), target ?? '']);
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): number => {
    order.set(path, order.size);
    let low = order.get(path) ?? 0;
    open.push(path);
    for (const target of next.get(path) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? 0);
    }
    lowest.set(path, low);
    if (low === order.get(path)) {
      const circle = open.splice(open.indexOf(path));
      if (circle.length > 1 || next.get(path)?.includes(path)) found.push(circle);
    }
    return low;
  };
  for (const path of next.keys()) if (!order.has(path)) visit(path);
  return found;
}
