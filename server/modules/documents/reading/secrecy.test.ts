import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8 } from 'fflate';
import { isSecrecyMark } from '#lib/secrecy-mark.ts';
import { Unreadable } from './blocks.ts';
import { docx, GRID, p, run, tbl, tc, tr } from './docx-fixture.ts';
import { readDocument } from './intake.ts';

const LETTERHEAD = tbl('', tr(tc('UBND TỈNH SÔNG TRÀ'), tc('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')));
const REST = p('KẾ HOẠCH') + p('Truyền thông năm 2026') + p('I. MỤC ĐÍCH') + p('Bảo vệ bí mật nhà nước theo quy định.');

async function codeOf(bytes: Uint8Array, name = 'ke-hoach.docx'): Promise<string | null> {
  try {
    await readDocument(bytes, name);
    return null;
  } catch (error) {
    assert.ok(error instanceof Unreadable);
    assert.deepEqual(error.params, {});
    assert.equal(error.message, error.code);
    return error.code;
  }
}

test('stamps and statements of secrecy are marks', () => {
  for (const line of [
    'MẬT',
    'TỐI MẬT',
    'TUYỆT MẬT',
    ' M Ậ T ',
    '[MẬT]',
    'MẬT - HỎA TỐC',
    'Độ mật: Mật',
    'Mức độ mật: Tối mật',
    'ĐỘ MẬT : TUYỆT MẬT',
    'MẬT\tSố: 05/KH-UBND',
  ]) {
    assert.equal(isSecrecyMark(line), true, line);
    assert.equal(isSecrecyMark(line.normalize('NFD')), true, `${line} decomposed`);
  }
});

test('words about secrets are no marks', () => {
  for (const line of [
    'bảo vệ bí mật nhà nước',
    'Độ mật: Không',
    'Mật',
    'BẢO MẬT',
    'bí mật',
    'BÍ MẬT NHÀ NƯỚC',
    'MẬT KHẨU',
    'Mật ong',
    'HỎA TỐC',
    'THÂN MẬT',
    'Độ mật: mật độ cao',
  ]) {
    assert.equal(isSecrecyMark(line), false, line);
  }
});

test('a marked document is refused wherever the mark stands in its head', async () => {
  const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('TUYỆT MẬT')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const bodies = [
    LETTERHEAD + p('MẬT') + REST,
    tbl('', tr(tc(p('UBND TỈNH') + p('MẬT')), tc('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))) + REST,
    tbl(GRID, tr(tc('TỐI MẬT'))) + LETTERHEAD + REST,
    LETTERHEAD + REST + p(box),
    p('Độ mật: Tối mật') + LETTERHEAD + REST,
    LETTERHEAD + p(run('mËt', '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>')) + REST,
  ];
  for (const body of bodies) assert.equal(await codeOf(docx({ body })), 'documents.secret');
});

test('a mark in a page header or a watermark is seen', async () => {
  const W =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';
  const header = `<w:hdr ${W}><w:p><w:r><w:t>TỐI </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p></w:hdr>`;
  const watermark = `<w:hdr ${W}><w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p></w:hdr>`;
  for (const part of [header, watermark]) {
    assert.equal(
      await codeOf(docx({ body: LETTERHEAD + REST, more: { 'word/header1.xml': part } })),
      'documents.secret',
    );
  }
});

test('text files and web pages are refused alike', async () => {
  assert.equal(await codeOf(strToU8('SỞ GIÁO DỤC\n\nMẬT\n\nKẾ HOẠCH\n\nI. MỤC ĐÍCH\n'), 'a.txt'), 'documents.secret');
  assert.equal(
    await codeOf(strToU8('<html><body><p>SỞ</p><p><b>TỐI MẬT</b></p><p>KẾ HOẠCH</p></body></html>'), 'a.html'),
    'documents.secret',
  );
});

test('an ordinary plan that speaks of secrets is read', async () => {
  assert.equal(await codeOf(docx({ body: LETTERHEAD + REST })), null);
});
