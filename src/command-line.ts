// What an operator typed after `./inkstead`: which command, with which options, or a wish for help.
// A mistake is told in one line, by throwing `BadUsage`.
import { BadUsage, type Command, type CommandCall } from './shared/command.ts';

export type Given = Pick<CommandCall, 'operands' | 'options' | 'json'>;

export type Asked =
  | { readonly kind: 'help'; readonly lines: readonly string[] }
  | { readonly kind: 'serve' }
  | { readonly kind: 'run'; readonly command: Command; readonly given: Given };

const helpWords = ['help', '--help', '-h'];
const serveSummary = 'serve the archive until Ctrl-C';

/** `help COMMAND`, `COMMAND --help` and no word at all ask for help. */
export function readCommandLine(words: readonly string[], commands: readonly Command[]): Asked {
  const [first = 'help', ...rest] = words;
  if (helpWords.includes(first)) return helpOn(rest, commands);
  const wantsHelp = words.some((word) => word === '--help' || word === '-h');
  if (wantsHelp) return helpOn(words, commands);
  if (first === 'serve') {
    if (rest.length > 0) throw new BadUsage('serve takes nothing more: ./inkstead help serve');
    return { kind: 'serve' };
  }
  const command = findCommand(words, commands);
  const given = readArguments(command, words.slice(command.words.split(' ').length));
  return { kind: 'run', command, given };
}

function helpOn(words: readonly string[], commands: readonly Command[]): Asked {
  const named = words.filter((word) => !word.startsWith('-'));
  if (named.length === 0) return { kind: 'help', lines: helpOnAll(commands) };
  if (named[0] === 'serve') return { kind: 'help', lines: ['usage: inkstead serve', serveSummary] };
  const group = groupOf(named, commands);
  if (group.length > 0) return { kind: 'help', lines: group.flatMap(helpLines) };
  const command = findCommand(named, commands);
  return { kind: 'help', lines: [`usage: ${usageOf(command)}`, command.summary, jsonLine] };
}

const jsonLine = 'With --json what is printed is one JSON document.';

function helpOnAll(commands: readonly Command[]): string[] {
  return [
    'usage: ./inkstead COMMAND',
    '',
    '  serve',
    `      ${serveSummary}`,
    ...commands.flatMap(helpLines),
    '',
    './inkstead help COMMAND says it of one. Exit 0: done; 1: refused or failed; 2: bad usage.',
  ];
}

function helpLines(command: Command): string[] {
  return [`  ${command.words} ${command.usage}`.trimEnd(), `      ${command.summary}`];
}

function usageOf({ words, usage }: Command): string {
  return `inkstead ${words} ${usage}`.trimEnd();
}

/** The longest of those whose words begin the line. */
function findCommand(words: readonly string[], commands: readonly Command[]): Command {
  const found = commands
    .filter((command) => `${words.join(' ')} `.startsWith(`${command.words} `))
    .sort((a, b) => b.words.length - a.words.length);
  if (found[0] !== undefined) return found[0];
  const group = groupOf(words.slice(0, 1), commands);
  if (group.length > 0) {
    const names = group.map((command) => command.words).join(', ');
    throw new BadUsage(`Which of ${names}? ./inkstead help ${words[0]}`);
  }
  throw new BadUsage(`There is no command “${words[0]}”: ./inkstead help lists them.`);
}

/** `user` alone is several. */
function groupOf(words: readonly string[], commands: readonly Command[]): Command[] {
  if (words.length !== 1) return [];
  return commands.filter((command) => command.words.startsWith(`${words[0]} `));
}

function readArguments(command: Command, words: readonly string[]): Given {
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  const refuse = (why: string) => new BadUsage(`${why}; usage: ${usageOf(command)}`);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    const isKnown = name === 'json' || Object.hasOwn(command.options, name);
    if (!isKnown) throw refuse(`--${name} is no option of it`);
    const takesValue = name !== 'json' && command.options[name] === true;
    const inline = equals < 0 ? undefined : word.slice(equals + 1);
    if (!takesValue && inline !== undefined) throw refuse(`--${name} takes no value`);
    const value = takesValue ? (inline ?? words[++at]) : '';
    if (value === undefined) throw refuse(`--${name} lacks its value`);
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  const [least, most] = command.operands;
  if (operands.length < least) throw refuse('something is missing');
  if (operands.length > most) throw refuse(`“${operands[most]}” is too much`);
  return { operands, options, json: options.has('json') };
}
