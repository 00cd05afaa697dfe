import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { DraftSource, PlanDraft } from '#lib/plan-draft.ts';
import type { Para, Reading } from '../reading/blocks.ts';
import { readDocument } from '../reading/intake.ts';
import { readText } from '../reading/text.ts';
import { parsePlan } from './parse-plan.ts';
import { type LabelledPlan, realPlans, scoreOf, shareOf, tuningPlans } from './sample-plans.ts';

const readingOf = (plan: LabelledPlan): Promise<Reading> =>
  readDocument(new Uint8Array(readFileSync(plan.file)), plan.name);

async function share(plans: readonly LabelledPlan[], printed: (plan: LabelledPlan) => boolean) {
  const scores = [];
  for (const plan of plans) scores.push(scoreOf(parsePlan(await readingOf(plan)), plan.gold, printed(plan)));
  return shareOf(scores);
}

const parasOf = (reading: Reading): Para[] =>
  reading.blocks.flatMap((block) => (block.kind === 'para' ? [block] : block.cells.flatMap((cell) => cell.paras)));
const squash = (text: string): string => text.replace(/[*#_\s]+/g, ' ').trim();

/** Every item with a text and a source, wherever it hangs in the draft. */
function* items(value: unknown): Generator<{ text: string; source: DraftSource }> {
  if (Array.isArray(value)) for (const one of value) yield* items(one);
  else if (value && typeof value === 'object') {
    const { text, raw, source } = value as { text?: unknown; raw?: unknown; source?: DraftSource };
    const printed = typeof raw === 'string' ? raw : text;
    if (source && typeof printed === 'string') yield { text: printed, source };
    for (const one of Object.values(value)) yield* items(one);
  }
}

test('the sample plans are read right in every format', async () => {
  const { precision, recall, values, wrong } = await share(tuningPlans(), () => true);
  assert.ok(
    precision >= 0.98 && recall >= 0.98 && values >= 0.98,
    `${precision} ${recall} ${values}\n${wrong.join('\n')}`,
  );
});

test('real plans are read right in every format', async (t) => {
  const plans = realPlans();
  if (!plans) return t.skip('the folder of real plans is not beside this checkout');
  const { precision, recall, values, wrong } = await share(plans, (plan) => plan.name.startsWith('text/'));
  assert.ok(
    precision >= 0.97 && recall >= 0.97 && values >= 0.95,
    `${precision} ${recall} ${values}\n${wrong.join('\n')}`,
  );
});

test('every item stands where its source says, in the blocks and in the text of the file', async () => {
  for (const plan of tuningPlans(/\.(?:txt|docx)$/)) {
    const reading = await readingOf(plan);
    const paras = new Map(parasOf(reading).map((para) => [para.id, para]));
    for (const { text, source } of items(parsePlan(reading))) {
      const parts = source.spans.map((span) => squash(paras.get(span.block)!.text.slice(span.from, span.to)));
      const spans = parts.join(' ');
      assert.ok(spans.includes(squash(text)) || squash(text).includes(spans), `${plan.name}: ${text}`);
      const whole = squash(reading.text.slice(source.from, source.to));
      for (const part of parts) assert.ok(whole.includes(part.slice(0, 30)), `${plan.name}: ${part} ≠ ${whole}`);
    }
  }
});

test('nothing disappears: each paragraph is taken by an item or listed as not taken', () => {
  const reading = readText(
    'KẾ HOẠCH\nTruyền thông năm 2026\n\nI. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nII. LỜI NGỎ\n\nMột đoạn không thuộc phần nào của kế hoạch.',
  );
  assert.deepEqual(
    parsePlan(reading).unclaimed.map((item) => item.text),
    ['Một đoạn không thuộc phần nào của kế hoạch.'],
  );
});

test('a draft is only as sure as its clues', () => {
  const draft: PlanDraft = parsePlan(
    readText(
      'KẾ HOẠCH\nTruyền thông năm 2026\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n- Nâng cao nhận thức.\n- Nội dung phải chính xác.\n\nII. NỘI DUNG\n\n1. An toàn\n\n- Phòng, chống đuối nước.',
    ),
  );
  assert.ok(draft.purposes[0]!.confidence < 0.7, 'split by wording alone');
  assert.deepEqual(
    draft.requirements.map((item) => item.text),
    ['Nội dung phải chính xác.'],
  );
  assert.ok(draft.contentAreas[0]!.confidence >= 0.7);
});

test('any text gives a draft, whatever it is', () => {
  for (const text of [
    '',
    'x',
    '\n\n\n',
    'KẾ HOẠCH',
    '1. 1. 1.',
    'Nơi nhận:',
    '|||\n|||',
    'I.\nII.\nIII.',
    '\t\t\t\n\t\t\t',
    '(((((',
    '- \n- \n',
  ])
    assert.equal(parsePlan(readText(text)).schema, 'lantoa-draft/1');
});

test('a long text takes time in proportion to its length', () => {
  const page =
    'I. NỘI DUNG\n\n1. An toàn trường học: Mỗi tháng gửi ít nhất 02 bài (Phòng A làm đầu mối).\n\n- Theo Quyết định số 12/QĐ-UBND ngày 03/4/2025, trước ngày 15/5/2025.\n\n';
  const draft = parsePlan(readText(`KẾ HOẠCH\nTruyền thông năm 2026\n\n${page.repeat(2500)}`));
  assert.equal(draft.citedDocuments.length, 2500);
});
