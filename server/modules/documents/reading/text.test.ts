import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Para, Table } from './blocks.ts';
import { readText } from './text.ts';

const paras = (text: string | Uint8Array): Para[] =>
  readText(text).blocks.filter((block): block is Para => block.kind === 'para');
const texts = (text: string | Uint8Array): string[] => paras(text).map((para) => para.text);
const tableOf = (text: string): Table => {
  const table = readText(text).blocks.find((block): block is Table => block.kind === 'table');
  assert.ok(table, 'no table was found');
  return table;
};
const rowsOf = (table: Table): string[][] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).map((cell) => cell.paras.map((para) => para.text).join('/')),
  );

test('labels leave the text, bold and italic marks become what they mean', () => {
  const [heading, lead] = paras('**I. MỤC ĐÍCH**\n\n**1. Mầm non:** Tập trung (*Phòng A làm đầu mối*).');
  assert.deepEqual([heading!.label, heading!.text, heading!.bold], ['I.', 'MỤC ĐÍCH', true]);
  assert.deepEqual([lead!.label, lead!.text.slice(0, lead!.boldLead)], ['1.', 'Mầm non:']);
  assert.deepEqual(
    lead!.italicSpans.map(([from, to]) => lead!.text.slice(from, to)),
    ['Phòng A làm đầu mối'],
  );
});

test('a source range holds the printed text, marks and all', () => {
  const reading = readText('\ufeff# Tiêu đề\r\n\r\n- Một **hai** ba\r\n');
  const last = reading.blocks.at(-1) as Para;
  assert.equal(reading.text.slice(last.source.from, last.source.to), '- Một **hai** ba');
  assert.equal(last.text, 'Một hai ba');
});

test('NFD, spaces that do not break and invisible letters are cleaned', () => {
  assert.deepEqual(texts('Truyền\u00a0thông\u200b'.normalize('NFD')), ['Truyền thông']);
});

test('a paragraph cut by a page is one again, a list is not', () => {
  const cut = 'Nâng cao hiệu quả hoạt động của các trung tâm, đáp ứng nhu cầu xã';
  assert.deepEqual(texts(`${cut}\n\nhội; công tác phân luồng.`), [`${cut} hội; công tác phân luồng.`]);
  assert.deepEqual(texts('- Công tác tư tưởng.\n- gương người tốt'), ['Công tác tư tưởng.', 'gương người tốt']);
});

test('hard wraps are undone, whoever made them', () => {
  const lines = [
    '1. Mục đích',
    'Nâng cao nhận thức của cán bộ, giáo viên và',
    'nhân dân về vai trò của công tác truyền thông',
    'giáo dục; kịp thời biểu dương gương tốt. Giới',
    'thiệu những cách làm hay của nhà trường.',
    '2. Yêu cầu',
    'Thông tin chính xác, kịp thời, đúng quy định',
    'của pháp luật và của ngành.',
  ];
  assert.deepEqual(texts(lines.join('\n')), [
    'Mục đích',
    `${lines.slice(1, 5).join(' ')}`,
    'Yêu cầu',
    `${lines.slice(6).join(' ')}`,
  ]);
});

test('lines of tabs are a table, over blank lines and rules of a page end', () => {
  const table = tableOf(
    'TT\tNội dung\tThời gian\n1\tTập huấn\tQuý I\n\n--\t----\t---\n2\tHội thảo\tQuý II\n\nIV. KINH PHÍ',
  );
  assert.deepEqual(rowsOf(table), [
    ['TT', 'Nội dung', 'Thời gian'],
    ['1', 'Tập huấn', 'Quý I'],
    ['2', 'Hội thảo', 'Quý II'],
  ]);
});

test('pipes are a table with or without a rule below the header', () => {
  assert.deepEqual(rowsOf(tableOf('| A | B | C |\n|---|---|---|\n| 1 | 2 | |')), [
    ['A', 'B', 'C'],
    ['1', '2', ''],
  ]);
  assert.equal(tableOf('Tháng | Nội dung | Ai\n9 | Khai giảng | BGH').rows, 2);
});

test('two tables with a heading between them stay two', () => {
  const tables = readText('TT\tA\tB\n1\tx\ty\nII. NỘI DUNG\nTT\tC\tD\n1\tx\ty').blocks.filter(
    (block) => block.kind === 'table',
  );
  assert.equal(tables.length, 2);
});

test('a letterhead and a signature in two columns are read one column after the other', () => {
  assert.deepEqual(
    texts(
      'UBND TỈNH A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ GDĐT\tĐộc lập - Tự do - Hạnh phúc\nSố: 1/KH-SGDĐT\tA, ngày 02 tháng 3 năm 2026',
    ).slice(0, 3),
    ['UBND TỈNH A', 'SỞ GDĐT', 'Số: 1/KH-SGDĐT'],
  );
  assert.deepEqual(texts('Nơi nhận:\tHIỆU TRƯỞNG\n- Sở GDĐT;\n- Lưu: VT.\tLê Văn A'), [
    'Nơi nhận:',
    'Sở GDĐT;',
    'Lưu: VT.',
    'HIỆU TRƯỞNG',
    'Lê Văn A',
  ]);
});

test('page numbers and rules are no paragraphs', () => {
  assert.deepEqual(texts('Một câu.\n\n2\n\nTrang 3/5\n\n-----\n\nHai câu.'), ['Một câu.', 'Hai câu.']);
});

test('UTF-16 and the encodings before Unicode are read', () => {
  const utf16 = new Uint8Array(Buffer.from(`\ufeffKế hoạch`, 'utf16le'));
  assert.deepEqual(texts(utf16), ['Kế hoạch']);
  const tcvn3 =
    'KÕ ho¹ch truyÒn th«ng vµ c«ng t¸c gi¸o dôc cña nhµ tr­êng trong n¨m häc, c¸c ®¬n vÞ thùc hiÖn theo néi dung';
  assert.match(
    texts(new Uint8Array(Buffer.from(tcvn3, 'latin1')))[0]!,
    /truyền thông và công tác giáo dục của nhà trường/,
  );
});

test('a table kept apart by blanks alone is a table, its cells go on where their lines were full', () => {
  const table = tableOf(
    [
      'Tháng     Nội dung công việc             Người làm       Ghi chú',
      '9/2023    - Khai giảng năm học mới       BGH, TPT',
      '          - Tuyên truyền an toàn         TPT Đội',
      '            giao thông',
      '10/2023   Hội nghị viên chức             BGH, Công đoàn',
      '11/2023   Ngày Nhà giáo Việt Nam         BGH             Viết 02 bài',
    ].join('\n'),
  );
  assert.deepEqual(rowsOf(table), [
    ['Tháng', 'Nội dung công việc', 'Người làm', 'Ghi chú'],
    ['9/2023', 'Khai giảng năm học mới/Tuyên truyền an toàn giao thông', 'BGH, TPT/TPT Đội', ''],
    ['10/2023', 'Hội nghị viên chức', 'BGH, Công đoàn', ''],
    ['11/2023', 'Ngày Nhà giáo Việt Nam', 'BGH', 'Viết 02 bài'],
  ]);
});

test('syllables that a PDF tore apart are whole again, and the repair is told', () => {
  const reading = readText('Mục đích c ủa n ội b ộ nhà tr ường, thực hi ện theo lu ật; cho ăn uống đầy đ ủ.');
  assert.deepEqual(
    reading.blocks.map((block) => block.kind === 'para' && block.text),
    ['Mục đích của nội bộ nhà trường, thực hiện theo luật; cho ăn uống đầy đủ.'],
  );
  assert.deepEqual(reading.repairs, [{ raw: 'c ủa', normal: 'của', why: 'split-syllables', block: 0 }]);
  assert.deepEqual(texts('Tổ c ở tầng hai.'), ['Tổ c ở tầng hai.']);
});

test('a number alone on its line belongs to the heading below it', () => {
  const [section, point, prose] = paras('I.\nMỤC ĐÍCH, YÊU CẦU\n1.\nMục đích\nĐể cha mẹ hiểu rõ hơn.');
  assert.deepEqual([section!.label, section!.text], ['I.', 'MỤC ĐÍCH, YÊU CẦU']);
  assert.deepEqual([point!.label, point!.text, prose!.text], ['1.', 'Mục đích', 'Để cha mẹ hiểu rõ hơn.']);
});
