// Every setting: its name, default, meaning and how its text is read. The documentation's table
// is held against this one.
import { isIP } from 'node:net';
import type { LogLevel } from '../log/index.ts';

/** Why a setting cannot be used; the message goes to the operator as one line. */
export class SettingProblem extends Error {}

/** One setting. `parse` throws SettingProblem saying what to give instead. */
export type SettingDefinition<Value = unknown> = {
  /** As in `inkstead.toml`; the environment's name is INKSTEAD_ and this in capitals. */
  readonly name: string;
  /** The default in words or as it would be written. */
  readonly default: string;
  readonly meaning: string;
  readonly parse: (text: string) => Value;
  /** The value may hold a password and is never shown. */
  readonly secret?: boolean;
  /** Refused in `inkstead.toml`, which lies beside what it protects. */
  readonly environmentOnly?: boolean;
};

/** Who may register. */
export type Registration = 'open' | 'invite' | 'closed';

/** From the most open to the strictest. */
export const registrations: readonly Registration[] = ['open', 'invite', 'closed'];
const levels: readonly LogLevel[] = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** The definitions by the name that `Settings` has for them. */
export const definitions = {
  port: {
    name: 'port',
    default: '4700',
    meaning: 'the port to listen on; 0 lets the system choose',
    parse: parsePort,
  },
  host: {
    name: 'host',
    default: '127.0.0.1',
    meaning: 'the address to listen on; one that is not loopback needs INKSTEAD_URL',
    parse: parseHost,
  },
  url: {
    name: 'url',
    default: 'http://HOST:PORT',
    meaning: 'the public address, for links, feeds and mail; other Host names are refused',
    parse: parseOrigin,
  },
  proxy: {
    name: 'proxy',
    default: 'none',
    meaning: 'addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed',
    parse: parseProxies,
  },
  data: {
    name: 'data',
    default: './data',
    meaning: 'the data folder: database, files, index, keys',
    parse: parseFolder,
  },
  files: {
    name: 'files',
    default: 'DATA/files',
    meaning: 'the file store, shared by all processes',
    parse: parseFolder,
  },
  databaseUrl: {
    name: 'database_url',
    default: 'SQLite in the data folder',
    meaning: 'postgres://... for PostgreSQL',
    parse: urlParser(['postgres:', 'postgresql:'], 'postgres://name:word@host:5432/database'),
    secret: true,
  },
  searchThreads: {
    name: 'search_threads',
    default: "one fewer than the machine's cores, at least 1",
    meaning: 'threads for questions that take long, started when one comes; 0: none',
    parse: parseThreads,
  },
  searchUrl: {
    name: 'search_url',
    default: "none: the database's full text",
    meaning: 'an OpenSearch cluster',
    parse: urlParser(['http:', 'https:'], 'https://host:9200'),
    secret: true,
  },
  smtpUrl: {
    name: 'smtp_url',
    default: 'none: mail is kept in DATA/outbox',
    meaning: 'the server for outgoing mail',
    parse: urlParser(['smtp:', 'smtps:'], 'smtps://name:word@host:465'),
    secret: true,
  },
  mailFrom: {
    name: 'mail_from',
    default: 'inkstead@ and the host of INKSTEAD_URL',
    meaning: 'the sender of outgoing mail',
    parse: parseMailFrom,
  },
  push: {
    name: 'push',
    default: 'on',
    meaning: 'messages to browsers: on, off, or the only push service that is spoken to',
    parse: parsePush,
  },
  registration: {
    name: 'registration',
    default: 'open',
    meaning: 'who may register: open, invite (only those invited) or closed',
    parse: (text: string) => oneOf(registrations, text),
  },
  healthToken: {
    name: 'health_token',
    default: 'none: /health says ok, /metrics is not there',
    meaning: 'what whoever watches the archive sends as a bearer token to be told more',
    parse: parseToken,
    secret: true,
  },
  diskShare: {
    name: 'disk_share',
    default: '1000',
    meaning: 'megabytes that the revisions and files of one person may take; 0: no limit',
    parse: parseMegabytes,
  },
  pageBudget: {
    name: 'page_budget',
    default: '600',
    meaning: 'pages made for one visitor in a minute, a member or an address; 0: no limit',
    parse: parseBudget,
  },
  questionBudget: {
    name: 'question_budget',
    default: '120',
    meaning: 'lists and searches among them; 0: no limit',
    parse: parseBudget,
  },
  demo: {
    name: 'demo',
    default: '1 under npm start on a loopback host, else 0',
    meaning: 'whether an empty installation is filled with the demo',
    parse: (text: string) => oneOf(['0', '1'], text) === '1',
  },
  log: {
    name: 'log',
    default: 'info',
    meaning: 'the least level that is logged',
    parse: (text: string) => oneOf(levels, text),
  },
  key: {
    name: 'key',
    default: 'a key file in DATA/keys',
    meaning: 'the key that seals second-factor secrets: 64 hexadecimal digits',
    parse: parseKey,
    secret: true,
    environmentOnly: true,
  },
} as const satisfies Record<string, SettingDefinition>;

/** A setting's name in `Settings`. */
export type SettingKey = keyof typeof definitions;

/** Every setting there is, in the order of the documentation. */
export const settingDefinitions: readonly SettingDefinition[] = Object.values(definitions);

/** `INKSTEAD_DATABASE_URL` for `database_url`. */
export function environmentName(definition: { readonly name: string }): string {
  return `INKSTEAD_${definition.name.toUpperCase()}`;
}

function parsePort(text: string): number {
  if (/^[0-9]{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new SettingProblem('give a whole number from 0 to 65535');
}

function parseThreads(text: string): number {
  if (/^[0-9]{1,2}$/.test(text) && Number(text) <= 64) return Number(text);
  throw new SettingProblem('give a whole number from 0 to 64');
}

function parseMegabytes(text: string): number {
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  throw new SettingProblem('give a whole number of megabytes');
}

function parseBudget(text: string): number {
  if (/^[0-9]{1,6}$/.test(text)) return Number(text);
  throw new SettingProblem('give a whole number, as many in a minute');
}

function parseToken(text: string): string {
  if (/^[\w.~+/=-]{16,200}$/.test(text)) return text;
  throw new SettingProblem('give 16 to 200 letters, digits and signs such as - . _ ~ + / =');
}

function parseHost(text: string): string {
  const host = text.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  const isName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host);
  if (isName || isIP(host) !== 0) return host;
  throw new SettingProblem('give an IP address or a host name, such as 127.0.0.1, without a port');
}

function parseOrigin(text: string): string {
  const url = URL.parse(text);
  const web = url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
  // Comparing with the origin refuses a path, a query, a fragment and a name with its password.
  if (web && url.href === `${url.origin}/`) return url.origin;
  throw new SettingProblem('give an http or https address without a path, as https://example.org');
}

function parseProxies(text: string): readonly string[] {
  const given = text.split(',').map((each) => each.trim());
  if (given.every(isAddressOrRange)) return given;
  throw new SettingProblem(
    'give IP addresses or ranges with commas between, as 10.0.0.1, 10.1.0.0/16',
  );
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return /^[0-9]{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32);
}

function parsePush(text: string): string {
  return text === 'on' || text === 'off' ? text : parseOrigin(text);
}

function parseFolder(text: string): string {
  if (text !== '' && !text.includes('\0')) return text;
  throw new SettingProblem('give the path of a folder');
}

function urlParser(protocols: readonly string[], example: string): (text: string) => string {
  return (text) => {
    const url = URL.parse(text);
    if (url !== null && protocols.includes(url.protocol) && url.hostname !== '') return text;
    throw new SettingProblem(`give an address such as ${example}`);
  };
}

function parseMailFrom(text: string): string {
  const address = /^[^<>"\r\n]*<([^<>]*)>$/.exec(text)?.[1] ?? text;
  if (/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(address)) return text;
  throw new SettingProblem('give name@example.org or A Name <name@example.org>');
}

function oneOf<const Choice extends string>(choices: readonly Choice[], text: string): Choice {
  const chosen = choices.find((each) => each === text);
  if (chosen !== undefined) return chosen;
  throw new SettingProblem(`give one of ${choices.join(', ')}`);
}

function parseKey(text: string): Uint8Array {
  if (/^[0-9a-fA-F]{64}$/.test(text)) return Buffer.from(text, 'hex');
  throw new SettingProblem('give 64 hexadecimal digits, as openssl rand -hex 32 prints them');
}
