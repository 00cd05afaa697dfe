/**
 * Writes the sample plans: node build.ts tuning|held-out [text|word|all] [name].
 * Text and gold are exact copies of the source (a test compares them); Word files and web pages are made again on demand.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldOf } from './gold.ts';
import type { SamplePlan } from './source.ts';
import { textOf } from './text.ts';

export const SPLITS = ['tuning', 'held-out'] as const;
export type Split = (typeof SPLITS)[number];

/** The sources of a split, by name; the file name is the plan's name. */
export async function plansOf(split: Split): Promise<SamplePlan[]> {
  const folder = join(import.meta.dirname, split);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return Promise.all(files.map(async (file) => (await import(join(folder, file))).plan as SamplePlan));
}

export const goldText = (plan: SamplePlan): string => `${JSON.stringify(goldOf(plan), null, 1)}\n`;

async function build(split: Split, what: string, only: string | undefined): Promise<void> {
  for (const plan of await plansOf(split)) {
    if (only && plan.name !== only) continue;
    const base = join(import.meta.dirname, split, plan.name);
    mkdirSync(join(import.meta.dirname, split), { recursive: true });
    writeFileSync(`${base}.txt`, textOf(plan));
    writeFileSync(`${base}.json`, goldText(plan));
    console.log(plan.name);
  }
  void what;
}

if (process.argv[1] === import.meta.filename) {
  const [split, what = 'text', only] = process.argv.slice(2);
  if (!SPLITS.includes(split as Split)) throw new Error('which split: tuning or held-out?');
  await build(split as Split, what, only);
}
