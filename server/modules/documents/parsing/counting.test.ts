import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findHits } from './channel-hits.ts';
import { findCounts } from './counts.ts';
import type { Piece } from './lines.ts';
import { readQuotas } from './quotas.ts';
import { splitUnits } from './units.ts';

const pieceOf = (text: string): Piece => ({ text, spans: [{ block: 0, from: 0, to: text.length }] });
const channelsIn = (text: string): string[] => findHits(text, 0, true).map((hit) => text.slice(hit.from, hit.to));

test('a count keeps its thousands', () => {
  const counts = findCounts('5.000 tờ gấp, 20 băng rôn');
  assert.deepEqual(
    counts.map(({ count, unit }) => [count, unit]),
    [
      [5000, 'tờ gấp'],
      [20, 'băng rôn'],
    ],
  );
});

test('every person that one sentence asks for is counted', () => {
  const quotas = readQuotas(
    'Các trường',
    pieceOf('Phân công 01 lãnh đạo phụ trách và 02 cán bộ làm đầu mối; gửi danh sách.'),
  );
  assert.deepEqual(
    quotas.map(({ kind, product, minCount }) => [kind, product, minCount]),
    [
      ['person', 'lãnh đạo', 1],
      ['person', 'cán bộ', 2],
    ],
  );
  assert.deepEqual(quotas.map(({ piece }) => piece.text).at(-1), '02 cán bộ làm đầu mối');
});

test('how often somebody inspects or sums up is no quota, how often something changes is', () => {
  const products = (text: string) => readQuotas('Tổ Văn', pieceOf(text)).length;
  assert.equal(products('Kiểm tra góc tuyên truyền của các lớp mỗi tháng 1 lần.'), 0);
  assert.equal(products('Hằng tháng tổng hợp số lượng tin, bài của từng đơn vị.'), 0);
  assert.equal(products('Thay đổi nội dung góc tuyên truyền ít nhất 1 lần/tháng.'), 1);
});

test('a channel keeps what tells it from others, and no frequency', () => {
  assert.deepEqual(channelsIn('nhóm Zalo phụ huynh các lớp; Website tuyển sinh, sổ tay hỏi - đáp về học phí.'), [
    'nhóm Zalo phụ huynh các lớp',
    'Website tuyển sinh',
    'sổ tay hỏi - đáp về học phí',
  ]);
  assert.deepEqual(channelsIn('Website: truong.example.edu.vn'), ['Website: truong.example.edu.vn']);
  assert.deepEqual(channelsIn('góc tuyên truyền của các lớp mỗi tháng 1 lần'), ['góc tuyên truyền của các lớp']);
  assert.deepEqual(channelsIn('Xây dựng chuyên trang, chuyên mục, tọa đàm.'), []);
});

test('a sentence is no unit', () => {
  assert.deepEqual(splitUnits(`Tổ Văn; ${'Tổng dự toán từ nguồn thu của trường '.repeat(8)}`), ['Tổ Văn']);
});
