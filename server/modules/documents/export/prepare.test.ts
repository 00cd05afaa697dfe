import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth } from '#lib/font-metrics.ts';
import { headingColumns } from './page.ts';
import { prepare } from './prepare.ts';
import type { PreparedBlock } from './prepared.ts';
import { departmentPlan, ministryPlan, nurseryPlan } from './sample-plans.ts';
import { barePlan } from './test-text.ts';

const texts = (blocks: PreparedBlock[]) =>
  blocks.map((block) =>
    block.kind === 'table' ? '[table]' : [block.label, block.lead, block.text].filter(Boolean).join(' '),
  );
const bodyOf = (...args: Parameters<typeof barePlan>) =>
  prepare(barePlan(...args)).parts.flatMap((part) => texts(part.blocks));

test('number and date take their zeros as the Decree says', () => {
  const line = (number: string | null, date: string | null) => {
    const { numberLine, placeDate } = prepare(
      barePlan({ number, date, symbol: '/KH-SGDĐT', place: 'Thanh Hà' }),
    ).heading;
    return [numberLine, placeDate];
  };
  assert.deepEqual(line('7', '2026-02-05'), ['Số: 07/KH-SGDĐT', 'Thanh Hà, ngày 05 tháng 02 năm 2026']);
  assert.deepEqual(line('112', '2026-03-20'), ['Số: 112/KH-SGDĐT', 'Thanh Hà, ngày 20 tháng 3 năm 2026']);
  const [number = '', date = ''] = line(null, null);
  assert.match(number, /^Số: \s{8}\/KH-SGDĐT$/);
  assert.match(date, /^Thanh Hà, ngày\s{6}tháng\s{6}năm 2026$/);
});

test('bases end in semicolons and the last in a full stop, whatever was typed', () => {
  const body = bodyOf({ bases: ['Căn cứ A', 'Căn cứ B.;', '  ', 'Căn cứ C;'] });
  assert.deepEqual(body.slice(0, 2), ['Căn cứ A;', 'Căn cứ B;']);
  assert.equal(body[2], 'Căn cứ C./.');
});

test('recipients get their dashes and stops once', () => {
  assert.deepEqual(prepare(nurseryPlan).foot.recipients, [
    '- UBND xã (báo cáo);',
    '- Các tổ chuyên môn (thực hiện);',
    '- Lưu: VT.',
  ]);
});

test('the body ends in ./. once, wherever it ends', () => {
  const end = (more: Parameters<typeof barePlan>[0]) => bodyOf(more).at(-1);
  assert.equal(end({ closing: 'Đề nghị các đơn vị thực hiện.' }), 'Đề nghị các đơn vị thực hiện./.');
  assert.equal(end({ closing: 'Đề nghị các đơn vị thực hiện./.' }), 'Đề nghị các đơn vị thực hiện./.');
  assert.equal(
    end({ sections: [{ numeral: 'I', title: 'Kinh phí', blocks: [{ kind: 'dash', text: 'Theo dự toán.' }] }] }),
    '- Theo dự toán./.',
  );
  const table = { columns: [{ title: 'TT', width: 1 }], rows: [[{ text: '1' }]] };
  assert.equal(end({ sections: [{ numeral: 'I', title: 'Bảng', blocks: [{ kind: 'table', table }] }] }), './.');
  assert.deepEqual(bodyOf({}), []);
});

test('names are in capitals and long ones break before the place, inside their column', () => {
  const { upperBody, issuingBody, organSize } = prepare(departmentPlan).heading;
  assert.deepEqual(upperBody, ['ỦY BAN NHÂN DÂN', 'TỈNH THANH HÀ']);
  assert.deepEqual(issuingBody, ['SỞ GIÁO DỤC VÀ ĐÀO TẠO']);
  assert.equal(organSize, 13);
  const long = prepare(
    barePlan({ issuingBody: 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên khu vực Mường Khoa' }),
  );
  for (const line of long.heading.issuingBody) assert.ok(textWidth(line, 'bold', 13) < headingColumns[0], line);
  assert.ok(
    long.heading.issuingBody.every((line) => !/(^| )(DỤC|TÂM|NGHIỆP|XUYÊN)$/.test(line) || !line.endsWith('GIÁO')),
  );
});

test('names that fit at 12 points stay on one line', () => {
  const { upperBody, issuingBody, organSize } = prepare(nurseryPlan).heading;
  assert.deepEqual([upperBody.length, issuingBody.length, organSize], [1, 1, 12]);
});

test('regular numbers become an automatic list, irregular ones are typed', () => {
  const autos = (plan: typeof departmentPlan) =>
    prepare(plan).parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' || block.label === null || block.kind === 'dash' ? [] : [block.auto],
      ),
    );
  assert.ok(autos(departmentPlan).every((level) => level !== null));
  assert.ok(autos(ministryPlan).every((level) => level === null));
});

test('only a table of more than six columns turns the page, and takes what announces it along', () => {
  assert.deepEqual(
    prepare(departmentPlan).parts.map((part) => part.landscape),
    [false],
  );
  const parts = prepare(ministryPlan).parts;
  assert.deepEqual(
    parts.map((part) => part.landscape),
    [false, true, false],
  );
  assert.deepEqual(texts(parts[1]?.blocks ?? []).slice(0, 2), [
    '3. Nhiệm vụ cụ thể',
    'Các nhiệm vụ cụ thể và kinh phí thực hiện trong năm 2026:',
  ]);
});

test('column widths fill the text width and leave room for every word', () => {
  for (const plan of [departmentPlan, ministryPlan]) {
    for (const part of prepare(plan).parts) {
      const table = part.blocks.find((block) => block.kind === 'table');
      if (table?.kind !== 'table') continue;
      const total = table.widths.reduce((a, b) => a + b, 0);
      assert.ok(Math.abs(total - (part.landscape ? 714.3 : 467.7)) < 0.2, String(total));
      for (const cell of table.rows.flatMap((row) => row.cells)) {
        if (cell.colSpan > 1) continue;
        for (const word of cell.lines.join(' ').split(/[ \u00a0]|(?<=-)/)) {
          assert.ok(textWidth(word, 'regular', 13) <= (table.widths[cell.column] ?? 0) - 8, word);
        }
      }
    }
  }
});

test('text with line feeds becomes paragraphs, and marks written apart are joined', () => {
  assert.deepEqual(bodyOf({ opening: 'Một\n\nHai\r\nBa'.normalize('NFD'), closing: 'Hết' }), [
    'Một',
    'Hai',
    'Ba',
    'Hết./.',
  ]);
});
