import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from './assemble.ts';
import type { Para, Reading, Table } from './blocks.ts';
import { readPdf } from './pdf.ts';
import { type FixturePage, type FixtureText, makePdf, setParagraph, widthOf } from './pdf-fixture.ts';

async function read(...pages: FixturePage[]): Promise<Reading> {
  const raw = await readPdf(makePdf(pages));
  const reading = assemble(raw);
  return raw.pages ? { ...reading, pages: raw.pages } : reading;
}
const texts = (reading: Reading): string[] =>
  reading.blocks
    .filter((block): block is Para => block.kind === 'para')
    .map((para) => `${para.label ? `${para.label} ` : ''}${para.text}`);
const cells = (reading: Reading): unknown[] =>
  reading.blocks
    .filter((block): block is Table => block.kind === 'table')
    .flatMap((table) =>
      table.cells.map((cell) => [
        cell.row,
        cell.col,
        cell.rowSpan,
        cell.colSpan,
        cell.paras.map((para) => para.text).join('|'),
      ]),
    );

const LEFT = 85;
const WIDTH = 450;
const PROSE =
  'Đẩy mạnh thông tin về các chủ trương lớn của ngành; giới thiệu những cách làm hay và những tấm gương tiêu biểu trong nhà trường để xã hội hiểu đúng, đồng thuận và cùng tham gia.';

/** Lines of several paragraphs one below the other. */
function column(paragraphs: string[], from: number, indent = 36): FixtureText[] {
  const lines: FixtureText[] = [];
  let y = from;
  for (const text of paragraphs) {
    const set = setParagraph(text, { x: LEFT, y, width: WIDTH, indent });
    lines.push(...set);
    y = set.at(-1)!.y + 12 * 1.3 + 6;
  }
  return lines;
}

function centred(text: string, y: number, middle = LEFT + WIDTH / 2, font?: string): FixtureText {
  return { x: middle - widthOf(text) / 2, y, text, ...(font ? { font } : {}) };
}

test('lines are joined to the paragraphs they were broken from', async () => {
  const paragraphs = [`1. ${PROSE}`, `- ${PROSE}`, 'Tổ chức thực hiện.', PROSE];
  assert.deepEqual(texts(await read({ texts: column(paragraphs, 80) })), paragraphs);
});

test('bytes in a Buffer, a view into memory of others, are read as well', async () => {
  const bytes = makePdf([{ texts: column([PROSE], 90) }]);
  const whole = Buffer.concat([Buffer.from('before'), bytes]);
  const raw = await readPdf(whole.subarray(6));
  assert.deepEqual(texts(assemble(raw)), texts(await read({ texts: column([PROSE], 90) })));
});

test('paragraphs without indentation are told by the room that was left', async () => {
  const paragraphs = [PROSE, 'Kinh phí do đơn vị tự bảo đảm.', PROSE];
  assert.deepEqual(texts(await read({ texts: column(paragraphs, 80, 0) })), paragraphs);
});

test('a paragraph goes on over a page end, and page numbers are gone', async () => {
  const lines = column([PROSE, PROSE], 700);
  const split = lines.findIndex((line) => line.y > 740);
  const first = lines.slice(0, split);
  const second = lines.slice(split).map((line, i) => ({ ...line, y: 70 + i * 15.6 }));
  const number = (n: number): FixtureText => centred(String(n), 30);
  const reading = await read(
    { texts: [...column([PROSE, PROSE, PROSE], 80), ...first] },
    { texts: [number(2), ...second, ...column([PROSE], 300)] },
  );
  assert.deepEqual(texts(reading), [PROSE, PROSE, PROSE, PROSE, PROSE, PROSE]);
});

test('the letterhead and the signature are read column by column', async () => {
  const right = 440;
  const left = 170;
  const page: FixturePage = {
    texts: [
      centred('SỞ GIÁO DỤC SÔNG TRÀ', 60, left, 'Times-Bold'),
      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 60, right, 'Times-Bold'),
      centred('Độc lập - Tự do - Hạnh phúc', 75, right, 'Times-Bold'),
      centred('Số: 12/KH-SGDĐT', 96, left),
      centred('Sông Trà, ngày 05 tháng 9 năm 2025', 96, right, 'Times-Italic'),
      centred('KẾ HOẠCH', 130, undefined, 'Times-Bold'),
      ...column([PROSE, `Trong năm học, ${PROSE}`, `Cùng với đó, ${PROSE}`], 160),
      { x: LEFT, y: 400, text: 'Nơi nhận:', font: 'Times-BoldItalic' },
      centred('KT. GIÁM ĐỐC', 400, right, 'Times-Bold'),
      { x: LEFT, y: 415, text: '- Các phòng thuộc Sở;' },
      centred('PHÓ GIÁM ĐỐC', 415, right, 'Times-Bold'),
      { x: LEFT, y: 430, text: '- Lưu: VT.' },
      centred('Trần Thị Mai', 480, right, 'Times-Bold'),
    ],
  };
  const reading = await read(page);
  assert.deepEqual(texts(reading), [
    'SỞ GIÁO DỤC SÔNG TRÀ',
    'Số: 12/KH-SGDĐT',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Sông Trà, ngày 05 tháng 9 năm 2025',
    'KẾ HOẠCH',
    PROSE,
    `Trong năm học, ${PROSE}`,
    `Cùng với đó, ${PROSE}`,
    'Nơi nhận:',
    '- Các phòng thuộc Sở;',
    '- Lưu: VT.',
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
    'Trần Thị Mai',
  ]);
  const title = reading.blocks.find((block) => block.kind === 'para' && block.text === 'KẾ HOẠCH') as Para;
  assert.deepEqual([title.bold, title.centred, title.source.page], [true, true, 1]);
});

/** A grid of lines for cells at x positions and y positions, without the pieces listed. */
function grid(xs: number[], ys: number[], without: string[] = []): [number, number, number, number][] {
  const lines: [number, number, number, number][] = [];
  ys.forEach((y, r) => {
    for (let c = 0; c + 1 < xs.length; c++) if (!without.includes(`h${r}.${c}`)) lines.push([xs[c]!, y, xs[c + 1]!, y]);
  });
  xs.forEach((x, c) => {
    for (let r = 0; r + 1 < ys.length; r++) if (!without.includes(`v${r}.${c}`)) lines.push([x, ys[r]!, x, ys[r + 1]!]);
  });
  return lines;
}

const XS = [90, 130, 300, 420];
const at = (col: number, y: number, text: string, font?: string): FixtureText => ({
  x: XS[col]! + 5,
  y,
  text,
  ...(font ? { font } : {}),
});

test('a ruled table comes out on its grid, merged cells included, drawn by strokes or by thin rectangles', async () => {
  const strokes = grid(XS, [100, 120, 150, 180], ['v0.2', 'h2.0']);
  const page = {
    texts: [
      at(0, 114, 'TT', 'Times-Bold'),
      at(1, 114, 'Nội dung và sản phẩm', 'Times-Bold'),
      at(0, 140, '1.'),
      at(1, 132, 'Tuyên truyền về mọi kỳ thi'),
      at(1, 146, 'tuyển sinh'),
      at(2, 140, '03 tin'),
      at(1, 170, 'Ngày hội sách'),
      at(2, 170, '01 bài'),
      ...column([PROSE], 300),
    ],
  };
  const expected = [
    [0, 0, 1, 1, 'TT'],
    [0, 1, 1, 2, 'Nội dung và sản phẩm'],
    [1, 0, 2, 1, '1.'],
    [1, 1, 1, 1, 'Tuyên truyền về mọi kỳ thi tuyển sinh'],
    [1, 2, 1, 1, '03 tin'],
    [2, 1, 1, 1, 'Ngày hội sách'],
    [2, 2, 1, 1, '01 bài'],
  ];
  assert.deepEqual(cells(await read({ ...page, strokes })), expected);
  const fills = strokes.map(([x0, y0, x1, y1]): [number, number, number, number] => [
    x0,
    y0,
    Math.max(0.5, x1 - x0),
    Math.max(0.5, y1 - y0),
  ]);
  assert.deepEqual(cells(await read({ ...page, fills })), expected);
});

test('a table broken by the page is one table, and so is a row cut in the middle', async () => {
  const header = (y: number) => [
    at(0, y, 'TT', 'Times-Bold'),
    at(1, y, 'Nội dung', 'Times-Bold'),
    at(2, y, 'Sản phẩm', 'Times-Bold'),
  ];
  const first: FixturePage = {
    strokes: grid(XS, [700, 720, 760, 800]),
    texts: [
      ...column([PROSE], 80),
      ...header(714),
      at(0, 734, '1.'),
      at(1, 734, 'Ngày hội sách'),
      at(2, 734, '01 bài'),
      at(0, 774, '2.'),
      at(1, 774, 'Tuyên truyền về kỳ'),
      at(2, 774, '02 phóng sự'),
    ],
  };
  const second: FixturePage = {
    strokes: grid(XS, [60, 80, 110, 140]),
    texts: [
      ...header(74),
      at(1, 94, 'thi tuyển sinh'),
      at(0, 124, '3.'),
      at(1, 124, 'Lễ khai giảng'),
      at(2, 124, '01 tin'),
      ...column([PROSE], 300),
    ],
  };
  const reading = await read(first, second);
  assert.deepEqual(cells(reading), [
    [0, 0, 1, 1, 'TT'],
    [0, 1, 1, 1, 'Nội dung'],
    [0, 2, 1, 1, 'Sản phẩm'],
    [1, 0, 1, 1, '1.'],
    [1, 1, 1, 1, 'Ngày hội sách'],
    [1, 2, 1, 1, '01 bài'],
    [2, 0, 1, 1, '2.'],
    [2, 1, 1, 1, 'Tuyên truyền về kỳ thi tuyển sinh'],
    [2, 2, 1, 1, '02 phóng sự'],
    [3, 0, 1, 1, '3.'],
    [3, 1, 1, 1, 'Lễ khai giảng'],
    [3, 2, 1, 1, '01 tin'],
  ]);
  assert.equal((reading.blocks.find((block) => block.kind === 'table') as Table).headerRows, 1);
});

test('letters drawn later by a second font stand where they belong', async () => {
  const size = 12;
  const em = size * 0.5;
  const late: FixtureText[] = [
    { x: 100, y: 80, text: 'Tr' },
    { x: 100 + em * 3, y: 80, text: 'ng học thân thiện, học sinh tích cực trong năm học mới' },
    { x: 100 + em * 2, y: 80, text: 'ườ', font: 'DejaVuSerif' },
  ];
  late[1]!.x = 100 + em * 4;
  const [first] = texts(await read({ texts: [...late, ...column([PROSE], 200)] }));
  assert.equal(first, 'Trường học thân thiện, học sinh tích cực trong năm học mới');
});

test('text in legacy fonts is decoded by the name of the font', async () => {
  const body: FixtureText[] = [
    { x: 100, y: 80, text: 'bé gi¸o dôc vµ ®µo t¹o', font: 'ABCDEF+.VnTimeH' },
    { x: 100, y: 120, text: 'Thùc hiÖn KÕ ho¹ch truyÒn th«ng', font: 'ABCDEF+.VnTime' },
  ];
  const reading = await read({
    texts: [...body, { x: 100, y: 160, text: 'Keá hoaïch truyeàn thoâng cuûa nhaø tröôøng', font: 'VNI-Times' }],
  });
  assert.deepEqual(texts(reading), [
    'BỘ GIÁO DỤC VÀ ĐÀO TẠO',
    'Thực hiện Kế hoạch truyền thông',
    'Kế hoạch truyền thông của nhà trường',
  ]);
  assert.ok(reading.warnings.some((warning) => warning.code === 'documents.legacy-font'));
});

test('every run of a page knows the block that took it, in a box inside the page', async () => {
  const reading = await read({ texts: column([`1. ${PROSE}`, PROSE], 80) });
  const [page] = reading.pages!;
  assert.ok(page!.runs.every((run) => run.block === 0 || run.block === 1));
  for (const block of reading.blocks) {
    assert.equal(block.source.page, 1);
    const [x, y, width, height] = block.source.box!;
    assert.ok(x >= 0 && y >= 0 && x + width <= page!.width && y + height <= page!.height);
  }
});

test('running headers and footers are dropped, slanted watermarks too', async () => {
  const pages = [1, 2, 3].map((n) => ({
    texts: [
      { x: LEFT, y: 40, text: 'Kế hoạch truyền thông' },
      ...column([`${n}. ${PROSE}`, PROSE], 100),
      { x: LEFT, y: 810, text: `In ngày 5/9/2025 trang ${n}` },
    ],
  }));
  assert.deepEqual(texts(await read(...pages)), [`1. ${PROSE}`, PROSE, `2. ${PROSE}`, PROSE, `3. ${PROSE}`, PROSE]);
});
