import { spawn } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDocBinary } from './doc-binary.ts';
import { readDocPlain } from './doc-plain.ts';
import { readDocx } from './docx.ts';
import { parasOf, paraText } from './layout-table.ts';
import type { RawReading } from './raw.ts';

const CONVERSION_LIMIT_MS = 30_000;

/**
 * Reads the old Word format: by our own reader; files it does not know (before Word 97, damaged structure) through
 * LibreOffice where the host has it, else the bare text with a warning.
 */
export async function readDoc(bytes: Uint8Array): Promise<RawReading> {
  const own = readOwn(bytes);
  if (own) return own;
  const office = await findOffice();
  const converted = office ? await convert(office, bytes).catch(() => null) : null;
  if (!converted) return readDocPlain(bytes);
  return { ...readDocx(converted), format: 'doc' };
}

function readOwn(bytes: Uint8Array): RawReading | null {
  try {
    const raw = readDocBinary(bytes);
    const letters = raw ? parasOf(raw.blocks).some((para) => /[\p{L}\p{N}]/u.test(paraText(para))) : false;
    return letters ? raw : null;
  } catch {
    return null;
  }
}

/** `soffice` on the PATH, or null. */
async function findOffice(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const folder of folders) {
    for (const name of ['soffice', 'libreoffice']) {
      const path = join(folder, name);
      if (
        await access(path).then(
          () => true,
          () => false,
        )
      )
        return path;
    }
  }
  return null;
}

/** One conversion in a folder and profile of its own, so that a running office and other imports are not in the way. */
async function convert(office: string, bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'lantoa-doc-'));
  try {
    const source = join(folder, 'plan.doc');
    await writeFile(source, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await run(office, [profile, '--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, source]);
    return new Uint8Array(await readFile(join(folder, 'plan.docx')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', timeout: CONVERSION_LIMIT_MS, killSignal: 'SIGKILL' });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`conversion ended with ${code}`))));
  });
}
