/**
 * Imports every sample file and scores the drafts:
 *   node score.ts tuning|held-out|all [ending, e.g. txt, docx, vni.docx] [-v]
 * Prints precision and recall per field and overall, then the single values; -v lists what was missed or too many.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SPLITS } from './build.ts';
import { type Score, scorePlan } from './scoring.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const IMPORTABLE = /\.(txt|md|docx|doc|pdf|html)$/;

export interface Sample {
  name: string;
  score: Score;
}

/** What `lantoa import FILE --json` prints; an empty draft and the reason where it refuses. */
function draftOf(file: string): Record<string, unknown> {
  const run = spawnSync(process.execPath, [join(ROOT, 'bin/lantoa.mjs'), 'import', file, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  try {
    return JSON.parse(run.stdout);
  } catch {
    console.log(`${basename(file)}: no draft (exit ${run.status}): ${(run.stderr || run.stdout).trim().slice(0, 200)}`);
    return {};
  }
}

const percent = (part: number, whole: number): string => (whole ? ((100 * part) / whole).toFixed(1) : '-').padStart(6);
const line = (name: string, { right, extra, missed }: { right: number; extra: number; missed: number }): string =>
  `${name.padEnd(32)} P${percent(right, right + extra)} R${percent(right, right + missed)}   (${right}/${extra}/${missed})`;

/** Sums over all samples, per field and overall. */
export function totals(samples: Sample[]) {
  const lists: Record<string, { right: number; extra: number; missed: number }> = {};
  const values: Record<string, { ok: number; all: number }> = {};
  const overall = { right: 0, extra: 0, missed: 0, ok: 0, all: 0 };
  for (const { score } of samples) {
    for (const [name, { right, extra, missed }] of Object.entries(score.lists)) {
      lists[name] ??= { right: 0, extra: 0, missed: 0 };
      for (const sum of [lists[name], overall]) {
        sum.right += right;
        sum.extra += extra.length;
        sum.missed += missed.length;
      }
    }
    for (const [name, { ok }] of Object.entries(score.values)) {
      values[name] ??= { ok: 0, all: 0 };
      for (const sum of [values[name], overall]) {
        sum.ok += Number(ok);
        sum.all += 1;
      }
    }
  }
  return { lists, values, overall };
}

function explain({ name, score }: Sample): void {
  const short = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 180);
  for (const [field, { extra, missed }] of Object.entries(score.lists)) {
    for (const one of missed) console.log(`  ${name} · ${field}: missed ${short(one)}`);
    for (const one of extra) console.log(`  ${name} · ${field}: too many ${short(one)}`);
  }
  for (const [field, { ok, want, got }] of Object.entries(score.values))
    if (!ok) console.log(`  ${name} · ${field}: want ${short(want)} got ${short(got)}`);
}

function print(samples: Sample[]): void {
  const { lists, values, overall } = totals(samples);
  for (const [name, sum] of Object.entries(lists)) console.log(line(name, sum));
  const single = Object.entries(values).map(([name, { ok, all }]) => `${name} ${ok}/${all}`);
  console.log(`single values ${overall.ok}/${overall.all}: ${single.join(', ')}`);
  console.log(line(`ALL, ${samples.length} files`, overall), ` values ${percent(overall.ok, overall.all).trim()}`);
}

function samplesIn(folder: string, ending: string): Sample[] {
  const files = readdirSync(folder).filter((file) => IMPORTABLE.test(file) && file.endsWith(ending));
  return files.sort().map((name) => {
    const gold = JSON.parse(readFileSync(join(folder, `${name.split('.')[0]}.json`), 'utf8'));
    return { name, score: scorePlan(draftOf(join(folder, name)), gold) };
  });
}

if (process.argv[1] === import.meta.filename) {
  const [which = 'tuning', ending = ''] = process.argv.slice(2).filter((one) => one !== '-v');
  const splits = which === 'all' ? SPLITS : SPLITS.filter((split) => split === which);
  if (splits.length === 0) throw new Error('which split: tuning, held-out or all?');
  const samples = splits.flatMap((split) => samplesIn(join(import.meta.dirname, split), ending));
  if (process.argv.includes('-v')) samples.forEach(explain);
  print(samples);
}
