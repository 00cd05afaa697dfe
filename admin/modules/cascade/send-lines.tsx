import ChevronDown from 'lucide-react/icons/chevron-down';
import { useId, useState } from 'react';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KindPills } from './kind-pills.tsx';
import {
  giveTo,
  groupsOf,
  kindsBelow,
  kindsShown,
  type LineGroup,
  type Proposal,
  type ProposedLine,
  type SendDraft,
  toggleLines,
} from './send-draft.ts';

interface SendLinesProps {
  proposal: Proposal;
  draft: SendDraft;
  onChange: (draft: SendDraft) => void;
}

/** Step 1: what goes down, by part and heading, each line to all kinds of units or to some. */
export function SendLines({ proposal, draft, onChange }: SendLinesProps) {
  const t = useT();
  const { lines } = proposal;
  const kinds = kindsBelow(proposal).filter((kind) => draft.kinds.includes(kind));
  const chosen = lines.filter((line) => line.lineId in draft.lines).length;
  return (
    <Card
      title={t('cascade.send.lines')}
      action={<span className="text-muted">{t('cascade.send.linesChosen', { n: chosen, total: lines.length })}</span>}
      flush
    >
      {lines.length === 0 ? (
        <EmptyState small title={t('cascade.send.noLines')}>
          {t('cascade.send.noLinesHint')}
        </EmptyState>
      ) : (
        <>
          <p className="px-4 pt-3 text-muted">{t('cascade.send.linesHint')}</p>
          {groupsOf(lines).map((group) => (
            <Group key={group.key} {...{ group, kinds, draft, onChange }} />
          ))}
        </>
      )}
    </Card>
  );
}

interface GroupProps extends Omit<SendLinesProps, 'proposal'> {
  group: LineGroup;
  /** Kinds that get the plan at all. */
  kinds: UnitKind[];
}

function Group({ group, kinds, draft, onChange }: GroupProps) {
  const t = useT();
  const { lines } = group;
  const chosen = lines.filter((line) => line.lineId in draft.lines);
  const name = group.heading ?? t(`cascade.send.part.${group.part}`);
  return (
    <section aria-label={name} className="border-t border-line first-of-type:mt-3">
      <div className="flex flex-wrap items-center gap-x-4 bg-ground px-4 py-1">
        <h3 className="min-w-0 flex-1 basis-60 font-semibold">
          <Checkbox
            label={name}
            aria-label={t('cascade.send.group', { name })}
            checked={chosen.length === lines.length}
            mixed={chosen.length > 0 && chosen.length < lines.length}
            onChange={(on) => onChange(toggleLines(draft, lines, on))}
          />
        </h3>
        <span className="text-xs text-muted">
          {group.heading && `${t(`cascade.send.part.${group.part}`)} · `}
          {t('cascade.send.groupCount', { n: chosen.length, total: lines.length })}
        </span>
        {chosen.length > 1 && kinds.length > 1 && <Kinds name={name} lines={chosen} {...{ kinds, draft, onChange }} />}
      </div>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <Line key={line.lineId} {...{ line, kinds, draft, onChange }} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, kinds, draft, onChange }: Omit<GroupProps, 'group'> & { line: ProposedLine }) {
  const t = useT();
  const on = line.lineId in draft.lines;
  return (
    <li className="flex flex-wrap items-start gap-x-4 px-4 py-1">
      <Checkbox
        className="min-w-0 flex-1 basis-80 wrap-break-word"
        label={line.text}
        hint={line.sentTo > 0 ? t('cascade.send.sentTo', { n: line.sentTo }) : undefined}
        checked={on}
        onChange={(next) => onChange(toggleLines(draft, [line], next))}
      />
      {on && kinds.length > 1 && <Kinds name={line.text} lines={[line]} {...{ kinds, draft, onChange }} />}
    </li>
  );
}

/** To which kinds: one quiet word until somebody wants to change it, then a pill for each kind. */
function Kinds({
  name,
  lines,
  kinds,
  draft,
  onChange,
}: Omit<GroupProps, 'group'> & { name: string; lines: ProposedLine[] }) {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  const now = kindsShown(draft, lines, kinds);
  const words =
    now === 'mixed'
      ? t('cascade.send.kindsMixed')
      : now === null
        ? t('cascade.send.allKinds')
        : now.map((kind) => t(`cascade.send.kind.${kind}`)).join(' · ') || t('cascade.send.kindsNobody');
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={`${t('cascade.send.kindsChange')}: ${words}. ${name}`}
        className="inline-flex min-h-8 max-w-full items-center gap-1 rounded-sm text-left text-xs text-primary hover:underline"
        onClick={() => setOpen(!open)}
      >
        <span className="min-w-0">{words}</span>
        <ChevronDown size={14} className={cx('shrink-0 transition-transform', open && 'rotate-180')} aria-hidden />
      </button>
      <div id={id} className={open ? 'basis-full pb-2 pl-7' : 'hidden'}>
        {open && (
          <KindPills
            label={t('cascade.send.kindsOf', { name })}
            kinds={kinds}
            value={now === 'mixed' ? [] : now}
            onChange={(next) => onChange(giveTo(draft, lines, next, kinds))}
          />
        )}
      </div>
    </>
  );
}
