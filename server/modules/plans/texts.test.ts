import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { newId } from '#lib/id.ts';
import type { Part } from '#lib/plan-parts.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { paragraphsOf, partsOf } from '../documents/export/test-text.ts';
import * as o from './comments.contract.ts';
import * as c from './plans.contract.ts';

/** What people and machines may put into any text: it comes back as the same text, wherever the plan goes. */
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const unitId = sampleId('so');
const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table plans; --",
  '=HYPERLINK("http://x.example","y")',
  '@SUM(1+1)*cmd|calc',
  '#import "x.typ": * $x^2$ `mã` \\textbf{x}',
  '&lt;b&gt; &amp; ]]> %s {{x}}',
];

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const create = async (title: string) =>
  (await officer.call(c.createPlan, { unitId, kind: 'year', title, period })).plan;
const put = (planId: string, part: Part, text: string, more: object = {}) =>
  officer.call(c.putLine, { planId, lineId: newId(), version: 0, part, text, ...more });
const bytesOf = async (planId: string, format: 'docx' | 'pdf' | 'xlsx') => {
  const reply = await officer.send(c.exportPlan, { planId, format });
  assert.equal(reply.status, 200, format);
  return new Uint8Array(await reply.arrayBuffer());
};

test('markup, formulas and code are text in JSON, .docx, PDF and .xlsx', async () => {
  const plan = await create(hostile.join(' '));
  const units = [{ name: hostile[1]!, unitId: null }];
  for (const text of hostile) {
    await put(plan.id, 'purpose', text);
    await put(plan.id, 'area', text, { detail: { title: text, focalUnits: units } });
    const target = { id: newId(), product: text, counts: 'other', months: { '2027-03': 2 } };
    await put(plan.id, 'activity', text, {
      detail: { product: text, leadUnits: units, timeText: text },
      targets: [target],
    });
    await put(plan.id, 'recipient', text);
  }
  await officer.call(o.addComment, { planId: plan.id, text: hostile.join('\n') });
  const whole = await officer.call(c.getPlan, { planId: plan.id });
  assert.equal(whole.plan.title, hostile.join(' '));
  assert.deepEqual(
    whole.lines.filter((l) => l.part === 'purpose').map((l) => l.text),
    hostile,
  );
  const { items } = await officer.call(o.listComments, { planId: plan.id });
  assert.equal(items[0]?.text, hostile.join('\n'));
  const docx = paragraphsOf(partsOf(await bytesOf(plan.id, 'docx'))['word/document.xml'] ?? '').join('\n');
  const workbook = Object.values(partsOf(await bytesOf(plan.id, 'xlsx'))).join('\n');
  const pages = await extractText(await getDocumentProxy(await bytesOf(plan.id, 'pdf')), { mergePages: true });
  // Lines break anywhere in a PDF.
  const pdf = pages.text.replace(/\s/g, '');
  assert.ok(!/<f[ >]/.test(workbook), 'no formula in the workbook');
  for (const text of hostile) {
    assert.ok(docx.includes(text), `docx: ${text}`);
    assert.ok(workbook.includes(escaped(text)), `xlsx: ${text}`);
    assert.ok(pdf.includes(text.replace(/\s/g, '')), `pdf: ${text}`);
  }
});

test('decomposed marks go in, composed ones come out, in every field', async () => {
  const text = 'Truyền thông về giáo dục: tiếng Việt, Đổi mới';
  const plan = await create(text.normalize('NFD'));
  const signer = { mode: null, onBehalf: null, position: text.normalize('NFD'), name: text.normalize('NFD') };
  const edited = await officer.call(c.editPlan, {
    planId: plan.id,
    version: 1,
    signer,
    place: text.slice(0, 40).normalize('NFD'),
  });
  assert.deepEqual(
    [edited.title, edited.signer.position, edited.signer.name, edited.place],
    [text, text, text, text.slice(0, 40)],
  );
  const unit = [{ name: text.normalize('NFD'), unitId: null }];
  const line = await put(plan.id, 'activity', text.normalize('NFD'), {
    detail: { product: text.normalize('NFD'), leadUnits: unit },
    targets: [{ id: newId(), product: text.normalize('NFD'), counts: 'other', months: {} }],
  });
  assert.deepEqual([line.text, line.detail.product, line.targets[0]?.product], [text, text, text]);
});

test('marks count as their letters: a decomposed text of the longest length is not too long', async () => {
  const plan = await create('Dài');
  const longest = 'ế'.repeat(20_000);
  assert.equal((await put(plan.id, 'purpose', longest.normalize('NFD'))).text, longest);
  const input = { planId: plan.id, lineId: newId(), version: 0, part: 'purpose', text: `${longest}ế` };
  await officer.refused(c.putLine, input, 'invalid');
});

test('twenty thousand letters in every column leave as a paper', async () => {
  const plan = await create('Rất dài');
  const long = 'Nội dung truyền thông rất dài '.repeat(666).trim();
  await put(plan.id, 'activity', long, { detail: { product: long.slice(0, 4000).trim() } });
  await put(plan.id, 'purpose', long);
  for (const format of ['docx', 'pdf', 'xlsx'] as const) assert.ok((await bytesOf(plan.id, format)).length > 1000);
});

test('a NUL or half a letter in any field is refused by field and changes nothing', async () => {
  const plan = await create('Nguyên vẹn');
  for (const broken of ['a\u0000b', 'a\ud800b']) {
    const base = { planId: plan.id, lineId: newId(), version: 0, part: 'activity', text: 'x' };
    const inputs = [
      { ...base, text: broken },
      { ...base, detail: { product: broken } },
      { ...base, detail: { leadUnits: [{ name: broken, unitId: null }] } },
      { ...base, targets: [{ id: newId(), product: broken, counts: 'other', months: {} }] },
      { ...base, trace: { documentId: newId(), field: broken, text: 'x' } },
      { ...base, detail: { [broken]: 'x' } },
    ];
    for (const input of inputs) await officer.refused(c.putLine, input, 'invalid');
    await officer.refused(c.editPlan, { planId: plan.id, version: 1, closing: broken }, 'invalid');
    await officer.refused(o.addComment, { planId: plan.id, text: broken }, 'invalid');
    // In an address half a letter is replaced by the browser already; a NUL is not.
    if (broken.includes('\0')) await officer.refused(c.listPlans, { q: broken }, 'invalid');
  }
  const { lines, plan: now } = await officer.call(c.getPlan, { planId: plan.id });
  assert.deepEqual([lines, now.version], [[], 1]);
});

test('operators of the search are words like any other', async () => {
  for (const q of ["' | & ! ( ) :*", '"chưa đóng', '-', '<->', '\\', '%', ' '.repeat(50)])
    await officer.call(c.listPlans, { q });
});
