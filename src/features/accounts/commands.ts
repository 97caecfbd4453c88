// The operator's commands for people: making them, their roles, passwords and tokens, the outbox.
import { join } from 'node:path';
import { Refused } from '../../kit/http/index.ts';
import { listOutbox, readOutbox } from '../../kit/mail/index.ts';
import { hashPassword } from '../../kit/passwords/index.ts';
import { isoTime } from '../../kit/time/index.ts';
import { BadUsage, type Command, type CommandCall, CommandFailed } from '../../shared/command.ts';
import type { Parts } from '../../shared/parts.ts';
import { type Role, roles } from '../../shared/viewer.ts';
import { setPassword } from './actions/password.ts';
import { createPerson } from './actions/people.ts';
import { giveRole, grantRole, takeRole } from './actions/roles.ts';
import { createToken } from './actions/tokens.ts';
import { emailFault } from './emails.ts';
import { inviteCommand } from './invitations/commands.ts';
import { text } from './messages.ts';
import { passwordProblem } from './passwords.ts';
import { type ApiScope, apiScopes, isApiScope } from './person.ts';
import type { UsersTable } from './schema.ts';
import { findUserByLogin, listRoles } from './store/people.ts';

/** `user ...`, `token create`, `invite`, `outbox`. */
export const accountCommands: readonly Command[] = [
  {
    words: 'user create',
    usage: 'NAME --email MAIL [--password WORD] [--role ROLE]...',
    summary: 'make an account; without --password the word is read from standard input',
    options: { email: true, password: true, role: true },
    operands: [1, 1],
    run: createUser,
  },
  {
    words: 'user role',
    usage: 'NAME +wrangler -moderator ...',
    summary: `give and take roles: ${roles.join(', ')}; without any, show them`,
    options: {},
    operands: [1, 1 + 2 * roles.length],
    run: changeRoles,
  },
  {
    words: 'user password',
    usage: 'NAME [--password WORD] [--codes-off] [--passkeys-off]',
    summary:
      'set a password, read from standard input when absent; ends every session and token. ' +
      'With --codes-off, log-in asks for no code any more; with --passkeys-off, passkeys go',
    options: { password: true, 'codes-off': false, 'passkeys-off': false },
    operands: [1, 1],
    run: changePassword,
  },
  {
    words: 'token create',
    usage: '--user NAME [--scopes read,write,wrangle,admin]',
    summary: 'make an API token and print it alone on the last line; default scope: read',
    options: { user: true, scopes: true },
    operands: [0, 0],
    run: createApiToken,
  },
  inviteCommand,
  {
    words: 'outbox',
    usage: '[--list]',
    summary: 'read the mail that was kept because no mail server is set',
    options: { list: false },
    operands: [0, 0],
    run: showOutbox,
  },
];

async function createUser(call: CommandCall): Promise<void> {
  const { parts, operands, options, print } = call;
  const login = operands[0] as string;
  const email = options.get('email')?.at(-1);
  if (email === undefined) throw new BadUsage(text.emailOptionMissing());
  if (emailFault(email) !== null) throw new CommandFailed(text.emailForm());
  const given = (options.get('role') ?? []).map(asRole);
  const password = await readPassword(call);
  const problem = await passwordProblem(parts, password, { login, email });
  if (problem !== null) throw new CommandFailed(problem);
  const passwordHash = await hashPassword(password);
  const { ids } = parts;
  const now = parts.clock.now();
  const wanted = { login, email, passwordHash, ids, now };
  const person = await sayInOneLine(() =>
    parts.database.write(async (transaction) => {
      const made = await createPerson(transaction, wanted);
      for (const role of given) {
        await grantRole(transaction, parts, { userId: made.userId, role, actorId: null });
      }
      return made;
    }),
  );
  if (call.json) print(JSON.stringify({ id: person.userId, login, roles: given }));
  else print(text.personMade({ login }));
}

async function changeRoles({ parts, operands, print, json }: CommandCall): Promise<void> {
  const [login = '', ...signed] = operands;
  const user = await findOrFail(parts, login);
  // All words are judged before the first is done.
  const changes = signed.map((word) => {
    const sign = word.slice(0, 1);
    if (sign !== '+' && sign !== '-') throw new BadUsage(text.roleSign({ role: word }));
    return { gives: sign === '+', role: asRole(word.slice(1)) };
  });
  for (const { gives, role } of changes) {
    const change = { userId: user.id, role, actorId: null };
    if (gives) {
      await giveRole(parts, change);
      continue;
    }
    const taken = await takeRole(parts, change);
    if (!taken.ok) throw new CommandFailed(taken.problems[0]?.detail ?? '');
  }
  const held = await listRoles(parts.database.read, user.id);
  if (json) print(JSON.stringify({ id: user.id, login: user.login, roles: held }));
  else print(text.rolesNow({ login: user.login, roles: held.join(', ') || text.noRoles() }));
}

async function changePassword(call: CommandCall): Promise<void> {
  const user = await findOrFail(call.parts, call.operands[0] as string);
  const fault = await setPassword(call.parts, user, await readPassword(call), {
    codesOff: call.options.has('codes-off'),
    passkeysOff: call.options.has('passkeys-off'),
  });
  if (fault !== null) throw new CommandFailed(fault.problems[0]?.detail ?? '');
  call.print(
    call.json
      ? JSON.stringify({ id: user.id, login: user.login })
      : text.passwordSet({ login: user.login }),
  );
}

async function createApiToken({ parts, options, print, json }: CommandCall): Promise<void> {
  const login = options.get('user')?.at(-1);
  if (login === undefined) throw new BadUsage(text.userOptionMissing());
  const words = (options.get('scopes') ?? ['read']).flatMap((list) => list.split(','));
  const scopes = words.map((word) => asScope(word.trim()));
  const user = await findOrFail(parts, login);
  const token = await createToken(parts, user.id, scopes, text.tokenOfCommand());
  print(json ? JSON.stringify({ login: user.login, scopes, token }) : token);
}

async function showOutbox({ parts, options, print, json }: CommandCall): Promise<void> {
  const folder = join(parts.settings.data, 'outbox');
  const entries = options.has('list') ? await listOutbox(folder) : await readOutbox(folder);
  if (json) return print(JSON.stringify(entries));
  if (entries.length === 0) return print(text.outboxEmpty());
  for (const entry of entries) {
    print(text.outboxMail({ time: isoTime(entry.time), to: entry.to, subject: entry.subject }));
    if ('text' in entry) print(`\n${entry.text}\n`);
  }
}

async function findOrFail(parts: Parts, login: string): Promise<UsersTable> {
  const user = await findUserByLogin(parts.database.read, login);
  if (user === null) throw new CommandFailed(text.noSuchPerson({ login }));
  return user;
}

/** The word given, or standard input without the line break that ends it. */
async function readPassword({ options, readInput }: CommandCall): Promise<string> {
  const given = options.get('password')?.at(-1);
  return given ?? (await readInput()).replace(/\r?\n$/, '');
}

function asRole(word: string): Role {
  const role = roles.find((each) => each === word);
  if (role !== undefined) return role;
  throw new BadUsage(text.noSuchRole({ role: word, roles: roles.join(', ') }));
}

function asScope(word: string): ApiScope {
  if (isApiScope(word)) return word;
  throw new BadUsage(text.noSuchScope({ scope: word, scopes: apiScopes.join(', ') }));
}

async function sayInOneLine<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refused ? new CommandFailed(error.message) : error;
  }
}
