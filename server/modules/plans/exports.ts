import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { PlanDocument } from '#lib/plan-document.ts';
import { type DetailOf, monthsOfPeriod } from '#lib/plan-parts.ts';
import { slugOf } from '#lib/text.ts';
import type { Actor } from '#platform/actor.ts';
import { fileById, replyWith } from '#platform/files/files.ts';
import type { FileReply } from '#platform/route.ts';
import type { Db } from '#platform/tx.ts';
import { type Sheet, writeDocx, writePdf, writeXlsx, writtenFile } from '../documents/exports.ts';
import { productText, timeText } from './activity-text.ts';
import { amendedBy } from './editions.ts';
import { paperOf } from './paper.ts';
import { amendmentPaper } from './paper-amendment.ts';
import type * as c from './plans.contract.ts';
import type { PlanWhole } from './plans.contract.ts';
import { getPlan } from './plans.ts';
import { inPaperOrder } from './versions.ts';

export async function planPaper(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof c.planPaper>,
): Promise<Record<string, unknown>> {
  return { ...(await paperFor(db, actor, await getPlan(db, actor, { planId }))) };
}

/** An amendment prints what it changes, any other plan the whole of it. */
const paperFor = async (db: Db, actor: Actor, whole: PlanWhole): Promise<PlanDocument> =>
  whole.plan.amendsId === null ? paperOf(whole) : amendmentPaper(whole, await amendedBy(db, actor, whole));

/** The plan as a file: the text by Decree 30 as .docx or PDF, or the matrix by month as .xlsx. */
export async function exportPlan(
  db: Db,
  actor: Actor,
  { planId, format }: InputOf<typeof c.exportPlan>,
): Promise<FileReply> {
  const whole = await getPlan(db, actor, { planId });
  const body =
    format === 'xlsx' ? await writeXlsx([matrixSheet(whole)]) : await writers[format](await paperFor(db, actor, whole));
  return writtenFile(body, fileName(whole), format);
}

/** The official text. It is opened through the plan, so that units read it which the plan was sent to. */
export async function signedPlan(db: Db, actor: Actor, { planId }: InputOf<typeof c.signedPlan>): Promise<FileReply> {
  const { plan } = await getPlan(db, actor, { planId });
  return replyWith(await fileById(db, plan.signedFileId ?? fail('not-found')), true);
}

const writers = { docx: writeDocx, pdf: writePdf } as const;

const fileName = ({ plan }: PlanWhole): string =>
  slugOf([plan.number, plan.symbol, plan.title].filter(Boolean).join(' ')).slice(0, 80) || 'ke-hoach';

/** One row per countable product, one column per month: what a unit prints and pins to the wall. */
function matrixSheet(whole: PlanWhole): Sheet {
  const months = monthsShown(whole);
  const names = (units: { name: string }[] | undefined) => (units ?? []).map((u) => u.name).join(', ');
  const head = [
    'TT',
    'Nội dung',
    'Hình thức, sản phẩm',
    'Đơn vị chủ trì',
    'Thời gian',
    'Phối hợp',
    'Kênh',
    'Sản phẩm',
    ...months.map((m) => `${Number(m.slice(5))}/${m.slice(0, 4)}`),
    'Cộng',
    'Kinh phí (đồng)',
  ];
  const rows = inPaperOrder(whole.lines)
    .filter((l) => l.part === 'activity')
    .flatMap((line, i) => {
      const d = line.detail as Partial<DetailOf<'activity'>>;
      const shared = [
        i + 1,
        line.text,
        productText(line),
        names(d.leadUnits),
        timeText(d),
        names(d.coordinatingUnits),
        (d.channels ?? []).join(', '),
      ];
      const targets = line.targets.length > 0 ? line.targets : [{ product: '', months: {} as Record<string, number> }];
      return targets.map((t, k) => {
        const counts = months.map((m) => t.months[m] ?? null);
        const sum = counts.reduce<number>((a, n) => a + (n ?? 0), 0);
        return [
          ...(k === 0 ? shared : shared.map(() => null)),
          t.product,
          ...counts,
          t.product ? sum : null,
          k === 0 ? (d.budgetVnd ?? null) : null,
        ];
      });
    });
  const lastTwo = head.length - 2;
  return {
    name: 'Hoạt động',
    titles: [whole.plan.issuingBody, whole.plan.title],
    columns: head.map((title, i) => ({
      title,
      width: widths[i] ?? (i < lastTwo ? 7 : i === lastTwo ? 8 : 14),
      align: i === 0 || (i >= widths.length && i <= lastTwo) ? 'center' : i > lastTwo ? 'right' : 'left',
    })),
    rows: rows.map((row) =>
      row.map((value, i) => ({
        value: i > lastTwo && typeof value === 'number' ? { number: value, grouped: true } : value,
      })),
    ),
  };
}

/** The months of the period, and those outside of it that something is due in: no count may be missing from a sum. */
function monthsShown({ plan, lines }: PlanWhole): string[] {
  const due = lines.flatMap((l) => l.targets.flatMap((t) => Object.keys(t.months).filter((m) => t.months[m]! > 0)));
  return [...new Set([...monthsOfPeriod(plan.period), ...due])].sort();
}

const widths = [5, 36, 36, 22, 16, 28, 18, 18];
