import { dueIn, longDay } from '#lib/format.ts';
import { type AskedRow, listAsked } from '#modules/cascade/cascade.contract.ts';
import { useRead } from '../../app/data.ts';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Notice } from '../../ui/notice.tsx';
import { AnswerButton, BelowLink, waits } from './asked-words.tsx';

/** On the page of a plan from above: it was sent to our unit, and what it waits for. */
export function AskedNotice({ planId, ofUnit }: { planId: string; ofUnit: string }) {
  const { unit } = useSession();
  // A unit never sends a plan to itself.
  const enabled = unit !== null && unit.id !== ofUnit;
  const asked = useRead(listAsked, { planId, unitId: unit?.id }, { enabled });
  const row = asked.data?.items.find((one) => one.unitId === unit?.id);
  return row ? <Sent row={row} /> : null;
}

function Sent({ row }: { row: AskedRow }) {
  const t = useT();
  const language = useLanguage();
  const due = () =>
    row.dueOn
      ? t('cascade.asked.noticeDue', {
          day: longDay(row.dueOn, language),
          left: dueIn(row.dueOn, Date.now(), language),
        })
      : t('cascade.asked.noticeOpen');
  const words = () => {
    if (row.asked === 0) return t('cascade.asked.noticeInform');
    if (waits(row)) return due();
    return t('cascade.asked.noticeDone', { done: row.answered, all: row.asked });
  };
  return (
    <Notice
      tone={waits(row) ? 'waiting' : 'info'}
      title={t('cascade.asked.notice', { unit: row.unitName })}
      action={
        <>
          <AnswerButton row={row} look={waits(row) ? 'primary' : 'secondary'} />
          <BelowLink planId={row.planId} />
        </>
      }
    >
      {words()}
    </Notice>
  );
}
