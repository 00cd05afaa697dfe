import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { newId } from '#lib/id.ts';
import { oneLine } from '#lib/text.ts';
import { log } from './log.ts';

/** A letter to one person. `text` is what is meant; `html` only says the same with a link that can be pressed. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: readonly MailFile[];
}

/** A file that goes along with a letter. */
export interface MailFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** 'refused': this address or letter will never be taken, so trying again is no use. */
export type Mailed = { outcome: 'sent'; id: string } | { outcome: 'refused'; reason: string };

export interface MailSettings {
  /** smtp(s)://user:password@host:port; undefined writes .eml files into `folder` instead. */
  smtpUrl: string | undefined;
  /** 'Name <address>'. */
  from: string;
  folder: string;
}

type Carry = (letter: SendMailOptions, id: string) => Promise<void>;

let carry: Carry | undefined;
let from = '';

/** Says how mail leaves this process; the app does so at start. */
export function useMail(settings: MailSettings): void {
  from = settings.from;
  carry = settings.smtpUrl ? bySmtp(settings.smtpUrl) : intoFolder(settings.folder);
}

/**
 * Sends one letter. Only for jobs outside a transaction (`handleOutside`): it waits for another machine. A failure that
 * may pass is thrown, and the job is tried again; the letter then carries another id, so at worst it comes twice.
 */
export async function sendMail(mail: Mail): Promise<Mailed> {
  if (!carry) throw new Error('no mail: useMail() was not called');
  const to = mail.to.trim();
  if (!isOneAddress(to)) return { outcome: 'refused', reason: 'not an address' };
  const id = newId();
  try {
    await carry(letter({ ...mail, to }, id), id);
    return { outcome: 'sent', id };
  } catch (error) {
    const { responseCode } = error as { responseCode?: number };
    if (responseCode === undefined || responseCode < 500 || responseCode > 599) throw error;
    log.warn({ mailId: id, responseCode }, 'mail refused');
    return { outcome: 'refused', reason: String(responseCode) };
  }
}

/** Exactly one plain address: no list, no name, no line break that would begin a header of its own. */
const isOneAddress = (to: string): boolean =>
  /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/.test(to) && to.length <= 254;

function letter(mail: Mail, id: string): SendMailOptions {
  const host = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'lantoa.invalid';
  return {
    from,
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    text: mail.text,
    ...(mail.html && { html: mail.html }),
    ...(mail.attachments && { attachments: mail.attachments.map(attached) }),
    messageId: `<${id}@${host}>`,
    // Out-of-office assistants and mailing lists must not answer a machine (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const attached = ({ name, mediaType, bytes }: MailFile) => ({
  filename: oneLine(name),
  contentType: mediaType,
  content: Buffer.from(bytes),
});

function bySmtp(url: string): Carry {
  const transport = createTransport(withTimeouts(url));
  return async (message) => {
    await transport.sendMail(message);
  };
}

/** Limits of our own unless the address names others: a server that hangs would hold a job for ten minutes. */
function withTimeouts(url: string): string {
  const address = new URL(url);
  const limits = { connectionTimeout: '10000', greetingTimeout: '10000', socketTimeout: '30000' };
  for (const [name, value] of Object.entries(limits)) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, value);
  }
  return address.href;
}

/** For demo and tests: each letter is a file that any mail program opens, whole or not there. */
function intoFolder(folder: string): Carry {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (message, id) => {
    const { message: bytes } = await writer.sendMail(message);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = path.join(folder, `.${id}`);
    const file = await open(draft, 'wx', 0o600);
    await file.writeFile(bytes as Buffer).finally(() => file.close());
    await rename(draft, path.join(folder, `${id}.eml`));
  };
}
