import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isSameProcess, processIdentity } from './process-identity.ts';
import { StartProblem } from './start-problem.ts';

const PATIENCE_MS = 120_000;

/**
 * Runs `work` while no other process runs its own for the same `file`. The lock is a file that names its holder;
 * one whose holder has died is taken away.
 */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine = await take(file);
  try {
    return await work();
  } finally {
    if (holderOf(file) === mine) fs.rmSync(file, { force: true });
  }
}

async function take(file: string): Promise<string> {
  const mine = `${processIdentity(process.pid)} ${randomUUID()}`;
  const deadline = Date.now() + PATIENCE_MS;
  while (!claim(file, mine)) {
    const holder = holderOf(file);
    if (holder !== undefined && !isSameProcess(holder.split(' ')[0] ?? '')) discard(file, holder);
    else if (Date.now() > deadline)
      throw new StartProblem(`Tệp khóa ${file} bị giữ quá lâu.`, `${file} has been held for too long.`);
    else await pause(20);
  }
  return mine;
}

/** A file that appears complete or not at all: written aside, then linked, which fails where one is there already. */
function claim(file: string, content: string): boolean {
  const aside = `${file}.${randomUUID()}`;
  fs.writeFileSync(aside, content);
  try {
    fs.linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return createExclusively(file, content);
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/** For file systems without hard links (exFAT, some mounts). */
function createExclusively(file: string, content: string): boolean {
  try {
    fs.writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Takes a dead holder's lock away; one that somebody else has meanwhile put in its place is put back. */
function discard(file: string, dead: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  const found = holderOf(aside);
  if (found !== undefined && found !== dead) claim(file, found);
  fs.rmSync(aside, { force: true });
}

function holderOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
