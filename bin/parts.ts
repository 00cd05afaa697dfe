import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** What one part of a check came to. */
export type Outcome = {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What it printed; shown where something failed or was skipped. */
  readonly output: string;
};

/** A part that is still to run. */
export type Part = { readonly name: string; run(): Promise<Outcome> };

type Ended = { code: number | null; output: string; seconds: number };

const LIMIT_MS = 15 * 60_000;
const SHOWN_LINES = 200;

/** A program that passes or fails as a whole. `command` begins with a script of an installed package. */
export function programPart(checkout: string, name: string, command: readonly string[]): Part {
  return {
    name,
    run: async () => {
      const { code, output, seconds } = await runNode(checkout, command, {});
      return { name, seconds, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
    },
  };
}

/** Test files that share one process. `env` is added to the environment. */
export function testPart(
  checkout: string,
  name: string,
  files: readonly string[],
  env: Record<string, string> = {},
): Part {
  return {
    name,
    run: async () => {
      const reporter = path.join(checkout, 'bin', 'reporter.ts');
      const flags = [
        '--test',
        '--test-isolation=none',
        '--test-timeout=120000',
        `--test-reporter=${reporter}`,
        '--test-reporter-destination=stdout',
      ];
      const ended = await runNode(checkout, [...flags, ...files], env);
      return { name, seconds: ended.seconds, ...counted(ended) };
    },
  };
}

/** A part that cannot run here, with the reason. */
export function skippedPart(name: string, files: number, reason: string): Part {
  const output = `  bỏ qua (skipped): ${reason}\n`;
  return { name, run: async () => ({ name, seconds: 0, passed: 0, failed: 0, skipped: files, output }) };
}

/** The command line of an installed package's program, to be run by our own Node. */
export function installed(checkout: string, packageName: string, binary: string): string {
  const home = path.join(checkout, 'node_modules', packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    bin: Record<string, string> | string;
  };
  return path.join(home, typeof bin === 'string' ? bin : bin[binary]!);
}

/** The reporter's counts; a process that ended badly without a failed test (a file that does not load) is a failure. */
function counted({ code, output }: Ended): Omit<Outcome, 'name' | 'seconds'> {
  const line = /^#counts (.*)$/m.exec(output);
  const shown = output.replaceAll(/^#counts .*\n/gm, '');
  const counts = line
    ? (JSON.parse(line[1]!) as { passed: number; failed: number; skipped: number })
    : { passed: 0, failed: 0, skipped: 0 };
  const broken = code !== 0 && counts.failed === 0;
  return {
    ...counts,
    failed: broken ? 1 : counts.failed,
    output: broken ? `${shown}\n  (mã kết thúc / exit code: ${code})\n` : shown,
  };
}

function runNode(checkout: string, command: readonly string[], env: Record<string, string>): Promise<Ended> {
  const began = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: checkout,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, output: Buffer.concat(pieces).toString(), seconds: (performance.now() - began) / 1000 }),
    );
  });
}

/** Runs parts side by side and tells of each as it ends. */
export async function runTogether(parts: readonly Part[]): Promise<Outcome[]> {
  return await Promise.all(
    parts.map(async (part) => {
      const outcome = await part.run();
      tell(outcome);
      return outcome;
    }),
  );
}

function tell({ name, seconds, passed, failed, skipped, output }: Outcome): void {
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
    .filter(Boolean)
    .join(', ');
  console.log(`${failed > 0 ? '✖' : '✔'} ${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`);
  if ((failed > 0 || skipped > 0) && output.trim()) console.log(shortened(output.trimEnd()));
}

/** The first failures explain the rest; a flood would push them off the screen. */
function shortened(output: string): string {
  const all = output.split('\n');
  if (all.length <= SHOWN_LINES) return output;
  return [...all.slice(0, SHOWN_LINES), `  … ${all.length - SHOWN_LINES} dòng nữa (more lines)`].join('\n');
}

/** The closing line over all parts, `123 passed, 0 failed[, 4 skipped]`; answers the exit code. */
export function conclude(outcomes: readonly Outcome[]): number {
  const sum = (key: 'passed' | 'failed' | 'skipped') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}
