import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTcvn3, decodeVni, detectLegacy, encodingOfFont } from '#lib/legacy-encoding.ts';
import { assemble } from './assemble.ts';
import type { Para } from './blocks.ts';
import { readDocx } from './docx.ts';
import { docx, p, run } from './docx-fixture.ts';

test('TCVN3 letters are decoded, and capitals come from the font', () => {
  assert.equal(decodeTcvn3('Thùc hiÖn KÕ ho¹ch truyÒn th«ng'), 'Thực hiện Kế hoạch truyền thông');
  assert.equal(decodeTcvn3('bé gi¸o dôc vµ ®µo t¹o', true), 'BỘ GIÁO DỤC VÀ ĐÀO TẠO');
  assert.equal(decodeTcvn3('§Ò ¸n'), 'Đề án');
  assert.equal(decodeTcvn3('tr\u00ADêng, th\u00ADëng'), 'trường, thưởng');
});

test('VNI letters and their marks are decoded, both cases', () => {
  assert.equal(decodeVni('Thöïc hieän Keá hoaïch truyeàn thoâng'), 'Thực hiện Kế hoạch truyền thông');
  assert.equal(decodeVni('BOÄ GIAÙO DUÏC VAØ ÑAØO TAÏO'), 'BỘ GIÁO DỤC VÀ ĐÀO TẠO');
  assert.equal(
    decodeVni('Ñôn vò; kyõ naêng; lyù luaän; tröôøng hoïc; thuùc ñaåy'),
    'Đơn vị; kỹ năng; lý luận; trường học; thúc đẩy',
  );
});

test('every Vietnamese letter survives a way through both encodings', () => {
  const tcvn3 = 'µ¶·¸¹ ¨»¼½¾Æ ©ÇÈÉÊË ® ÌÎÏÐÑ ªÒÓÔÕÖ ×ØÜÝÞ ßáâãä «åæçèé ¬êëìíî ïñòóô \u00ADõö÷øù úûüýþ';
  assert.equal(decodeTcvn3(tcvn3), 'àảãáạ ăằẳẵắặ âầẩẫấậ đ èẻẽéẹ êềểễếệ ìỉĩíị òỏõóọ ôồổỗốộ ơờởỡớợ ùủũúụ ưừửữứự ỳỷỹýỵ');
});

test('a font name tells the encoding, also inside a PDF', () => {
  assert.deepEqual(encodingOfFont('.VnTime'), { encoding: 'tcvn3', capitals: false });
  assert.deepEqual(encodingOfFont('.VnTimeH'), { encoding: 'tcvn3', capitals: true });
  assert.deepEqual(encodingOfFont('ABCDEF+.VnArialH,Bold'), { encoding: 'tcvn3', capitals: true });
  assert.deepEqual(encodingOfFont('VNI-Times'), { encoding: 'vni', capitals: false });
  assert.equal(encodingOfFont('Times New Roman'), null);
  assert.equal(encodingOfFont('Verdana'), null);
});

test('text without fonts shows its encoding by its frequent words', () => {
  assert.equal(detectLegacy('Thùc hiÖn KÕ ho¹ch truyÒn th«ng cña Së Gi¸o dôc vµ §µo t¹o'), 'tcvn3');
  assert.equal(detectLegacy('Thöïc hieän Keá hoaïch truyeàn thoâng cuûa Sôû Giaùo duïc vaø Ñaøo taïo'), 'vni');
  assert.equal(detectLegacy('Thực hiện Kế hoạch truyền thông của Sở Giáo dục và Đào tạo'), null);
  assert.equal(detectLegacy('Déjà vu à la carte'), null);
});

const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const read = (body: string) => assemble(readDocx(docx({ body })));

test('runs of a Word file are decoded by their own font, mixed in one paragraph', () => {
  const reading = read(
    p(
      run('bé gi¸o dôc ', font('.VnTimeH')) +
        run('vµ ®µo t¹o ', font('.VnTime')) +
        run('năm học', font('Times New Roman')),
    ),
  );
  assert.equal((reading.blocks[0] as Para).text, 'BỘ GIÁO DỤC và đào tạo năm học');
  assert.deepEqual(reading.warnings, [{ code: 'documents.legacy-font', params: { encoding: 'TCVN3' } }]);
});

test('a soft hyphen in a TCVN3 font is the letter ư', () => {
  const body = p(`<w:r><w:rPr>${font('.VnTime')}</w:rPr><w:t>Tr</w:t><w:softHyphen/><w:t>êng häc</w:t></w:r>`);
  assert.equal((read(body).blocks[0] as Para).text, 'Trường học');
});

test('a legacy font name left on Unicode text changes nothing', () => {
  const reading = read(p(run('Kế hoạch truyền thông năm học mới', font('.VnTime'))) + p(run('có', font('.VnTime'))));
  assert.deepEqual(
    reading.blocks.map((block) => (block as Para).text),
    ['Kế hoạch truyền thông năm học mới', 'có'],
  );
  assert.deepEqual(reading.warnings, []);
});
