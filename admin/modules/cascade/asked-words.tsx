import { dueIn, shortDay } from '#lib/format.ts';
import type { AskedRow } from '#modules/cascade/cascade.contract.ts';
import { answerAddress, paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import type { ButtonLook } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { LinkButton } from '../../ui/link.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

/** Whether the unit still has something to do about it; only that is marigold. */
export const waits = (row: AskedRow): boolean =>
  row.planState === 'issued' && row.mode !== 'inform' && (row.state === 'unopened' || row.state === 'unanswered');

const isLoose = (row: AskedRow): boolean => row.planState === 'issued' && row.state === 'loose';

const tones: Record<AskedRow['state'], Tone> = {
  unopened: 'waiting',
  unanswered: 'waiting',
  'wants-change': 'info',
  loose: 'warning',
  done: 'success',
};

/** Where a plan that was sent to us stands, in the receiver's words. */
export function AskedTag({ row }: { row: AskedRow }) {
  const t = useT();
  if (row.planState === 'recalled') return <StateTag tone="neutral">{t('cascade.asked.recalled')}</StateTag>;
  if (row.planState === 'closed') return <StateTag tone="neutral">{t('cascade.asked.closed')}</StateTag>;
  if (row.mode === 'inform')
    return (
      <StateTag tone={row.openedAt ? 'neutral' : 'info'}>
        {t(row.openedAt ? 'cascade.asked.state.read' : 'cascade.send.mode.inform')}
      </StateTag>
    );
  return <StateTag tone={tones[row.state]}>{t(`cascade.asked.state.${row.state}`)}</StateTag>;
}

/** The day of an answer, in words that hurry only where it is late. */
export function AskedDue({ row }: { row: AskedRow }) {
  const t = useT();
  const language = useLanguage();
  if (!row.dueOn) return <span className="text-muted">{t('cascade.asked.noDue')}</span>;
  if (!waits(row)) return <span className="text-muted">{shortDay(row.dueOn)}</span>;
  return (
    <>
      {shortDay(row.dueOn)}
      <span className={cx('block text-xs', row.lateDays > 0 ? 'font-semibold text-danger' : 'text-muted')}>
        {dueIn(row.dueOn, Date.now(), language)}
      </span>
    </>
  );
}

/** 'Sở GDĐT Sông Trà · 128/KH-SGDĐT'. */
export function useFrom(): (row: AskedRow) => string {
  const t = useT();
  return (row) =>
    row.number === null
      ? row.fromUnit
      : t('cascade.asked.from', { from: row.fromUnit, reference: `${row.number}/${row.symbol}` });
}

/** To the one place where answers are given; an ordinary link, because it stands outside the app. */
export function AnswerButton({ row, look = 'secondary' }: { row: AskedRow; look?: ButtonLook }) {
  const t = useT();
  return (
    <a href={answerAddress(row.id)} className={buttonClass(look, 'sm')}>
      {t(waits(row) ? 'cascade.asked.answer' : isLoose(row) ? 'cascade.asked.add' : 'cascade.asked.view')}
      <span className="sr-only">: {row.title}</span>
    </a>
  );
}

/** Kinds of units that have others below them which get the same plan. */
const leading = ['ministry', 'province-department', 'people-committee', 'commune-office'];

/** For a receiver that leads others: how those that got the same plan stand. */
export function BelowLink({ planId }: { planId: string }) {
  const t = useT();
  const { unit } = useSession();
  if (!unit || !leading.includes(unit.kind)) return null;
  return (
    <LinkButton size="sm" look="quiet" to={paths.planCoverage.to({ planId })}>
      {t('cascade.asked.below')}
    </LinkButton>
  );
}
