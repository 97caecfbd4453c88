// The settings of an installation: from the environment, or from `inkstead.toml` in the data
// folder; the environment wins. This folder is the only one that reads process.env.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseToml, TomlError } from 'smol-toml';
import type { LogLevel } from '../log/index.ts';
import { addressOf, isLoopbackHost, mailFromFor } from './addresses.ts';
import {
  definitions,
  environmentName,
  type Registration,
  type SettingDefinition,
  type SettingKey,
  SettingProblem,
  settingDefinitions,
} from './definitions.ts';

export { isLoopbackHost } from './addresses.ts';
export {
  environmentName,
  type Registration,
  registrations,
  type SettingDefinition,
  settingDefinitions,
} from './definitions.ts';

export { productVersion } from './product-version.ts';

/** Every setting with its value: checked, defaults filled in, folders absolute. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  /** The public origin, without a slash at its end. */
  readonly url: string;
  /** IP addresses and CIDR ranges of proxies whose forwarding headers are believed. */
  readonly proxy: readonly string[];
  readonly data: string;
  readonly files: string;
  /** Null: SQLite in the data folder. */
  readonly databaseUrl: string | null;
  /** Null: as many as suit the machine. */
  readonly searchThreads: number | null;
  /** Null: the database's own full text. */
  readonly searchUrl: string | null;
  /** Null: mail is kept in the outbox. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** `on`, `off`, or the only push service that is spoken to. */
  readonly push: string;
  readonly registration: Registration;
  /** Null: nobody is told more than that it answers. */
  readonly healthToken: string | null;
  /** Megabytes of revisions and files that a person may have; 0: no limit. */
  readonly diskShare: number;
  /** A visitor’s in a minute; 0: no limit. */
  readonly pageBudget: number;
  readonly questionBudget: number;
  readonly demo: boolean;
  readonly log: LogLevel;
  /** 32 bytes; null: the key lies in the data folder. */
  readonly key: Uint8Array | null;
};

/** The environment's variables, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where settings are read from. */
export type SettingSources = {
  readonly env: Environment;
  /** The data folder when no setting names one. */
  readonly dataFolderDefault: string;
  /** Whether the demo is wanted when no setting says so; on a loopback host only. */
  readonly demoDefault?: boolean;
  /** A file's text, or null if there is no such file; anything else it throws is reported. */
  readonly readFile: (path: string) => string | null;
};

/** Settings, or one line for the operator: which setting, what is wrong with it, what to do. */
export type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problem: string };

/** Reads and checks every setting. Changes nothing; the problem never repeats a secret. */
export function readSettings(sources: SettingSources): SettingsRead {
  try {
    return { ok: true, settings: readAll(sources) };
  } catch (error) {
    if (error instanceof SettingProblem) return { ok: false, problem: error.message };
    throw error;
  }
}

/** This process's environment, for `readSettings`. */
export function readProcessEnvironment(): Environment {
  return process.env;
}

/** `SettingSources.readFile` for the real disk. */
export function readFileIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // ENOTDIR: a file lies where the data folder should be; who prepares the folder reports it.
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/**
 * The settings once the port is known: with port 0 the system chooses one, and an address that
 * was only a default follows it.
 */
export function withListeningPort(settings: Settings, port: number): Settings {
  const byDefault = settings.url === addressOf(settings.host, settings.port);
  return { ...settings, port, url: byDefault ? addressOf(settings.host, port) : settings.url };
}

function readAll(sources: SettingSources): Settings {
  refuseUnknownVariables(sources.env);
  const folder = resolve(variable(sources.env, 'data') ?? sources.dataFolderDefault);
  const file = readSettingsFile(folder, sources.readFile);
  const given = <Key extends SettingKey>(key: Key) => givenValue(key, sources.env, file);

  const data = resolve(folder, given('data') ?? '.');
  if (data !== folder && readText(settingsFile(data), sources.readFile) !== null) {
    const rest = `which has an ${fileName} of its own: keep one of the two`;
    throw new SettingProblem(`data in ${file.path} names ${data}, ${rest}.`);
  }
  const host = given('host') ?? '127.0.0.1';
  const port = given('port') ?? 4700;
  const publicUrl = given('url');
  if (publicUrl === undefined && !isLoopbackHost(host)) {
    const reason = `INKSTEAD_URL is not set, and ${host} can be reached from other machines`;
    throw new SettingProblem(`${reason}: set it to the public address, as https://example.org.`);
  }
  const url = publicUrl ?? addressOf(host, port);
  return {
    port,
    host,
    url,
    proxy: given('proxy') ?? [],
    data,
    files: given('files') ?? join(data, 'files'),
    databaseUrl: given('databaseUrl') ?? null,
    searchThreads: given('searchThreads') ?? null,
    searchUrl: given('searchUrl') ?? null,
    smtpUrl: given('smtpUrl') ?? null,
    mailFrom: given('mailFrom') ?? mailFromFor(url),
    push: given('push') ?? 'on',
    registration: given('registration') ?? 'open',
    healthToken: given('healthToken') ?? null,
    diskShare: given('diskShare') ?? 1000,
    pageBudget: given('pageBudget') ?? 600,
    questionBudget: given('questionBudget') ?? 120,
    demo: given('demo') ?? ((sources.demoDefault ?? false) && isLoopbackHost(host)),
    log: given('log') ?? 'info',
    key: given('key') ?? null,
  };
}

// Tests of the program steer themselves with INKSTEAD_TEST_*; that is no business of settings.
function refuseUnknownVariables(env: Environment): void {
  const known = settingDefinitions.map(environmentName);
  const unknown = Object.keys(env)
    .filter((name) => name.startsWith('INKSTEAD_') && !name.startsWith('INKSTEAD_TEST_'))
    .find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new SettingProblem(`${unknown} is not a setting; there are ${known.join(', ')}.`);
}

type Value<Key extends SettingKey> = ReturnType<(typeof definitions)[Key]['parse']>;

function givenValue<Key extends SettingKey>(
  key: Key,
  env: Environment,
  file: SettingsFile,
): Value<Key> | undefined {
  const definition: SettingDefinition<unknown> = definitions[key];
  const fromEnvironment = variable(env, key);
  const text = fromEnvironment ?? file.texts.get(definition.name);
  if (text === undefined) return undefined;
  const inEnvironment = fromEnvironment !== undefined;
  const whence = inEnvironment ? environmentName(definition) : `${definition.name} in ${file.path}`;
  try {
    const value = definition.parse(text);
    // A relative folder in the environment starts where the command was given, one in the file
    // starts where the file lies.
    const isFolder = key === 'files' || key === 'data';
    const from = inEnvironment ? '.' : file.folder;
    return (isFolder ? resolve(from, value as string) : value) as Value<Key>;
  } catch (error) {
    if (!(error instanceof SettingProblem)) throw error;
    const shown = definition.secret ? 'cannot be used' : `is ${JSON.stringify(text.slice(0, 80))}`;
    throw new SettingProblem(`${whence} ${shown}: ${error.message}.`);
  }
}

// Set but empty is not set: that is how container files leave a variable out.
function variable(env: Environment, key: SettingKey): string | undefined {
  const text = env[environmentName(definitions[key])]?.trim();
  return text === '' ? undefined : text;
}

type SettingsFile = {
  readonly folder: string;
  readonly path: string;
  readonly texts: ReadonlyMap<string, string>;
};

const fileName = 'inkstead.toml';

function settingsFile(folder: string): string {
  return join(folder, fileName);
}

function readSettingsFile(folder: string, readFile: SettingSources['readFile']): SettingsFile {
  const path = settingsFile(folder);
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(parseFile(path, readText(path, readFile) ?? ''))) {
    const definition = settingDefinitions.find((each) => each.name === name);
    if (definition === undefined) {
      const names = settingDefinitions.filter((each) => !each.environmentOnly);
      const known = names.map((each) => each.name).join(', ');
      throw new SettingProblem(
        `${JSON.stringify(name)} in ${path} is not a setting; there are ${known}.`,
      );
    }
    if (definition.environmentOnly) {
      throw new SettingProblem(
        `${name} in ${path} is not safe there: set ${environmentName(definition)} instead.`,
      );
    }
    texts.set(name, textOf(value, `${name} in ${path}`));
  }
  return { folder, path, texts };
}

function parseFile(path: string, text: string): Record<string, unknown> {
  try {
    return parseToml(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new SettingProblem(
      `${path} is not TOML at line ${error.line}, column ${error.column}: write name = "value".`,
    );
  }
}

// One parser serves both sources: TOML's own numbers, booleans and lists become what the
// environment would say.
function textOf(value: unknown, whence: string): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.join(',');
  }
  throw new SettingProblem(`${whence} is not a single value: write it as a text in quotes.`);
}

function readText(path: string, readFile: SettingSources['readFile']): string | null {
  try {
    return readFile(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'it is not text';
    throw new SettingProblem(`${path} cannot be read (${why}): let this user read it.`);
  }
}
