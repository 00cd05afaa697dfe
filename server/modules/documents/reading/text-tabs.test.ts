import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading, Table } from './blocks.ts';
import { doubtsAboutTables } from './table-doubts.ts';
import { readText } from './text.ts';

const tablesOf = (reading: Reading): string[][][] =>
  reading.blocks
    .filter((block): block is Table => block.kind === 'table')
    .map((table) =>
      Array.from({ length: table.rows }, (_, row) =>
        table.cells
          .filter((cell) => cell.row === row)
          .map((cell) => cell.paras.map((para) => `${para.label ?? ''}${para.text}`).join('/')),
      ),
    );
const textsOf = (reading: Reading): string[] =>
  reading.blocks.flatMap((block) => (block.kind === 'para' ? [`${block.label ?? ''} ${block.text}`.trim()] : []));

const HEADER = 'TT\tNội dung\tThời gian\tPhối hợp';

test('a last row without its trailing cells ends at the next heading', () => {
  const read = readText(`${HEADER}\n1\tTập huấn\tQuý I\tTổ Văn\n2\tHội thảo\tQuý II\n6. KINH PHÍ\nTừ nguồn thu.`);
  assert.deepEqual(tablesOf(read)[0]!.at(-1), ['2', 'Hội thảo', 'Quý II']);
  assert.deepEqual(textsOf(read), ['6. KINH PHÍ', 'Từ nguồn thu.']);
});

test('a full last row ends at a numbered heading over a second table', () => {
  const read = readText(
    `${HEADER}\n1\tTập huấn\tQuý I\tTổ Văn\n2. Kinh phí\nCụ thể:\nTT\tNội dung\tĐơn giá\tThành tiền\n1\tIn ấn\t6.000\t30.000`,
  );
  assert.equal(tablesOf(read).length, 2);
  assert.deepEqual(tablesOf(read)[0]!.at(-1), ['1', 'Tập huấn', 'Quý I', 'Tổ Văn']);
});

test('a second header over rows counted anew opens a second table', () => {
  const rows = `${HEADER}\n1\tTập huấn\tQuý I\tTổ Văn\n2\tHội thảo\tQuý II\tTổ Toán`;
  assert.equal(tablesOf(readText(`${rows}\n${rows}`)).length, 2);
  assert.equal(tablesOf(readText(`${rows}\n\n3\n\n${HEADER}\n3\tHội thi\tQuý III\tTổ Sử`)).length, 1);
});

test('bullets in a cell stay there while later lines complete the row', () => {
  const read = readText(`${HEADER}\n1\t- Tập huấn\n- Hội thảo\tQuý I\t- Tổ Văn\n- Tổ Toán\n2\tHội thi\tQuý II\tTổ Sử`);
  assert.deepEqual(tablesOf(read)[0]!.slice(1), [
    ['1', '-Tập huấn/-Hội thảo', 'Quý I', '-Tổ Văn/-Tổ Toán'],
    ['2', 'Hội thi', 'Quý II', 'Tổ Sử'],
  ]);
});

test('one cell a line is a table where every row is complete', () => {
  const cells = [
    'TT',
    'Nội dung',
    'Thời gian',
    'Phối hợp',
    '1',
    'Tập huấn',
    'Quý I',
    '',
    '2',
    'Hội thảo',
    'Quý II',
    'Tổ',
  ];
  const read = readText(`Mở đầu\n${cells.join('\n')}\n\nIV. KINH PHÍ`);
  assert.deepEqual(tablesOf(read)[0]!.slice(1), [
    ['1', 'Tập huấn', 'Quý I', ''],
    ['2', 'Hội thảo', 'Quý II', 'Tổ'],
  ]);
  const months = ['Tháng', 'Chủ đề', 'Nội dung', 'Phụ trách', '9/2025', 'A', 'B', 'C', '10/2025', 'D', 'E', 'G'];
  assert.equal(tablesOf(readText(`${months.join('\n')}\n\nIV. KINH PHÍ`))[0]!.length, 3);
});

test('a table that cannot be rebuilt is told', () => {
  const cells = ['TT', 'Nội dung', 'Thời gian', 'Phối hợp', '1', 'Tập huấn', '2', 'Hội thảo', 'Quý II'];
  assert.deepEqual(doubtsAboutTables(readText(cells.join('\n\n')).blocks), [{ code: 'documents.doubtful-table' }]);
  assert.deepEqual(doubtsAboutTables(readText(`${HEADER}\n1\tA\tB\tC`).blocks), []);
});
