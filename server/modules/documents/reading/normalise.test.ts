import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from './assemble.ts';
import type { Para } from './blocks.ts';
import { readDocx } from './docx.ts';
import { docx, p } from './docx-fixture.ts';
import { suggestRepairs } from './normalise.ts';

function repaired(...texts: string[]) {
  const reading = suggestRepairs(assemble(readDocx(docx({ body: texts.map((text) => p(text)).join('') }))));
  return { reading, texts: reading.blocks.map((block) => (block as Para).text), repairs: reading.repairs };
}

test('slips are suggested and the print stays', () => {
  const cases: [string, string, string, string][] = [
    ['PHÕNG GIÁO DỤC', 'PHÕNG', 'PHÒNG', 'font-map'],
    ['CỘNG HÕA XÃ HỘI', 'HÕA', 'HÒA', 'font-map'],
    ['Đăng trên Công thông tin điện tử', 'Công thông tin', 'Cổng thông tin', 'lost-accent'],
    ['đội ngũ công tác viên', 'công tác viên', 'cộng tác viên', 'lost-accent'],
    ['Chỉ thị số 16/CT – TTg ngày 18/6/2018', '16/CT – TTg', '16/CT-TTg', 'spaced-symbol'],
    ['Quyết định 2650/QĐ- BGDĐT', '2650/QĐ- BGDĐT', '2650/QĐ-BGDĐT', 'spaced-symbol'],
    ['bảo đảm tiến độ và chất lượng. ✓', '✓', './.', 'end-mark'],
  ];
  for (const [text, raw, normal, why] of cases) {
    const { texts, repairs } = repaired(text);
    assert.deepEqual(texts, [text]);
    assert.deepEqual(repairs, [{ raw, normal, why, block: 0 }], text);
  }
});

test('what is right is left in peace', () => {
  for (const text of [
    'Bà VÕ THỊ HOA',
    'Công tác truyền thông',
    'Cổng thông tin điện tử',
    '16/CT-TTg',
    'Sở Giáo dục - Bộ Công an',
    'Đây là kế hoạch',
  ]) {
    assert.deepEqual(repaired(text).repairs, [], text);
  }
});

test('letters that no Vietnamese word has are put right, logged, and keep their places', () => {
  const { reading, texts, repairs } = repaired('Ðẩy mạnh hoạt động của ngƣời học', 'Mục đích');
  assert.deepEqual(texts, ['Đẩy mạnh hoạt động của người học', 'Mục đích']);
  assert.deepEqual(
    repairs.map((repair) => [repair.why, repair.block]),
    [['look-alike', 0]],
  );
  const second = reading.blocks[1] as Para;
  assert.equal(reading.text.slice(second.source.from, second.source.to), 'Mục đích');
  assert.equal(reading.text.startsWith('Đẩy mạnh'), true);
});
