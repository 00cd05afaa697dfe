import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { test } from 'node:test';
import type { PlanDocument } from '#lib/plan-document.ts';
import { writeDocx } from './docx-writer.ts';
import { pressPaper, pressSheets } from './paper-press.ts';
import { writePdf } from './pdf-writer.ts';
import { departmentPlan, nurseryPlan } from './sample-plans.ts';
import { writeXlsx } from './xlsx-writer.ts';

test('the press writes what the writers write', async () => {
  const [docx, pdf] = await Promise.all([pressPaper('docx', departmentPlan), pressPaper('pdf', departmentPlan)]);
  assert.deepEqual(docx, await writeDocx(departmentPlan));
  assert.deepEqual(Buffer.from(pdf), Buffer.from(await writePdf(departmentPlan)));
});

test('a workbook is written there as well, the same bytes', async () => {
  const sheet = { name: 'Đơn vị', columns: [{ title: 'Tên', width: 20 }], rows: [['Trường THCS Suối Ngọc']] };
  assert.deepEqual(Buffer.from(await pressSheets([sheet])), Buffer.from(writeXlsx([sheet])));
});

test('orders that come together are each answered with their own paper', async () => {
  const papers = await Promise.all(
    Array.from({ length: 6 }, (_, i) => pressPaper('docx', i % 2 ? departmentPlan : nurseryPlan)),
  );
  assert.equal(new Set(papers.map((paper) => paper.length)).size, 2);
  assert.deepEqual(papers[0], papers[2]);
});

test('a plan that cannot be written fails alone', async () => {
  const broken = { ...nurseryPlan, sections: null } as unknown as PlanDocument;
  await assert.rejects(pressPaper('pdf', broken), /could not be written/);
  assert.ok((await pressPaper('pdf', nurseryPlan)).length > 1000);
});

test('a large paper does not stop the server', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => [
    { text: String(i) },
    { text: 'Tuyên truyền nhiệm vụ năm học mới đến phụ huynh' },
  ]);
  const table = {
    columns: [
      { title: 'TT', width: 1 },
      { title: 'Nội dung', width: 5 },
    ],
    rows,
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await pressPaper('pdf', {
    ...nurseryPlan,
    sections: [{ numeral: 'I', title: 'Bảng', blocks: [{ kind: 'table', table }] }],
  });
  delay.disable();
  assert.ok(delay.max / 1e6 < 100, `${delay.max / 1e6} ms`);
});
