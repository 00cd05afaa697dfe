import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** True while a process with this number runs, whoever owns it; one that has ended and only waits to be collected does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return statFields(pid)[0] !== 'Z';
}

/**
 * Numbers of processes are used again, so a record of one also keeps when it began. The answer is a word that is the
 * same for the life of the process (`4711:8812345`); on systems without /proc only the number is known.
 */
export function processIdentity(pid: number): string {
  return `${pid}:${startTicks(pid)}`;
}

/** True while exactly the process that was recorded by {@link processIdentity} still runs. */
export function isSameProcess(identity: string): boolean {
  const pid = Number(identity.split(':')[0]);
  return isAlive(pid) && processIdentity(pid) === identity;
}

/** The command line of a process, words parted by spaces; empty where it cannot be seen. */
export function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return '';
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

function startTicks(pid: number): string {
  return statFields(pid)[19] ?? '';
}

/** What /proc tells of a process from its state on; the name before it stands in brackets and may hold blanks. */
function statFields(pid: number): string[] {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
