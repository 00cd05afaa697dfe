/**
 * How long it takes to read and understand a plan, warm, median of each file; and the command as a whole process.
 * Run: npm run bench -- import [rounds]
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePlan } from '#modules/documents/parsing/parse-plan.ts';
import { readDocument } from '#modules/documents/reading/intake.ts';

const rounds = Number(process.argv[2] ?? 30);
const folder = path.join(import.meta.dirname, '../server/modules/documents/samples/tuning');
const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

async function timeOf(file: string): Promise<{ reading: number; parsing: number }> {
  const bytes = readFileSync(path.join(folder, file));
  const reading: number[] = [];
  const parsing: number[] = [];
  for (let i = 0; i < rounds + 3; i++) {
    const t0 = performance.now();
    const read = await readDocument(new Uint8Array(bytes), file);
    const t1 = performance.now();
    parsePlan(read);
    if (i < 3) continue;
    reading.push(t1 - t0);
    parsing.push(performance.now() - t1);
  }
  return { reading: median(reading), parsing: median(parsing) };
}

console.log(`median of ${rounds} after 3, ms       read   parse   total`);
for (const ending of ['docx', 'pdf', 'html', 'txt']) {
  for (const file of readdirSync(folder).filter((f) => f.endsWith(`.${ending}`))) {
    const { reading, parsing } = await timeOf(file);
    const cell = (n: number) => n.toFixed(1).padStart(7);
    console.log(`${file.padEnd(34)}${cell(reading)} ${cell(parsing)} ${cell(reading + parsing)}`);
  }
}

const command = path.join(import.meta.dirname, '../bin/lantoa.ts');
const whole = Array.from({ length: 7 }, () => {
  const at = performance.now();
  const run = spawnSync(process.execPath, [command, 'import', path.join(folder, 'ministry-2026.docx'), '--json']);
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return performance.now() - at;
});
console.log(`node bin/lantoa.ts import ministry-2026.docx, whole process: median ${median(whole).toFixed(0)} ms`);
