import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperOf } from './paper.ts';
import type { PlanLine, PlanWhole } from './plans.contract.ts';

const plan = {
  upperBody: null,
  issuingBody: 'Trường THCS Suối Ngọc',
  number: null,
  symbol: 'KH-THCSSN',
  place: 'Suối Ngọc',
  issuedOn: null,
  updatedAt: '2026-11-24T00:00:00.000Z',
  title: 'Truyền thông năm học 2026-2027',
  opening: null,
  closing: null,
  budgetSource: null,
  budgetAmountVnd: null,
  signer: { mode: null, onBehalf: null, position: 'Hiệu trưởng', name: 'Lê Thị Bích Ngọc' },
  state: 'draft',
} as PlanWhole['plan'];

const line = (id: string, part: PlanLine['part'], text: string, more: Partial<PlanLine> = {}): PlanLine => ({
  id,
  part,
  parentId: null,
  position: 1,
  text,
  detail: {},
  origin: 'own',
  trace: null,
  targets: [],
  version: 1,
  ...more,
});
const paper = (...lines: PlanLine[]) => paperOf({ plan, lines, history: [] });

test('a legal basis is introduced once, however it was written', () => {
  const bases = ['Căn cứ Kế hoạch số 1/KH-SGDĐT', 'Thực hiện Quyết định số 2/QĐ-TTg', 'Nghị định số 3/2026/NĐ-CP'];
  assert.deepEqual(paper(...bases.map((text, i) => line(`${i}`, 'basis', text))).bases, [
    'Căn cứ Kế hoạch số 1/KH-SGDĐT',
    'Thực hiện Quyết định số 2/QĐ-TTg',
    'Căn cứ Nghị định số 3/2026/NĐ-CP',
  ]);
});

test('items of a content area stand as dashes below it', () => {
  const [section] = paper(
    line('a', 'area', '', { detail: { title: 'Giáo dục mầm non' } }),
    line('b', 'area', 'Phổ cập giáo dục', { parentId: 'a' }),
  ).sections;
  assert.deepEqual(section?.blocks, [
    { kind: 'heading', number: '1', text: 'Giáo dục mầm non' },
    { kind: 'dash', text: 'Phổ cập giáo dục' },
  ]);
});
