import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideTexts, t } from '../../texts/texts.ts';
import plans from '../../texts/vi/plans.ts';
import { factName, factOfVersion } from './version-facts.ts';

provideTexts('plans', 'vi', plans);
const words = (name: string, text: string | null) => factOfVersion(name, text, t);

test('facts of a comparison are told in words', () => {
  assert.equal(words('months', '2026-04, 2026-05'), 'tháng 4-5');
  assert.equal(words('quarters', '1, 4'), 'I, IV');
  assert.equal(words('per', 'month'), 'tháng');
  assert.equal(words('budgetVnd', '12500000'), '12.500.000 đồng');
  assert.equal(words('deadline', '2026-09-15'), '15/09/2026');
  assert.equal(words('targets', '3 bài báo (2026-04, 2026-09)'), '3 bài báo (4/2026, 9/2026)');
  assert.equal(words('period', '2027-2027'), '2027');
  assert.equal(words('place', null), '');
});

test('facts have their names, those of the header their own', () => {
  assert.equal(factName('activity', 'leadUnits', t), 'Đơn vị chủ trì');
  assert.equal(factName('header', 'title', t), 'Trích yếu nội dung');
  assert.equal(factName('area', 'title', t), 'Tên nội dung');
  assert.equal(factName('area', 'mới', t), 'mới');
});
