import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { useMail } from '#platform/mail.ts';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** Names of what was attached. */
  files: string[];
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

/** Only what our own letters consist of: two headers and one plain part, with or without files behind it. */
function parse(eml: string): Letter {
  const whole = partOf(eml);
  const boundary = /boundary="([^"]+)"/i.exec(whole.header('Content-Type'))?.[1];
  const parts = boundary ? whole.body.split(`--${boundary}`).slice(1, -1).map(partOf) : [whole];
  const [text, ...files] = parts;
  return {
    to: whole.header('To'),
    subject: whole.header('Subject'),
    text: text ? decoded(text).replaceAll('\r\n', '\n') : '',
    files: files.map((file) => nameOf(file.header('Content-Disposition'))),
  };
}

interface Part {
  header(name: string): string;
  body: string;
}

function partOf(eml: string): Part {
  const at = eml.indexOf('\r\n\r\n');
  const head = eml.slice(0, at).replace(/\r\n[ \t]+/g, ' ');
  return {
    header: (name) => words(new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''),
    body: eml.slice(at + 4),
  };
}

function decoded({ header, body }: Part): string {
  const encoding = header('Content-Transfer-Encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? quotedPrintable(body.replace(/=\r\n/g, '')) : body;
}

/** A name as RFC 2231 writes it, in pieces where it is long, or between quotation marks. */
function nameOf(disposition: string): string {
  const pieces = [...disposition.matchAll(/filename\*(?:\d+\*?)?=(?:utf-8'')?"?([^;"]*)"?/gi)].map((m) => m[1]!);
  if (pieces.length > 0) return decodeURIComponent(pieces.join(''));
  return /filename="?([^;"]*)"?/i.exec(disposition)?.[1] ?? '';
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
