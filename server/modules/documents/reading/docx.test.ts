import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from './assemble.ts';
import type { Para, Reading, Table } from './blocks.ts';
import { readDocx } from './docx.ts';
import { type DocxParts, docx, GRID, p, run, tbl, tc, tr } from './docx-fixture.ts';

function read(parts: DocxParts | string): Reading {
  return assemble(readDocx(docx(typeof parts === 'string' ? { body: parts } : parts)));
}
const paras = (reading: Reading): Para[] => reading.blocks.filter((block): block is Para => block.kind === 'para');
const texts = (reading: Reading): string[] => paras(reading).map((para) => para.text);
const tableOf = (reading: Reading): Table => {
  const table = reading.blocks.find((block): block is Table => block.kind === 'table');
  assert.ok(table);
  return table;
};
const cellTexts = (table: Table) =>
  table.cells.map((cell) => [
    cell.row,
    cell.col,
    cell.rowSpan,
    cell.colSpan,
    cell.paras.map((para) => para.text).join('|'),
  ]);

test('offsets of a paragraph point at its text in the text of the whole, its label stands before', () => {
  const reading = read(
    p('1. Mục đích') + p('Thông tin kịp thời.') + tbl(GRID, tr(tc('TT'), tc('- Nội dung'))) + p('Hết'),
  );
  const all = reading.blocks.flatMap((block) =>
    block.kind === 'para' ? [block] : block.cells.flatMap((c) => c.paras),
  );
  for (const para of all) assert.equal(reading.text.slice(para.source.from, para.source.to), para.text);
  assert.deepEqual(
    all.map((para) => para.id),
    [0, 1, 2, 3, 4],
  );
  assert.equal(reading.text, '1. Mục đích\nThông tin kịp thời.\nTT\n- Nội dung\nHết');
  assert.equal(all[0]!.source.part, 'word/document.xml');
});

test('bold, italic and centring come from the run, the paragraph style and the styles it is based on', () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Tên kế hoạch"/><w:basedOn w:val="Base"/><w:rPr><w:i/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục lớn"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>';
  const body =
    p('KẾ HOẠCH', '<w:pStyle w:val="Title"/>') +
    p(run('thường', '<w:b w:val="0"/><w:i w:val="false"/>'), '<w:pStyle w:val="Title"/><w:jc w:val="left"/>') +
    p(run('đảo', '<w:rStyle w:val="Strong"/>'), '<w:pStyle w:val="Base"/>') +
    p('Mục', '<w:pStyle w:val="Muc"/>') +
    p('Không kiểu');
  const [title, plain, toggled, heading, none] = paras(read({ body, styles }));
  assert.deepEqual([title!.bold, title!.italic, title!.centred, title!.style], [true, true, true, 'Tên kế hoạch']);
  assert.deepEqual([plain!.bold, plain!.italic, plain!.centred], [false, false, false]);
  assert.equal(toggled!.bold, false, 'bold in the paragraph style and in the run style cancels out');
  assert.equal(heading!.style, 'Heading 2');
  assert.equal(none!.style, 'Normal');
});

test('a bold lead and italic stretches are measured behind the label', () => {
  const body = p(
    run('1. ', '<w:b/>') +
      run('Giáo dục Mầm non:', '<w:b/>') +
      run(' Tập trung tuyên truyền ') +
      run('(Phòng GDMN làm đầu mối)', '<w:i/>'),
  );
  const [para] = paras(read(body));
  assert.equal(para!.label, '1.');
  assert.equal(para!.text.slice(0, para!.boldLead), 'Giáo dục Mầm non:');
  assert.deepEqual(
    para!.italicSpans.map(([from, to]) => para!.text.slice(from, to)),
    ['(Phòng GDMN làm đầu mối)'],
  );
  assert.deepEqual([para!.bold, para!.italic], [false, false]);
});

test('deleted and moved text is left out, inserted text kept, and the reader is told', () => {
  const body = p(
    `${run('Giữ ')}<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:moveFrom>${run('dời đi')}</w:moveFrom><w:ins>${run('thêm')}</w:ins>`,
  );
  const merged = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Nửa đầu ')}</w:p>${p('nửa sau')}`;
  const reading = read(`${body}${merged}`);
  assert.deepEqual(texts(reading), ['Giữ thêm', 'Nửa đầu nửa sau']);
  assert.ok(reading.warnings.some((warning) => warning.code === 'documents.tracked-changes'));
});

test('field codes are no text, field results and links are', () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const body = p(
    `${run('Trang ')}${field('begin')}<w:r><w:instrText>PAGE </w:instrText></w:r>${run('mã')}${field('separate')}${run('3')}${field('end')}${run('; ')}<w:hyperlink>${run('cổng')}</w:hyperlink><w:fldSimple w:instr="DATE">${run(' 20/11')}</w:fldSimple>`,
  );
  assert.deepEqual(texts(read(body)), ['Trang 3; cổng 20/11']);
});

test('a text box is read once though the file holds it twice', () => {
  const box = `<w:txbxContent>${p('Trong khung')}</w:txbxContent>`;
  const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  assert.deepEqual(texts(read(p(run('Ngoài khung') + drawing))), ['Ngoài khung', 'Trong khung']);
  const old = `<w:r><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></w:r>`;
  assert.deepEqual(texts(read(p(old))), ['Trong khung']);
});

test('tabs, hyphens, symbols, hidden text and capitals print as they print', () => {
  const body = p(
    `${run('A')}<w:r><w:tab/></w:r>${run('B')}<w:r><w:noBreakHyphen/></w:r>${run('C')}<w:r><w:softHyphen/></w:r>${run('D')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run('ẩn', '<w:vanish/>')}${run('viết hoa', '<w:caps/>')}`,
  );
  const reading = read(body);
  assert.deepEqual(texts(reading), ['A B-CD✓VIẾT HOA']);
  assert.ok(reading.warnings.some((warning) => warning.code === 'documents.hidden-text'));
});

test('a break inside a paragraph parts what stands alone and joins what is one sentence', () => {
  const br = '<w:r><w:br/></w:r>';
  assert.deepEqual(texts(read(p(run('- Báo in;') + br + run('- Báo điện tử.')))), ['Báo in;', 'Báo điện tử.']);
  assert.deepEqual(texts(read(p(run('KẾ HOẠCH') + br + run('Truyền thông năm 2026')))), [
    'KẾ HOẠCH',
    'Truyền thông năm 2026',
  ]);
  assert.deepEqual(texts(read(p(run('Thông tin kịp thời về các') + br + run('chủ trương lớn')))), [
    'Thông tin kịp thời về các chủ trương lớn',
  ]);
  const look = run('Độc lập - Tự do - Hạnh phúc', '<w:b/>') + br + run('Sông Trà, ngày 5 tháng 9 năm 2025', '<w:i/>');
  assert.equal(texts(read(p(look))).length, 2);
});

test('cells merged across and down keep their place on the grid', () => {
  const body = tbl(
    GRID,
    tr(tc('TT'), tc('Sản phẩm', '<w:gridSpan w:val="2"/>')),
    tr(tc('1', '<w:vMerge w:val="restart"/>'), tc('Tin'), tc('10')),
    tr(tc('', '<w:vMerge/>'), tc('Bài'), tc('2')),
  );
  assert.deepEqual(cellTexts(tableOf(read(body))), [
    [0, 0, 1, 1, 'TT'],
    [0, 1, 1, 2, 'Sản phẩm'],
    [1, 0, 2, 1, '1'],
    [1, 1, 1, 1, 'Tin'],
    [1, 2, 1, 1, '10'],
    [2, 1, 1, 1, 'Bài'],
    [2, 2, 1, 1, '2'],
  ]);
});

test('header rows are those the file marks, or bold rows on top', () => {
  const marked = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('TT')}${tc('Việc')}</w:tr>`;
  assert.equal(tableOf(read(tbl(GRID, marked, tr(tc('1'), tc('Tin'))))).headerRows, 1);
  const bold = tr(tc(p(run('TT', '<w:b/>'))), tc(p(run('Việc', '<w:b/>'))));
  assert.equal(tableOf(read(tbl(GRID, bold, tr(tc('1'), tc('Tin'))))).headerRows, 1);
  assert.equal(tableOf(read(tbl(GRID, tr(tc('TT'), tc('Việc')), tr(tc('1'), tc('Tin'))))).headerRows, 0);
});

test('letterhead and signature tables are read column by column', () => {
  const head = tbl(
    '',
    tr(tc('SỞ GIÁO DỤC VÀ ĐÀO TẠO'), tc(p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + p('Độc lập - Tự do - Hạnh phúc'))),
    tr(tc('Số: 12/KH-SGDĐT'), tc('Sông Trà, ngày 05 tháng 9 năm 2025')),
  );
  const sign = tbl('', tr(tc(p('Nơi nhận:') + p('- Lưu: VT.')), tc(p('GIÁM ĐỐC') + p('Trần Thị Mai'))));
  assert.deepEqual(texts(read(head + p('KẾ HOẠCH') + sign)), [
    'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
    'Số: 12/KH-SGDĐT',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Sông Trà, ngày 05 tháng 9 năm 2025',
    'KẾ HOẠCH',
    'Nơi nhận:',
    'Lưu: VT.',
    'GIÁM ĐỐC',
    'Trần Thị Mai',
  ]);
});

test('a table whose lines come from its style is data, one whose cells take them away again is layout', () => {
  const styles = `<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Lưới"/><w:tblPr>${GRID}</w:tblPr></w:style>`;
  const rows = [tr(tc('TT'), tc('Việc')), tr(tc('1'), tc('Tin'))];
  assert.equal(read({ body: tbl('<w:tblStyle w:val="Luoi"/>', ...rows), styles }).blocks[0]!.kind, 'table');
  const none =
    '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders>';
  const bare = tbl('<w:tblStyle w:val="Luoi"/>', tr(tc('Nơi nhận:', none), tc('HIỆU TRƯỞNG', none)));
  assert.deepEqual(texts(read({ body: bare, styles })), ['Nơi nhận:', 'HIỆU TRƯỞNG']);
});

test('macros, footnotes and comments are not read, and said so', () => {
  const note = `${p(`${run('Kinh phí')}<w:r><w:footnoteReference w:id="2"/></w:r>`)}<w:p><w:commentRangeStart w:id="1"/>${run('x')}</w:p>`;
  const reading = read({ body: note, more: { 'word/vbaProject.bin': new Uint8Array(8) } });
  const codes = reading.warnings.map((warning) => warning.code).sort();
  assert.deepEqual(codes, ['documents.comments', 'documents.footnotes', 'documents.macros']);
});

test('a file that names its namespaces differently reads the same', () => {
  const xml =
    '<ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:r><ns0:rPr><ns0:b ns0:val="1"/></ns0:rPr><ns0:t>Kế hoạch</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>';
  const [para] = paras(assemble(readDocx(docx({ body: '', more: { 'word/document.xml': xml } }))));
  assert.deepEqual([para!.text, para!.bold], ['Kế hoạch', true]);
});

test('text in decomposed letters is composed, and offsets count in the composed text', () => {
  const reading = read(p('Kế hoạch truyền thông'.normalize('NFD')) + p('Mục đích'));
  assert.deepEqual(texts(reading), ['Kế hoạch truyền thông', 'Mục đích']);
  assert.equal(reading.repairs[0]!.why, 'decomposed-marks');
  assert.equal(reading.text.length, 'Kế hoạch truyền thông\nMục đích'.length);
});

test('a letterhead and a signature set with tabs and blanks are read column by column', () => {
  const tab = '<w:r><w:tab/></w:r>';
  const body =
    p(run('UBND XÃ AN BÌNH') + tab + tab + run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '<w:b/>')) +
    p(run('TRƯỜNG THCS AN BÌNH          Độc lập - Tự do - Hạnh phúc')) +
    p(run('Số: 05/KH-THCSAB') + tab + run('An Bình, ngày 05 tháng 9 năm 2025')) +
    p('KẾ HOẠCH') +
    p(run('1.') + tab + run('Mục đích')) +
    p(run('Nơi nhận:') + tab + tab + run('HIỆU TRƯỞNG')) +
    p('- Các tổ chuyên môn;') +
    p(run('- Lưu: VT.') + tab + run('Lê Văn Bình'));
  assert.deepEqual(texts(read(body)), [
    'UBND XÃ AN BÌNH',
    'TRƯỜNG THCS AN BÌNH',
    'Số: 05/KH-THCSAB',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'An Bình, ngày 05 tháng 9 năm 2025',
    'KẾ HOẠCH',
    'Mục đích',
    'Nơi nhận:',
    'Các tổ chuyên môn;',
    'Lưu: VT.',
    'HIỆU TRƯỞNG',
    'Lê Văn Bình',
  ]);
});

test('styles and numbers are found where the file links to them', () => {
  const rels = (links: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`;
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const more = {
    '_rels/.rels': rels(`<Relationship Id="r1" Type="${kind}/officeDocument" Target="/word/document2.xml"/>`),
    'word/_rels/document2.xml.rels': rels(`<Relationship Id="r1" Type="${kind}/styles" Target="styles2.xml"/>`),
    'word/document2.xml': `<w:document ${w}><w:body>${p('KẾ HOẠCH', '<w:pStyle w:val="T"/>')}</w:body></w:document>`,
    'word/styles2.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Tên"/><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
  };
  const [title] = paras(read({ body: '', more }));
  assert.deepEqual([title!.text, title!.bold, title!.source.part], ['KẾ HOẠCH', true, 'word/document2.xml']);
});
