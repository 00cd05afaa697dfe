/**
 * How fast plans become .docx, PDF and .xlsx, in one process, warm: node bin/run.mjs bench/export.bench.ts [rounds]
 * Every round changes the text, so that no cache of the compiler serves a whole document. The last lines give the
 * worst case that we let through (a matrix of 500 rows), what this process holds afterwards, and what a server notices
 * of the same work, which it gives to a process of its own.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { PlanDocument } from '#lib/plan-document.ts';
import { writeDocx } from '#modules/documents/export/docx-writer.ts';
import { pressPaper } from '#modules/documents/export/paper-press.ts';
import { writePdf } from '#modules/documents/export/pdf-writer.ts';
import { samplePlans } from '#modules/documents/export/sample-plans.ts';
import type { Sheet } from '#modules/documents/export/sheet.ts';
import { writeXlsx } from '#modules/documents/export/xlsx-writer.ts';

const rounds = Number(process.argv[2] ?? 40);
const plans = Object.values(samplePlans);
const writers: [string, (plan: PlanDocument) => Promise<Uint8Array> | Uint8Array][] = [
  ['docx', writeDocx],
  ['pdf', writePdf],
  ['xlsx', (plan) => writeXlsx(sheetsOf(plan))],
];

/** The tables of a plan, one a sheet. */
const sheetsOf = (plan: PlanDocument): Sheet[] =>
  plan.sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block): Sheet[] =>
      block.kind === 'table'
        ? [
            {
              name: title,
              columns: block.table.columns,
              rows: block.table.rows.map((row) => row.map(({ text, ...cell }) => ({ ...cell, value: text }))),
            },
          ]
        : [],
    ),
  );

/** The plan with every text changed a little. */
function changed(plan: PlanDocument, round: number): PlanDocument {
  const text = JSON.stringify(plan).replace(/"text":"(?=[^"])/g, `"text":"Lần ${round}. `);
  return JSON.parse(text) as PlanDocument;
}

function longMatrix(rows: number): PlanDocument {
  const columns = ['TT', 'Nội dung', 'Sản phẩm', 'Chủ trì', 'Thời gian', 'Phối hợp'].map((title) => ({
    title,
    width: 1,
  }));
  const texts = [
    '1',
    'Tuyên truyền nhiệm vụ năm học mới đến phụ huynh',
    '02 bài báo',
    'Văn phòng Sở',
    'Quý I',
    'UBND các xã, phường',
  ];
  const table = { columns, rows: Array.from({ length: rows }, () => texts.map((text) => ({ text }))) };
  return {
    ...samplePlans.nursery,
    sections: [{ numeral: 'I', title: 'Hoạt động', blocks: [{ kind: 'table', table }] }],
  };
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);
const percentile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

console.log(`plans: ${plans.length} (5, 2 and 3 pages), rounds: ${rounds}, RSS before: ${megabytes()} MB`);
for (const [name, write] of writers) {
  const first = performance.now();
  await write(samplePlans.department);
  const cold = performance.now() - first;
  for (const plan of plans) await write(plan);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const plan of plans) {
      const input = changed(plan, round);
      const started = performance.now();
      await write(input);
      times.push(performance.now() - started);
    }
  }
  const total = times.reduce((a, b) => a + b, 0);
  times.sort((a, b) => a - b);
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)].map((ms) => ms.toFixed(1));
  const rate = ((times.length * 1000) / total).toFixed(0);
  console.log(
    `${name.padEnd(5)} ${rate.padStart(4)} docs/s  p50 ${p50} ms  p95 ${p95} ms  first ${cold.toFixed(0)} ms  RSS ${megabytes()} MB`,
  );
}
for (const [name, write] of writers) {
  const started = performance.now();
  const bytes = await write(longMatrix(500));
  console.log(
    `${name.padEnd(5)} matrix of 500 rows: ${(performance.now() - started).toFixed(0)} ms, ${Math.round(bytes.length / 1024)} KB`,
  );
}
console.log(`RSS after: ${megabytes()} MB`);

const started = performance.now();
await pressPaper('pdf', samplePlans.department);
const cold = performance.now() - started;
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
await Promise.all(Array.from({ length: 20 }, () => pressPaper('pdf', longMatrix(500))));
delay.disable();
console.log(
  `press first PDF ${cold.toFixed(0)} ms; while 20 matrices are written the server waits at most ${(delay.max / 1e6).toFixed(0)} ms`,
);
