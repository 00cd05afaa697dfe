import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { readTable } from '#platform/tables/read-table.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { laidPlan } from '../../app/testing/sent-plan.ts';
import * as c from './coverage.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const commune = app.as('thom.quach@suoingoc.songtra.example');
const plan = await laidPlan(app.database, 22, [
  { unit: 'cs2', asks: ['adopted', 'wants-change', ...Array.from({ length: 20 }, () => 'unanswered' as const)] },
  { unit: 'cs1', asks: ['not-ours', 'loose'] },
  { unit: 'mn2', asks: ['unopened', null] },
]);
const { planId } = plan;
await sql`update dispatches set choice = '{"lines": [], "to": [{"mode": "assign", "unitIds": [], "kinds": ["lower-secondary", "nursery"]}]}'
  where id = ${plan.dispatchId}`.execute(app.database.owner);

async function sheetsOf(who: typeof officer, filter: object = {}) {
  const reply = await who.send(c.exportCoverage, { planId, ...filter });
  assert.equal(reply.status, 200);
  const sheets = readTable(new Uint8Array(await reply.arrayBuffer()));
  return new Map(sheets.map((sheet) => [sheet.name, sheet.rows]));
}

test('the workbook holds the units, the lines, line × unit in words, and who is missing', async () => {
  const sheets = await sheetsOf(officer);
  assert.deepEqual(
    [...sheets.keys()],
    ['Đơn vị', 'Nội dung', 'Nội dung × đơn vị 1-20', 'Nội dung × đơn vị 21-22', 'Còn thiếu'],
  );
  const units = sheets.get('Đơn vị')!;
  assert.match(units[0]![0]!, /^Tình hình triển khai Kế hoạch số \d+\/KH-SGDĐT ngày 05\/11\/2026/);
  assert.equal(units[1]![0], 'Sở Giáo dục và Đào tạo Sông Trà · Lập ngày 20/11/2026');
  const school = units.find((row) => row[1] === 'Trường THCS Suối Ngọc')!;
  assert.deepEqual(school.slice(2, 10), [
    'Trường trung học cơ sở',
    'Phòng Văn hóa - Xã hội xã Suối Ngọc',
    'Giao thực hiện',
    'Đã mở, chưa trả lời đủ',
    '22',
    '2',
    '2026-11-18',
    '2',
  ]);
  const matrix = sheets.get('Nội dung × đơn vị 1-20')!;
  const row = matrix.find((cells) => cells[1] === 'Trường THCS Suối Ngọc')!;
  assert.deepEqual(row.slice(2, 5), ['Đưa vào kế hoạch', 'Đề nghị điều chỉnh', 'Chưa trả lời']);
  const other = matrix.find((cells) => cells[1] === 'Trường THCS Bình Trà')!;
  assert.deepEqual(other.slice(2, 5), ['Không thuộc phạm vi', 'Thiếu người hoặc hạn']);
  const gaps = sheets.get('Còn thiếu')!.map((cells) => cells[1]);
  assert.ok(gaps.includes('Trường Mầm non Hoa Mai'));
  assert.ok(!gaps.includes('Trường Mầm non Suối Ngọc'));
  assert.ok(!gaps.includes('Trường Tiểu học Bình Trà'), 'its kind was not asked');
});

test('a commune exports what is below it, a filter exports what it lists', async () => {
  const names = async (who: typeof officer, filter: object) =>
    (await sheetsOf(who, filter)).get('Đơn vị')!.flatMap((row) => (/^\d+$/.test(row[0]!) ? [row[1]] : []));
  assert.deepEqual((await names(commune, {})).toSorted(), ['Trường Mầm non Suối Ngọc', 'Trường THCS Suối Ngọc']);
  assert.deepEqual(await names(officer, { states: 'unopened' }), ['Trường Mầm non Suối Ngọc']);
});
