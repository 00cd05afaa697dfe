import type { LucideIcon } from 'lucide-react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CirclePlay from 'lucide-react/icons/circle-play';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { formatNumber } from '#lib/format.ts';
import type { WorkState } from '#lib/progress.ts';
import type { Activity } from '#modules/work/work.contract.ts';
import { useT } from '../../texts/load.ts';
import { Progress } from '../../ui/progress.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

export const stateTone: Record<WorkState, Tone> = {
  late: 'danger',
  'at-risk': 'warning',
  'on-track': 'info',
  'not-yet': 'neutral',
  done: 'success',
};
export const stateIcon: Record<WorkState, LucideIcon> = {
  late: CircleAlert,
  'at-risk': TriangleAlert,
  'on-track': CirclePlay,
  'not-yet': CircleDashed,
  done: CircleCheck,
};

/** Where an activity stands: a colour, an icon, a word; late in days. */
export function WorkStateTag({ state, daysLate = 0 }: { state: WorkState; daysLate?: number }) {
  const t = useT();
  return (
    <StateTag tone={stateTone[state]} icon={stateIcon[state]}>
      {state === 'late' && daysLate > 0 ? t('work.lateDays', { n: formatNumber(daysLate) }) : t(`work.state.${state}`)}
    </StateTag>
  );
}

const barTone = { late: 'danger', 'at-risk': 'warning', done: 'success' } as const;

/** 2/3 with a bar in the colour of the state; a line without counts says so. */
export function WorkProgress({
  of,
  className,
}: {
  of: Pick<Activity, 'text' | 'total' | 'done' | 'state'>;
  className?: string;
}) {
  const t = useT();
  if (of.total === 0) return <span className="text-xs text-muted">{t('work.noCount')}</span>;
  const tone = of.state in barTone ? barTone[of.state as keyof typeof barTone] : 'primary';
  return (
    <Progress
      done={of.done}
      total={of.total}
      label={t('work.progressOf', { text: of.text })}
      tone={tone}
      {...(className && { className })}
    />
  );
}
