import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8 } from 'fflate';
import { assemble } from './assemble.ts';
import type { Para, Reading, Table } from './blocks.ts';
import { readHtml } from './html.ts';

const read = (body: string, head = ''): Reading =>
  assemble(readHtml(strToU8(`<html><head>${head}</head><body>${body}</body></html>`)));
const paras = (reading: Reading): Para[] => reading.blocks.filter((block): block is Para => block.kind === 'para');
const lines = (reading: Reading): string[] =>
  paras(reading).map((para) => `${para.label ? `${para.label} ` : ''}${para.text}`);
const table = (reading: Reading): Table => reading.blocks.find((block): block is Table => block.kind === 'table')!;

test('lists count as a browser counts them', () => {
  const body =
    '<ol type="I" start="2"><li>Nội dung<ol><li>Một</li><li value="5">Năm</li></ol></li><li>Giải pháp</li></ol><ol type=a><li>x</li></ol><ol style="list-style-type:upper-alpha"><li>y</li></ol><ul><li>z</li></ul>';
  assert.deepEqual(lines(read(body)), ['II. Nội dung', '1. Một', '5. Năm', 'III. Giải pháp', 'a. x', 'A. y', '• z']);
});

test('a list that a word processor takes up again goes on, and headings are numbered through', () => {
  const body =
    '<ol type="I"><li><h1>Tổ chức</h1><ol><li><h2>Cục</h2></ol></ol><p>Văn bản.</p>' +
    '<ol type="I"><ol start="2"><li><h2>Vụ</h2><ol><li><h3>Vụ Một</h3></ol></ol></ol><p>Văn bản.</p>' +
    '<ol type="I"><ol><ol start="2"><li><h3>Vụ Hai</h3></ol></ol></ol><ul><li>ý</ul><ol type="I"><ol><li><h2>Sở</h2></ol><li><h1>Kinh phí</h1></ol>';
  assert.deepEqual(lines(read(body)), [
    'I. Tổ chức',
    '1. Cục',
    'Văn bản.',
    '2. Vụ',
    '2.1. Vụ Một',
    'Văn bản.',
    '2.2. Vụ Hai',
    '• ý',
    '3. Sở',
    'II. Kinh phí',
  ]);
});

test('labels that Word wrote out for old browsers are labels', () => {
  const body =
    `<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Yêu cầu</p>` +
    `<p style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp; </span></span>Công tác</p>`;
  const reading = read(body);
  assert.deepEqual(lines(reading), ['2. Yêu cầu', '• Công tác']);
  assert.deepEqual(
    paras(reading).map((para) => para.level),
    [1, 0],
  );
});

test('typed labels are split off as in other formats', () => {
  assert.deepEqual(
    paras(read('<p>I. MỤC ĐÍCH</p><p>-&nbsp;Công tác</p>')).map((para) => [para.label, para.text]),
    [
      ['I.', 'MỤC ĐÍCH'],
      ['-', 'Công tác'],
    ],
  );
});

test('styles come from tags, attributes, inline styles and style sheets', () => {
  const head =
    '<style>p.Tieude{text-align:center;font-weight:bold} .c1{font-style:italic} h2{font-weight:normal} p{text-align:left}</style>';
  const body =
    '<p class="Tieude">KẾ HOẠCH</p><p><span class="c1">nghiêng</span></p><h2>mục</h2><p align=center>giữa</p><p><b>1. Mầm non:</b> tập trung</p>';
  const [title, italic, heading, middle, lead] = paras(read(body, head));
  assert.deepEqual([title!.bold, title!.centred, title!.style], [true, true, 'Tieude']);
  assert.equal(italic!.italic, true);
  assert.deepEqual([heading!.bold, heading!.style], [false, 'h2']);
  assert.equal(middle!.centred, true);
  assert.equal(lead!.text.slice(0, lead!.boldLead), 'Mầm non:');
});

test('scripts, styles, hidden and removed text are no text', () => {
  const body =
    '<script>alert("x")</script><style>p{color:red}</style><template>y</template><p style="display:none">ẩn</p><p>Giữ <del>bỏ</del><ins>thêm</ins></p><nav>Trang chủ</nav><!-- chú -->';
  assert.deepEqual(lines(read(body, '<title>Tên</title>')), ['Giữ thêm']);
});

test('white space and breaks read as in a browser', () => {
  assert.deepEqual(lines(read('<p>Kế\n   hoạch\n\ttruyền <b>thông</b></p>trần<div>khối</div>')), [
    'Kế hoạch truyền thông',
    'trần',
    'khối',
  ]);
  assert.deepEqual(lines(read('<p>KẾ HOẠCH<br>TRUYỀN THÔNG</p><pre>Dòng một.\nDòng hai.</pre>')), [
    'KẾ HOẠCH',
    'TRUYỀN THÔNG',
    'Dòng một.',
    'Dòng hai.',
  ]);
});

test('tables keep their grid with spans in both directions', () => {
  const body =
    '<table border=1><thead><tr><th>TT<th colspan=2>Việc</tr></thead><tr><td rowspan=2>1<td>Tin<td>10<tr><td>Bài<td>2</table>';
  const found = table(read(body));
  assert.equal(found.headerRows, 1);
  assert.deepEqual(
    found.cells.map((cell) => [cell.row, cell.col, cell.rowSpan, cell.colSpan, cell.paras[0]?.text]),
    [
      [0, 0, 1, 1, 'TT'],
      [0, 1, 1, 2, 'Việc'],
      [1, 0, 2, 1, '1'],
      [1, 1, 1, 1, 'Tin'],
      [1, 2, 1, 1, '10'],
      [2, 1, 1, 1, 'Bài'],
      [2, 2, 1, 1, '2'],
    ],
  );
});

test('tables without lines that hold the letterhead are read column by column', () => {
  const body =
    '<table><tr><td style="border:none"><p>SỞ GIÁO DỤC</p><p>Số: 1/KH</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p></td></tr></table>';
  assert.deepEqual(lines(read(body)), ['SỞ GIÁO DỤC', 'Số: 1/KH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
});

test('pages in old encodings and old fonts are read', () => {
  const bytes = Uint8Array.from(
    '<meta charset=windows-1252><p><font face=".VnTime">KÕ ho¹ch truyÒn th«ng</font></p>',
    (char) => char.charCodeAt(0),
  );
  const reading = assemble(readHtml(bytes));
  assert.deepEqual(lines(reading), ['Kế hoạch truyền thông']);
  assert.equal(reading.warnings[0]!.code, 'documents.legacy-font');
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from('<p>Kế hoạch</p>', (char) => char.charCodeAt(0)).buffer),
  ]);
  assert.deepEqual(lines(assemble(readHtml(wide))), ['Kế hoạch']);
});
