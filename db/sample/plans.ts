import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dayOf } from '../../lib/format.ts';
import { newId } from '../../lib/id.ts';
import { monthsOfPeriod, spread } from '../../lib/plan-parts.ts';
import { countsFor } from '../../lib/products.ts';
import { isRecorded } from '../../server/modules/audit/audit.ts';
import { receiveDocument } from '../../server/modules/documents/receiving.ts';
import { getUnitRow, pathOf } from '../../server/modules/org/org.ts';
import { personByEmail } from '../../server/modules/org/people.ts';
import * as issue from '../../server/modules/plans/issue.ts';
import { putLine } from '../../server/modules/plans/lines.ts';
import type { Plan } from '../../server/modules/plans/plans.contract.ts';
import { createPlan, editPlan } from '../../server/modules/plans/plans.ts';
import { closePlan } from '../../server/modules/plans/results.ts';
import * as steps from '../../server/modules/plans/steps.ts';
import { closingFor } from '../../server/modules/plans/wording.ts';
import type { Actor } from '../../server/platform/actor.ts';
import { keepFile, storeContent } from '../../server/platform/files/files.ts';
import type { Stored } from '../../server/platform/files/store.ts';
import type { Db, Tx } from '../../server/platform/tx.ts';
import { actorOf } from './actor.ts';
import { loadField } from './field.ts';
import { type SampleLine, type SamplePlan, samplePlans } from './plan-texts.ts';
import { sampleId } from './sample.ts';

const receiver = 'lan.pham@so.songtra.example';
const documentFile = path.join(import.meta.dirname, '../../server/modules/documents/samples/tuning/ministry-2026.docx');

/**
 * What the sample sector has been doing: plans on their way, and the ministry's plan as it came in. All of it or nothing,
 * once: a start that was cut short goes on here, and what somebody has deleted since does not come back.
 */
export async function loadSampleWork(db: Db): Promise<void> {
  if ((await personByEmail(db, receiver)) === undefined || (await isRecorded(db, ['plan', 'document']))) return;
  const stored = await storeContent(await readFile(documentFile));
  await db.transaction().execute(async (tx) => {
    for (const sample of samplePlans) await load(tx, sample);
    await receive(tx, stored);
    await loadField(tx);
  });
}

/** Waits for review, so that the first screen has something to do. */
async function receive(tx: Tx, stored: Stored): Promise<void> {
  const actor = await actorOf(tx, receiver, new Date());
  const unitId = sampleId('so');
  const owner = { unitId, path: await pathOf(tx, unitId), readRight: 'files.upload' as const };
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const author = { now: actor.now, personId: actor.person.id };
  const content = { ...stored, name: 'Kế hoạch truyền thông năm 2026 của Bộ.docx', mediaType };
  const file = await keepFile(tx, content, owner, author);
  await receiveDocument(tx, actor, { unitId, fileId: file.id, arrivalNo: '1042' }, null);
}

/** Writes a sample plan through the same verbs that people use, as the people who would, on the days they would. */
async function load(tx: Tx, sample: SamplePlan): Promise<void> {
  const day = (after: number) => new Date(Date.parse(`${sample.draftedOn}T02:00:00Z`) + after * 86_400_000);
  const as = (email: string, after: number) => actorOf(tx, email, day(after));
  const drafter = await as(sample.drafter, 0);
  const { plan: empty } = await createPlan(tx, drafter, {
    unitId: sampleId(sample.unit),
    kind: sample.kind,
    title: sample.title,
    period: sample.period,
  });
  const unit = await getUnitRow(tx, empty.unitId);
  const plan = await editPlan(tx, drafter, {
    planId: empty.id,
    version: empty.version,
    opening: sample.opening,
    closing: closingFor({ kind: unit.kind, name: unit.name, upperBody: empty.upperBody }, sample.title),
    ...(sample.budgetSource && { budgetSource: sample.budgetSource }),
    ...(sample.budgetAmountVnd && { budgetAmountVnd: sample.budgetAmountVnd }),
    ...(sample.dueOn && { dueOn: sample.dueOn }),
  });
  for (const line of sample.lines) await write(tx, drafter, plan, line);
  await walk(tx, sample, plan, as);
}

async function write(tx: Tx, drafter: Actor, plan: Plan, line: SampleLine): Promise<void> {
  const months = monthsOfPeriod(plan.period);
  const targets = (line.targets ?? []).map(([product, total, wanted]) => ({
    id: randomUUID(),
    product,
    counts: countsFor(product),
    moment: 'published' as const,
    months: spread(
      total,
      months.filter((m) => wanted.includes(m.slice(5))),
    ),
  }));
  const base = { planId: plan.id, version: 0, detail: {}, targets: [] };
  const lineId = newId();
  await putLine(tx, drafter, {
    ...base,
    lineId,
    part: line.part,
    parentId: null,
    text: line.text,
    detail: line.detail ?? {},
    targets,
  });
  for (const text of line.children ?? [])
    await putLine(tx, drafter, {
      ...base,
      lineId: newId(),
      part: line.part === 'actor' ? 'duty' : line.part,
      parentId: lineId,
      text,
    });
}

/** The stops on the way to a signature, as far as the sample has come. */
async function walk(
  tx: Tx,
  sample: SamplePlan,
  drafted: Plan,
  as: (email: string, after: number) => Promise<Actor>,
): Promise<void> {
  if (sample.upTo === 'draft') return;
  let plan = drafted;
  const at = () => ({ planId: plan.id, version: plan.version, note: '' });
  plan = await steps.submitPlan(tx, await as(sample.drafter, 2), at());
  if (sample.upTo === 'submitted') return;
  if (sample.upTo === 'returned') {
    await steps.returnPlan(tx, await as(sample.signer, 3), { ...at(), reason: sample.reason ?? '' });
    return;
  }
  if (sample.initials) plan = await steps.initialPlan(tx, await as(sample.initials, 3), at());
  if (sample.clerk && plan.steps.some((s) => s.step === 'format-check'))
    plan = await steps.checkFormat(tx, await as(sample.clerk, 3), at());
  plan = await steps.signPlan(tx, await as(sample.signer, 4), { ...at(), signer: plan.signer });
  if (sample.upTo === 'signed' || !sample.clerk) return;
  const clerk = await as(sample.clerk, 4);
  plan = await issue.issuePlan(tx, clerk, {
    ...at(),
    number: sample.number ?? '1',
    issuedOn: dayOf(clerk.now),
    signedFileId: null,
  });
  if (sample.upTo === 'closed') await closePlan(tx, await as(sample.drafter, 300), { ...at(), results: [] });
}
