import { periodName, type ShownIn } from '#lib/format.ts';
import type { Plan, PlanAct, PlanState } from '#modules/plans/plans.contract.ts';
import { useT } from '../../texts/load.ts';
import type { t as translate } from '../../texts/texts.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

type T = typeof translate;

const tones: Record<PlanState, Exclude<Tone, 'waiting'>> = {
  draft: 'neutral',
  consulting: 'info',
  submitted: 'info',
  signed: 'info',
  issued: 'success',
  closed: 'neutral',
  recalled: 'danger',
};

/** 'năm 2027', 'năm học 2026-2027', 'giai đoạn 2026-2028'. */
export function periodText(period: Plan['period'], t: T, language: ShownIn): string {
  if (period.kind === 'schoolYear') return periodName({ kind: 'schoolYear', year: period.from }, language);
  if (period.from === period.to) return periodName({ kind: 'year', year: period.from }, language);
  return t('plans.period.range', { from: period.from, to: period.to });
}

/** '15/KH-SGDĐT', or '…/KH-SGDĐT' while văn thư has not entered the number. */
export const referenceOf = (plan: { number: string | null; symbol: string }): string =>
  `${plan.number ?? '…'}/${plan.symbol}`;

const waits = ['initial', 'check-format', 'sign', 'issue'] as const;
export type Waits = (typeof waits)[number];

/** The acts that somebody is waited for; the others are offers. */
export const waitsFor = (act: PlanAct | null): Waits | null => waits.find((one) => one === act) ?? null;

/** The state, and in marigold what waits for the reader. */
export function PlanStateTags({ state, waiting }: { state: PlanState; waiting: PlanAct | null }) {
  const t = useT();
  const act = waitsFor(waiting);
  return (
    <span className="inline-flex flex-wrap gap-1">
      {act && <StateTag tone="waiting">{t(`plans.waits.${act}`)}</StateTag>}
      <StateTag tone={tones[state]}>{t(`plans.state.${state}`)}</StateTag>
    </span>
  );
}
