import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanDraft } from './plan-draft.ts';
import { type Correction, correct, fieldsOf, openCount, type ReviewField } from './review.ts';

const source = { part: 'text', from: 0, to: 10, spans: [{ block: 0, from: 0, to: 10 }] };
const sure = { source, confidence: 0.95, rule: 'list' };
const draft: PlanDraft = {
  schema: 'lantoa-draft/1',
  header: {
    parentBody: null,
    issuingBody: 'Sở Giáo dục và Đào tạo Sông Trà',
    number: '12',
    symbol: 'KH-SGDĐT',
    place: 'Sông Trà',
    date: { iso: '2026-01-10', day: 10, month: 1, year: 2026 },
  },
  docType: 'KẾ HOẠCH',
  title: 'Truyền thông năm 2026',
  period: { kind: 'calendarYear', from: 2026, to: 2026 },
  legalBases: [],
  citedDocuments: [],
  opening: null,
  closing: null,
  sections: [],
  purposes: [{ ...sure, text: 'Tạo đồng thuận. Lan tỏa gương tốt.' }],
  requirements: [
    { ...sure, text: 'Kịp thời' },
    { ...sure, confidence: 0.4, text: 'đúng quy định' },
  ],
  contentAreas: [
    {
      ...sure,
      number: '1',
      title: 'Giáo dục mầm non',
      text: 'Trường học an toàn',
      items: [],
      focalUnits: [],
      coordinatingUnits: [],
    },
  ],
  solutions: [],
  activities: [],
  responsibilities: [{ ...sure, actor: 'Văn phòng Sở', duties: [{ ...sure, text: 'Đôn đốc', tasks: [] }] }],
  quotas: [],
  deliverables: [],
  reporting: [],
  channels: [],
  budget: null,
  recipients: [],
  signer: null,
  abbreviations: [],
  evidence: { 'header.number': sure, title: sure },
  unclaimed: [{ ...sure, text: 'Đoạn lạ' }],
  warnings: [],
};
const fields = fieldsOf(draft);
const apply = (correction: Correction, to: readonly ReviewField[] = fields) => {
  const result = correct(to, correction);
  assert.ok(result);
  return result.fields;
};
const byKey = (list: readonly ReviewField[], key: string) => list.find((f) => f.key === key);

test('a doubtful item and an unclaimed paragraph ask for an eye; a confident one does not', () => {
  assert.equal(byKey(fields, 'requirement:1')?.state, 'open');
  assert.equal(byKey(fields, 'unclaimed:0')?.state, 'open');
  assert.equal(byKey(fields, 'requirement:0')?.state, 'read');
});

test('a value that plans usually state asks for an eye when it is missing', () => {
  assert.equal(byKey(fields, 'signer.position')?.state, 'open');
  assert.equal(byKey(fields, 'header.parentBody')?.state, 'read');
});

test('opening words and the signing mode are as sure as what they were read from', () => {
  const read = fieldsOf({
    ...draft,
    opening: { ...sure, text: 'Sở ban hành Kế hoạch như sau:' },
    signer: { mode: 'KT.', onBehalfOf: 'GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', name: null },
    evidence: { ...draft.evidence, 'signer.position': sure },
  });
  assert.deepEqual(
    ['opening', 'signer.mode', 'signer.onBehalfOf'].map((key) => [byKey(read, key)?.state, byKey(read, key)?.source]),
    [1, 2, 3].map(() => ['read', source]),
  );
});

test('accepting closes a field and lowers the count', () => {
  const after = apply({ act: 'accept', field: 'requirement:1' });
  assert.equal(openCount(after), openCount(fields) - 1);
});

test('splitting makes two items of one, in place', () => {
  const after = apply({ act: 'split', field: 'purpose:0', at: 'Tạo đồng thuận.'.length });
  const values = after.filter((f) => f.group === 'purpose').map((f) => f.value);
  assert.deepEqual(values, ['Tạo đồng thuận.', 'Lan tỏa gương tốt.']);
});

test('joining puts an item onto the one before it and keeps both places in the source', () => {
  const after = apply({ act: 'join', field: 'requirement:1' });
  const joined = byKey(after, 'requirement:0');
  assert.equal(joined?.value, 'Kịp thời đúng quy định');
  assert.equal(joined?.source?.spans.length, 2);
  assert.equal(byKey(after, 'requirement:1'), undefined);
});

test('the first item of a kind has nothing to join', () => {
  assert.equal(correct(fields, { act: 'join', field: 'requirement:0' }), null);
});

test('an unclaimed paragraph becomes a duty of the nearest actor', () => {
  const after = apply({ act: 'change-kind', field: 'unclaimed:0', group: 'duty' });
  assert.equal(byKey(after, 'unclaimed:0')?.group, 'duty');
  assert.equal(byKey(after, 'unclaimed:0')?.parent, 'actor:0');
});

test('a single value cannot be moved to another kind', () => {
  assert.equal(correct(fields, { act: 'change-kind', field: 'title', group: 'purpose' }), null);
});

test('dropping keeps the field, so that it can be opened again', () => {
  const dropped = apply({ act: 'not-an-item', field: 'purpose:0' });
  assert.equal(byKey(dropped, 'purpose:0')?.state, 'dropped');
  assert.equal(byKey(apply({ act: 'reopen', field: 'purpose:0' }, dropped), 'purpose:0')?.state, 'open');
});

test('a whole group can be set aside in one act', () => {
  const after = apply({ act: 'not-an-item', field: 'group:unclaimed' });
  assert.ok(after.filter((f) => f.group === 'unclaimed').every((f) => f.state === 'dropped'));
});

test('the confident items of a kind are accepted in one act; the doubtful one still asks', () => {
  const after = apply({ act: 'accept', field: 'sure:requirement' });
  assert.equal(byKey(after, 'requirement:0')?.state, 'accepted');
  assert.equal(byKey(after, 'requirement:1')?.state, 'open');
});

test('what was accepted by mistake can be put back as it was read', () => {
  const accepted = apply({ act: 'accept', field: 'purpose:0' });
  assert.equal(
    byKey(apply({ act: 'reopen', field: 'purpose:0', value: 'read' }, accepted), 'purpose:0')?.state,
    'read',
  );
});

test('an added item knows the words of the source it was made from', () => {
  const spans = [{ block: 4, from: 3, to: 20 }];
  const after = apply({ act: 'add', field: '', group: 'solution', value: 'Mở chuyên mục', spans });
  assert.deepEqual(after.find((f) => f.group === 'solution')?.source?.spans, spans);
});

test('an added item stands behind its kind with a key of its own', () => {
  const after = apply({ act: 'add', field: '', group: 'solution', value: 'Mở chuyên mục hỏi đáp' });
  assert.equal(after.filter((f) => f.group === 'solution').length, 1);
  assert.equal(new Set(after.map((f) => f.key)).size, after.length);
});

test('a correction that fits nothing is refused', () => {
  assert.equal(correct(fields, { act: 'accept', field: 'purpose:99' }), null);
  assert.equal(correct(fields, { act: 'split', field: 'purpose:0', at: 0 }), null);
});
