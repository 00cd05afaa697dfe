/**
 * Writes the sample plans: node build.ts tuning|held-out [text|all] [name].
 * Text and gold are exact copies of the source (a test compares them); 'all' also makes the Word files and web pages.
 * PDF files and the pages saved by a word processor were made once from the .docx files (README.md says how).
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldOf } from './gold.ts';
import type { Alphabet } from './legacy-fonts.ts';
import type { SamplePlan } from './source.ts';
import { textOf } from './text.ts';
import { webOf } from './web.ts';
import { wordOf } from './word.ts';

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
    const write = (ending: string, content: string | Uint8Array) =>
      writeFileSync(join(import.meta.dirname, split, `${plan.name}.${ending}`), content);
    write('txt', textOf(plan));
    write('json', goldText(plan));
    if (what === 'all') {
      write('docx', await wordOf(plan, 'unicode'));
      for (const extra of plan.layout.extra ?? [])
        write(...((await extraFile(plan, extra)) as [string, string | Uint8Array]));
    }
    console.log(plan.name);
  }
}

const extraFile = async (plan: SamplePlan, extra: 'web' | Alphabet): Promise<[string, string | Uint8Array]> =>
  extra === 'web' ? ['web.html', webOf(plan)] : [`${extra}.docx`, await wordOf(plan, extra)];

if (process.argv[1] === import.meta.filename) {
  const [which, what = 'text', only] = process.argv.slice(2);
  const split = SPLITS.find((one) => one === which);
  if (!split) throw new Error('which split: tuning or held-out?');
  await build(split, what, only);
}
