import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Para, Reading, Table } from './blocks.ts';
import { Unreadable } from './blocks.ts';
import { type DocPara, makeDoc, sprm, u16 } from './doc-fixture.ts';
import { readDocument } from './intake.ts';

const read = (paras: DocPara[], more: Omit<Parameters<typeof makeDoc>[0], 'paras'> = {}): Promise<Reading> =>
  readDocument(makeDoc({ paras, ...more }), 'ke-hoach.doc');
const paras = (reading: Reading): Para[] => reading.blocks.filter((block): block is Para => block.kind === 'para');

const BOLD = sprm(0x0835, 1);
const ITALIC = sprm(0x0836, 1);
const CENTRE = sprm(0x2461, 1);
const inList = (level: number): number[] => [...sprm(0x260a, level), ...sprm(0x460b, ...u16(1))];
const IN_TABLE = sprm(0x2416, 1);

test('an old Word file keeps its paragraphs, looks and styles', async () => {
  const reading = await read([
    { text: 'KẾ HOẠCH', props: CENTRE, chars: BOLD },
    { text: 'Mục lớn', style: 1 },
    { text: 'Căn cứ Kế hoạch số 12', chars: ITALIC },
    { text: '1. Mục đích' },
  ]);
  const [title, heading, basis, typed] = paras(reading);
  assert.deepEqual([title!.text, title!.bold, title!.centred], ['KẾ HOẠCH', true, true]);
  assert.deepEqual([heading!.bold, heading!.style], [true, 'Heading 1']);
  assert.deepEqual([basis!.italic, basis!.bold], [true, false]);
  assert.deepEqual([typed!.label, typed!.text], ['1.', 'Mục đích']);
  assert.equal(reading.format, 'doc');
  assert.deepEqual(reading.warnings, []);
});

test('its automatic numbers are counted', async () => {
  const levels = [
    { format: 1, text: '%1.' },
    { format: 0, text: '%2.' },
    { format: 0, text: '%2.%3.' },
    { format: 23, text: '-' },
  ];
  const body = [0, 1, 2, 2, 3, 0, 1].map((level) => ({ text: 'Nội dung', props: inList(level) }));
  assert.deepEqual(
    paras(await read(body, { levels })).map((para) => para.label),
    ['I.', '1.', '1.1.', '1.2.', '-', 'II.', '1.'],
  );
});

test('its fonts tell TCVN3, where ư is the code of a soft hyphen', async () => {
  const font = (index: number): number[] => [...sprm(0x4a4f, ...u16(index)), ...sprm(0x4a51, ...u16(index))];
  const reading = await read(
    [
      { text: 'bé gi¸o dôc vµ ®µo t¹o', chars: font(1) },
      { text: 'Tr\u00ADêng häc', chars: font(2) },
      { text: 'Kế hoạch', chars: font(0) },
    ],
    { fonts: ['Times New Roman', '.VnTimeH', '.VnTime'] },
  );
  assert.deepEqual(
    paras(reading).map((para) => para.text),
    ['BỘ GIÁO DỤC VÀ ĐÀO TẠO', 'Trường học', 'Kế hoạch'],
  );
});

/** Cells of a row with their edges (twentieths of a point) and merge flags. */
function row(texts: string[], edges: number[], flags: number[] = []): DocPara[] {
  const records = texts.flatMap((_, i) => [
    ...u16(flags[i] ?? 0),
    0,
    0,
    ...Array.from({ length: 4 }, () => [4, 1, 0, 0]).flat(),
  ]);
  const operand = [texts.length, ...edges.flatMap((edge) => u16(edge)), ...records];
  const cells = texts.map((text): DocPara => ({ text, props: IN_TABLE, mark: 7 }));
  return [
    ...cells,
    {
      text: '',
      props: [...IN_TABLE, ...sprm(0x2417, 1), ...sprm(0xd608, ...u16(operand.length + 1), ...operand)],
      mark: 7,
    },
  ];
}

test('its tables keep their grid, merged cells included', async () => {
  const reading = await read([
    ...row(['TT', 'Sản phẩm'], [0, 1000, 5000]),
    ...row(['1', 'Tin', '10'], [0, 1000, 3000, 5000], [0x60]),
    ...row(['', 'Bài', '2'], [0, 1000, 3000, 5000], [0x20]),
    { text: 'Hết bảng' },
  ]);
  const table = reading.blocks[0] as Table;
  assert.deepEqual(
    table.cells.map((cell) => [
      cell.row,
      cell.col,
      cell.rowSpan,
      cell.colSpan,
      cell.paras.map((para) => para.text).join('|'),
    ]),
    [
      [0, 0, 1, 1, 'TT'],
      [0, 1, 1, 2, 'Sản phẩm'],
      [1, 0, 2, 1, '1'],
      [1, 1, 1, 1, 'Tin'],
      [1, 2, 1, 1, '10'],
      [2, 1, 1, 1, 'Bài'],
      [2, 2, 1, 1, '2'],
    ],
  );
  assert.equal((reading.blocks[1] as Para).text, 'Hết bảng');
});

test('field codes, anchors and deleted text are no text', async () => {
  const reading = await read([
    { text: 'Trang \u0013PAGE \u00143\u0015, \u0008hết' },
    { text: 'đã xóa', chars: sprm(0x0800, 1) },
  ]);
  assert.deepEqual(
    paras(reading).map((para) => para.text),
    ['Trang 3, hết'],
  );
  assert.deepEqual(reading.warnings, [{ code: 'documents.tracked-changes' }]);
});

test('a secrecy mark in its page header is seen', async () => {
  await assert.rejects(
    read([{ text: 'KẾ HOẠCH' }], { headers: 'TỐI MẬT\r' }),
    (error) => error instanceof Unreadable && error.code === 'documents.secret',
  );
});

test('a damaged one is read in another way or refused', async () => {
  const whole = makeDoc({ paras: [{ text: 'KẾ HOẠCH truyền thông năm 2026' }, { text: 'I. MỤC ĐÍCH' }] });
  const path = process.env.PATH;
  // Without LibreOffice in reach, so that the test says the same on every machine.
  process.env.PATH = '';
  try {
    for (let i = 0; i < 60; i++) {
      const damaged = whole.slice(0, i % 4 === 0 ? whole.length - i * 60 : undefined);
      for (let hit = 0; hit < 5; hit++) damaged[(i * 7919 + hit * 104_729) % damaged.length] = (i * 31 + hit) % 256;
      await readDocument(damaged, 'a.doc').catch((error: unknown) =>
        assert.ok(error instanceof Unreadable, String(error)),
      );
    }
  } finally {
    process.env.PATH = path;
  }
});
