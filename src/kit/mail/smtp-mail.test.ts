import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { MailRefused, smtpMail } from './index.ts';

const greeting = { to: 'ada@example.org', subject: 'Hello', text: 'A dot:\n.\nand more' };

// As much of a mail server as a client needs (RFC 5321): it answers each command as `answers`
// says, or well, and keeps what it was told.
async function withServer(
  answers: Readonly<Record<string, string>>,
  use: (address: string, heard: string[]) => Promise<void>,
): Promise<void> {
  const heard: string[] = [];
  const server = createServer((socket) => converse(socket, answers, heard));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(`127.0.0.1:${(server.address() as AddressInfo).port}`, heard);
  } finally {
    server.close();
    await once(server, 'close');
  }
}

function converse(socket: Socket, answers: Readonly<Record<string, string>>, heard: string[]) {
  let waiting = '';
  let inData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say(answers['GREETING'] ?? '220 ready');
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    waiting += bytes.toString();
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      heard.push(line);
      if (inData && line !== '.') continue;
      const command = inData ? 'BYTES' : (line.split(/[ :]/)[0] ?? '').toUpperCase();
      inData = command === 'DATA';
      const well = { EHLO: '250-here\r\n250 AUTH PLAIN', DATA: '354 go on', QUIT: '221 bye' };
      say(answers[command] ?? well[command as keyof typeof well] ?? '250 fine');
      if (command === 'QUIT') socket.end();
    }
  });
}

async function refusal(url: string): Promise<MailRefused> {
  try {
    await smtpMail(url, 'inkstead@localhost').send(greeting);
  } catch (error) {
    assert.ok(error instanceof MailRefused);
    return error;
  }
  throw new Error('the mail was taken');
}

test('a mail server is given sender, receiver and the whole text', async () => {
  await withServer({}, async (address, heard) => {
    await smtpMail(`smtp://${address}`, 'The Archive <post@example.org>').send(greeting);
    assert.ok(heard.includes('MAIL FROM:<post@example.org>'), heard.join('\n'));
    assert.ok(heard.includes('RCPT TO:<ada@example.org>'));
    assert.ok(heard.includes('From: The Archive <post@example.org>'));
    assert.ok(heard.includes('Subject: Hello'));
    // A line of one dot would end the mail: it goes out doubled.
    assert.deepEqual(heard.slice(heard.indexOf('A dot:'), heard.indexOf('and more') + 1), [
      'A dot:',
      '..',
      'and more',
    ]);
  });
});

test('a server’s 5yz is for good, a 4yz may pass', async () => {
  await withServer({ RCPT: '550 nobody here' }, async (address) => {
    const { temporary, message } = await refusal(`smtp://${address}`);
    assert.equal(temporary, false);
    assert.match(message, /550/);
  });
  await withServer({ RCPT: '451 later' }, async (address) => {
    assert.equal((await refusal(`smtp://${address}`)).temporary, true);
  });
  await withServer({ BYTES: '554 no' }, async (address) => {
    assert.equal((await refusal(`smtp://${address}`)).temporary, false);
  });
});

test('a refused log-in may pass, and the word is not in the message', async () => {
  await withServer({ AUTH: '535 wrong' }, async (address) => {
    const { temporary, message } = await refusal(`smtp://ink:s3cret@${address}`);
    assert.equal(temporary, true);
    assert.equal(message.includes('s3cret'), false);
  });
});

test('a server that is not there may be there later', async () => {
  let gone = '';
  await withServer({}, async (address) => {
    gone = address;
  });
  const { temporary, message } = await refusal(`smtp://${gone}`);
  assert.equal(temporary, true);
  assert.match(message, /the mail server did not take it \(E[A-Z]+\)/);
});
