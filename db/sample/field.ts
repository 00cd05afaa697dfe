import { dayOf } from '../../lib/format.ts';
import { newId } from '../../lib/id.ts';
import { schoolKinds } from '../../lib/unit-kinds.ts';
import { answerAsked, askQuestion, getAsked, listAsked, openAsked } from '../../server/modules/cascade/asked.ts';
import type { Answer } from '../../server/modules/cascade/cascade.contract.ts';
import { sendPlan } from '../../server/modules/cascade/dispatches.ts';
import { takePiece } from '../../server/modules/cascade/piece-uses.ts';
import { putPiece } from '../../server/modules/cascade/pieces.ts';
import { proposeDispatch } from '../../server/modules/cascade/proposal.ts';
import { answerQuestions, listQuestions } from '../../server/modules/cascade/questions.ts';
import { pickOutput } from '../../server/modules/outputs/output-edits.ts';
import { recordOutput } from '../../server/modules/outputs/outputs.ts';
import { getPlan, listPlans } from '../../server/modules/plans/plans.ts';
import { confirmEvidence } from '../../server/modules/work/deciding.ts';
import { recordEvidence } from '../../server/modules/work/evidence.ts';
import type { Actor } from '../../server/platform/actor.ts';
import type { Tx } from '../../server/platform/tx.ts';
import { actorOf } from './actor.ts';
import { answers, made, pieces } from './field-texts.ts';
import { sampleId } from './sample.ts';

const sender = 'lan.pham@so.songtra.example';
const at = (day: string) => new Date(`${day}T02:30:00Z`);

/** What came of the sample's plans: the Sở's went down and was answered, schools wrote, and what they made was counted. */
export async function loadField(tx: Tx): Promise<void> {
  const planId = await issuedPlan(tx, 'so', '128');
  await send(tx, planId);
  for (const one of answers) await reply(tx, planId, one);
  await answerAll(tx, planId);
  await addToolkit(tx, planId);
  for (const one of made) await record(tx, one);
}

async function issuedPlan(tx: Tx, unit: string, number: string): Promise<string> {
  const reader = await actorOf(tx, sender, at('2026-10-12'));
  const { items } = await listPlans(tx, reader, { unitId: sampleId(unit), state: 'issued', limit: 200 });
  const plan = items.find((one) => one.number === number);
  if (!plan) throw new Error(`the sample has no issued plan ${number} of ${unit}`);
  return plan.id;
}

/** Answers were due on Teachers' Day, or yesterday where the sample is loaded before it: somebody is late. */
const dueOn = (): string => {
  const yesterday = dayOf(Date.now() - 86_400_000);
  return yesterday < '2026-11-20' ? yesterday : '2026-11-20';
};

/** Everything that is proposed, to all communes and schools. */
async function send(tx: Tx, planId: string): Promise<void> {
  const lan = await actorOf(tx, sender, at('2026-10-12'));
  const proposal = await proposeDispatch(tx, lan, { planId });
  const lines = proposal.lines.filter((line) => line.chosen);
  await sendPlan(tx, lan, {
    planId,
    id: newId(lan.now.getTime()),
    choice: {
      lines: lines.map(({ lineId, kinds }) => ({ lineId, kinds: kinds.length > 0 ? kinds : null })),
      to: [{ mode: 'assign', unitIds: [], kinds: ['commune-office', ...schoolKinds], withinId: null }],
    },
    dueOn: dueOn(),
    note: 'Đề nghị các đơn vị trả lời trước ngày Nhà giáo Việt Nam để Sở tổng hợp.',
  });
}

async function addresseeOf(tx: Tx, actor: Actor, planId: string, unit: string): Promise<string> {
  const { items } = await listAsked(tx, actor, { planId, unitId: sampleId(unit), limit: 1 });
  return items[0]?.id ?? raise(`${unit} was not sent the plan`);
}

/** The unit opens what it got, asks where something is unclear, and answers as far as it has come. */
async function reply(tx: Tx, planId: string, one: (typeof answers)[number]): Promise<void> {
  const actor = await actorOf(tx, one.by, at(one.on));
  const addresseeId = await addresseeOf(tx, actor, planId, one.unit);
  await openAsked(tx, actor, { addresseeId });
  const asked = await getAsked(tx, actor, { addresseeId });
  if (one.question) await askQuestion(tx, actor, { addresseeId, id: newId(), lineId: null, text: one.question });
  if (!one.answer) return;
  const owner = one.owner ? sampleId(one.owner) : null;
  const rest = { act: 'adopt' as const, teamId: null, personId: owner, byOn: one.byOn ?? null, reason: null };
  const last = asked.lines.at(-1);
  const exceptions: Answer[] =
    one.answer === 'adopt' || !last
      ? []
      : [{ lineId: last.lineId, act: one.answer, teamId: null, personId: null, byOn: null, reason: one.reason ?? '' }];
  await answerAsked(tx, actor, { addresseeId, version: asked.version, answers: exceptions, rest });
}

/** One answer for all who asked, and who did not dare to. */
async function answerAll(tx: Tx, planId: string): Promise<void> {
  const lan = await actorOf(tx, sender, at('2026-10-20'));
  const { items } = await listQuestions(tx, lan, { planId });
  await answerQuestions(tx, lan, {
    planId,
    id: newId(),
    questionIds: items.filter((one) => /ảnh/i.test(one.text)).map((one) => one.id),
    lineId: null,
    question: 'Ảnh có học sinh thì cần gì trước khi gửi về Sở?',
    answer:
      'Mỗi ảnh nhận ra được học sinh cần phiếu đồng ý của cha mẹ; từ đủ 7 tuổi cần thêm sự đồng ý của học sinh. Ảnh tập thể ở hoạt động chung ghi rõ hoạt động và ngày chụp.',
  });
}

async function addToolkit(tx: Tx, planId: string): Promise<void> {
  const lan = await actorOf(tx, sender, at('2026-10-13'));
  for (const piece of pieces) {
    const pieceId = newId(lan.now.getTime());
    await putPiece(tx, lan, { planId, pieceId, version: 0, lineId: null, note: null, ...piece });
    const anh = await actorOf(tx, 'anh.bach@thcssuoingoc.songtra.example', at('2026-10-15'));
    if (piece.kind === 'broadcast') await takePiece(tx, anh, { planId, pieceId, unitId: sampleId('cs2') });
  }
}

/** A product, how far it came, and the activity it counts for. */
async function record(tx: Tx, one: (typeof made)[number]): Promise<void> {
  const actor = await actorOf(tx, one.by, at(one.on));
  const item = {
    unitId: sampleId(one.unit),
    teamId: one.team ? sampleId(one.team) : undefined,
    counts: one.counts,
    title: one.title,
    outlet: one.outlet,
    authorName: one.author,
    madeOn: one.on,
    source: 'typed' as const,
    reached: one.reached,
  };
  const { id: outputId } = await recordOutput(tx, actor, item);
  if (one.pickedBy) {
    const above = await actorOf(tx, one.pickedBy.by, at(one.pickedBy.on));
    await pickOutput(tx, above, { outputId, version: 1, byUnitId: sampleId(one.pickedBy.unit) });
  }
  if (one.forPlan) await count(tx, actor, outputId, one.forPlan, one.counts);
}

async function count(
  tx: Tx,
  actor: Actor,
  outputId: string,
  of: NonNullable<(typeof made)[number]['forPlan']>,
  counts: string,
): Promise<void> {
  const planId = await issuedPlan(tx, of.unit, of.number);
  const { lines } = await getPlan(tx, actor, { planId });
  const line = lines.find((l) => l.part === 'activity' && l.text.includes(of.line)) ?? raise(`no activity ${of.line}`);
  const target = line.targets.find((t) => t.counts === counts);
  const evidence = await recordEvidence(tx, actor, {
    lineId: line.id,
    targetId: target?.id ?? null,
    kind: 'file',
    outputId,
    fileIds: [],
    amount: of.amount ?? 1,
  });
  if (of.confirmedBy && !evidence.counted)
    await confirmEvidence(tx, await actorOf(tx, of.confirmedBy, actor.now), {
      evidenceId: evidence.id,
      version: evidence.version,
    });
}

function raise(why: string): never {
  throw new Error(`the sample: ${why}`);
}
