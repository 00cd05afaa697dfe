import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { fold } from '#lib/text.ts';

const argon = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** Two at a time: the other threads of Node's pool stay free for files, and twenty sign-ins at once hold 38 MiB, not 380. */
const MOST_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(algorithm: 'argon2id', parameters: Argon2Parameters): Promise<Buffer> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await argon(algorithm, parameters);
  } finally {
    // The place goes on to the next in line, or becomes free.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** OWASP password storage, argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** The password as a PHC string ($argon2id$v=19$m=…,t=…,p=…$salt$hash). About 25 ms: never inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { ...cost, message: typed(password), nonce });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(nonce)}$${plain(tag)}`;
}

/** True for the right password. Without a hash the same time passes, so that nobody learns which accounts exist. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash ?? '');
  if (!parts) {
    await derive('argon2id', { ...cost, message: typed(password), nonce: Buffer.alloc(16) });
    return false;
  }
  const expected = Buffer.from(parts[5]!, 'base64');
  const given = await derive('argon2id', {
    memory: Number(parts[1]),
    passes: Number(parts[2]),
    parallelism: Number(parts[3]),
    tagLength: expected.length,
    message: typed(password),
    nonce: Buffer.from(parts[4]!, 'base64'),
  });
  return timingSafeEqual(given, expected);
}

/** Keyboards and systems compose Vietnamese letters differently. */
const typed = (password: string) => password.normalize('NFC');
const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** Too easy: the e-mail address, the name, a few characters over and over, or a run of digits. */
export function isWeak(password: string, person: { name: string; email: string | null }): boolean {
  const key = fold(password).replace(/\s/g, '');
  const known = [person.email, person.email?.split('@')[0], person.name].map((v) => fold(v ?? '').replace(/\s/g, ''));
  const runs = '01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjkl';
  return password.length < 10 || known.includes(key) || new Set(key).size < 5 || runs.includes(key);
}
