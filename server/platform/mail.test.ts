import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freePort } from './database/ports.ts';
import { sendMail, useMail } from './mail.ts';

const from = 'Lan Tỏa <no-reply@lantoa.example>';
const letter = { to: 'hoa@so.example', subject: 'Kế hoạch chờ ký', text: 'Kính gửi chị Hòa,\n\nKế hoạch đang chờ ký.' };

/** Undoes quoted-printable and base64 parts and encoded words, enough to read a letter of ours. */
const plain = (eml: string): string =>
  eml
    .replace(/\r\n[ \t]/g, ' ')
    .replace(/=\?UTF-8\?B\?([^?]+)\?=(?: (?==\?))?/gi, (_, word: string) => Buffer.from(word, 'base64').toString())
    .replace(/=\?UTF-8\?Q\?([^?]+)\?=(?: (?==\?))?/gi, (_, word: string) => quoted(word.replaceAll('_', ' ')))
    .replace(/(quoted-printable[\s\S]*?\r\n\r\n)([\s\S]*)$/, (_, head: string, body: string) => head + quoted(body));
const quoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

describe('mail into a folder', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'lantoa-mail-'));
    useMail({ smtpUrl: undefined, from, folder: path.join(folder, 'mail') });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const sent = async (mail: Parameters<typeof sendMail>[0]) => {
    const result = await sendMail(mail);
    assert.ok(result.outcome === 'sent');
    const raw = await readFile(path.join(folder, 'mail', `${result.id}.eml`), 'utf8');
    return { raw, text: plain(raw) };
  };

  test('a letter is a file that a mail program opens', async () => {
    const { raw, text } = await sent(letter);
    assert.match(text, /^Subject: Kế hoạch chờ ký\r$/m);
    assert.match(text, /^From: Lan Tỏa\s*<no-reply@lantoa\.example>\r$/m);
    assert.match(text, /^To: hoa@so\.example\r$/m);
    assert.ok(text.includes('Kính gửi chị Hòa,'));
    assert.ok(!/[^\r]\n/.test(raw), 'lines end as mail wants them');
    assert.match(raw, /^Message-ID: <[0-9a-f-]{36}@lantoa\.example>\r$/m);
  });

  test('no machine answers it', async () => {
    const { raw } = await sent(letter);
    assert.match(raw, /^Auto-Submitted: auto-generated\r$/m);
    assert.match(raw, /^X-Auto-Response-Suppress: All\r$/m);
  });

  test('a name that holds a line break adds no header', async () => {
    const { text } = await sent({ ...letter, subject: 'Chào\r\nBcc: ke-xau@xa.example\r\n\r\nnội dung khác' });
    assert.match(text, /^Subject: Chào Bcc: ke-xau@xa\.example nội dung khác\r$/m);
    assert.ok(!/^Bcc:/m.test(text));
  });

  test('one letter goes to one person', async () => {
    for (const to of [
      'a@x.example, b@x.example',
      'a@x.example;b@x.example',
      'a@x.example\r\nBcc: b@x.example',
      'Hòa <a@x.example>',
      'group:a@x.example;',
      'không phải địa chỉ',
      '',
    ])
      assert.deepEqual(await sendMail({ ...letter, to }), { outcome: 'refused', reason: 'not an address' }, to);
  });

  test('a letter may say the same with a link to press', async () => {
    const { raw } = await sent({ ...letter, html: '<p><a href="https://quantri.example/app">Mở</a></p>' });
    assert.match(raw, /multipart\/alternative/);
  });

  test('a path or an address in a letter is text and is never opened', async () => {
    const { text } = await sent({ ...letter, text: 'file:///etc/passwd http://127.0.0.1/' });
    assert.ok(text.includes('file:///etc/passwd'));
  });

  test('letters are for their owner, whole or not there', async () => {
    await Promise.all(Array.from({ length: 10 }, () => sendMail(letter)));
    const names = await readdir(path.join(folder, 'mail'));
    assert.ok(names.every((name) => /^[0-9a-f-]{36}\.eml$/.test(name)));
    assert.equal((await stat(path.join(folder, 'mail', names[0]!))).mode & 0o077, 0);
  });
});

describe('mail by SMTP', () => {
  let server: net.Server;
  let port: number;
  let recipient = '250 OK';
  const received: string[] = [];

  before(async () => {
    port = await freePort('smtp tests');
    server = net.createServer((socket) => converse(socket));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    useMail({ smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`, from, folder: '/nowhere' });
  });
  after(() => server.close());

  /** As much of a mail server as one letter needs. */
  function converse(socket: net.Socket): void {
    let inData = false;
    let rest = '';
    const answer = (line: string) => {
      if (inData) {
        received[received.length - 1] += `${line}\n`;
        if (line === '.') {
          inData = false;
          socket.write('250 OK\r\n');
        }
      } else if (/^RCPT/i.test(line)) socket.write(`${recipient}\r\n`);
      else if (/^DATA/i.test(line)) {
        inData = true;
        received.push('');
        socket.write('354 Go\r\n');
      } else if (/^QUIT/i.test(line)) socket.end('221 Bye\r\n');
      else socket.write('250 OK\r\n');
    };
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) answer(line);
    });
    socket.on('error', () => {});
  }

  test('a letter reaches the server', async () => {
    recipient = '250 OK';
    assert.equal((await sendMail(letter)).outcome, 'sent');
    assert.match(received.at(-1) ?? '', /Auto-Submitted: auto-generated/);
  });

  test('one that will never be taken is not tried again', async () => {
    recipient = '550 No such user';
    assert.deepEqual(await sendMail(letter), { outcome: 'refused', reason: '550' });
  });

  test('one that may be taken later is thrown, so that the job comes again', async () => {
    recipient = '451 Try later';
    await assert.rejects(sendMail(letter));
    const closed = await freePort('smtp closed', 50);
    useMail({ smtpUrl: `smtp://127.0.0.1:${closed}`, from, folder: '/nowhere' });
    await assert.rejects(sendMail(letter), { code: 'ESOCKET' });
  });
});
