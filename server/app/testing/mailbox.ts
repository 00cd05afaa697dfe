import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { useMail } from '#platform/mail.ts';

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

let folder: string | undefined;

/** Letters of this test run go into one folder, for mail is a matter of the whole process. */
function mailFolder(): string {
  if (folder) return folder;
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'lantoa-mail-'));
  process.once('exit', () => fs.rmSync(made, { recursive: true, force: true }));
  useMail({ smtpUrl: undefined, from: 'Lan Tỏa <no-reply@lantoa.invalid>', folder: made });
  folder = made;
  return made;
}

/** `take` hands out the letters to an address that came since, oldest first. */
export function mailbox(): { take(to: string): Letter[] } {
  const place = mailFolder();
  return {
    take(to) {
      const files = fs
        .readdirSync(place)
        .filter((name) => name.endsWith('.eml'))
        .sort()
        .map((name) => path.join(place, name));
      const all = files.map((file) => ({ file, letter: parse(fs.readFileSync(file, 'utf8')) }));
      const mine = all.filter(({ letter }) => letter.to === to);
      for (const { file } of mine) fs.rmSync(file);
      return mine.map(({ letter }) => letter);
    },
  };
}

/** Only what our own letters consist of: two headers and one plain part. */
function parse(eml: string): Letter {
  const at = eml.indexOf('\r\n\r\n');
  const head = eml.slice(0, at).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => words(new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '');
  const body = eml.slice(at + 4);
  const encoding = /^content-transfer-encoding: (.*)$/im.exec(head)?.[1];
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? quotedPrintable(body.replace(/=\r\n/g, ''))
        : body;
  return { to: header('To'), subject: header('Subject'), text: text.replaceAll('\r\n', '\n') };
}

const quotedPrintable = (value: string) =>
  Buffer.from(
    value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

/** RFC 2047 words. */
const words = (value: string) =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(b|q)\?([^?]*)\?=/gi, (_, how: string, coded: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(coded, 'base64').toString() : quotedPrintable(coded.replaceAll('_', ' ')),
    );
