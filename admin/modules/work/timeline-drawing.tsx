import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { shortDay } from '#lib/format.ts';
import type { WorkState } from '#lib/progress.ts';
import type { Activity } from '#modules/work/work.contract.ts';
import { paths } from '../../app/paths.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { twelveFrom } from './months-window.ts';
import { type Bar, barOf, quartersOf, type Span, spanOf, xOf } from './timeline.ts';
import { useWidth } from './use-width.ts';

const HEAD = 44;
const ROW = 46;
/** A month narrower than this cannot be read; the picture then scrolls. */
const LEAST_MONTH = 52;
/** About the width of a letter of the names. */
const LETTER = 7.5;
const ROMAN = ['', 'I', 'II', 'III', 'IV'];

const fill: Record<WorkState, string> = {
  late: 'fill-danger',
  'at-risk': 'fill-warning',
  'on-track': 'fill-info',
  'not-yet': 'fill-edge',
  done: 'fill-success',
};

/** Bars over twelve months; each is a link. Tab enters, arrows go from one to the next. */
export function TimelineDrawing({ items, first, today }: { items: readonly Activity[]; first: string; today: string }) {
  const t = useT();
  const [box, measured] = useWidth<HTMLDivElement>();
  const width = Math.max(measured, LEAST_MONTH * 12);
  const span = spanOf(first);
  const shown = items.flatMap((of) => {
    const bar = barOf(of, span, width);
    return bar ? [{ of, bar }] : [];
  });
  const height = HEAD + shown.length * ROW + 8;
  return (
    <div ref={box} className="overflow-x-auto">
      <p className="sr-only">{t('work.timeline.hint')}</p>
      <nav aria-label={t('work.timeline.label')} style={{ width }}>
        <svg width={width} height={height} className="block">
          <title>{t('work.timeline.label')}</title>
          <Head months={twelveFrom(first)} span={span} width={width} height={height} />
          {today >= span.from && today < span.to && <Today x={xOf(today, span, width)} height={height} />}
          {shown.map(({ of, bar }, row) => (
            <BarLink key={of.lineId} of={of} bar={bar} y={HEAD + row * ROW} width={width} />
          ))}
        </svg>
      </nav>
    </div>
  );
}

/** Arrow keys go through the bars, as in a list. */
function walk(event: KeyboardEvent<SVGAElement>): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const bars = [...(event.currentTarget.ownerSVGElement?.querySelectorAll<SVGAElement>('a') ?? [])];
  bars[bars.indexOf(event.currentTarget) + step]?.focus();
}

function Head({ months, span, width, height }: { months: string[]; span: Span; width: number; height: number }) {
  const t = useT();
  const language = useLanguage();
  const quarterNo = (n: number) => (language === 'vi' ? (ROMAN[n] ?? n) : n);
  const x = (month: string) => xOf(`${month}-01`, span, width);
  return (
    <g aria-hidden className="text-xs">
      {quartersOf(months).map((q) => (
        <text key={`${q.year}-${q.n}`} x={x(q.months[0]!) + 6} y={16} className="fill-ink font-semibold">
          {q.months.length > 1
            ? t('work.timeline.quarter', { n: quarterNo(q.n), year: q.year })
            : t('work.timeline.quarterOnly', { n: quarterNo(q.n) })}
        </text>
      ))}
      {months.map((month) => (
        <g key={month}>
          <line x1={x(month)} x2={x(month)} y1={24} y2={height} className="stroke-line" />
          <text x={x(month) + 6} y={36} className="fill-muted tabular-nums">
            T{Number(month.slice(5))}
          </text>
        </g>
      ))}
      <line x1={0} x2={width} y1={HEAD} y2={HEAD} className="stroke-line" />
    </g>
  );
}

function Today({ x, height }: { x: number; height: number }) {
  const t = useT();
  return (
    <g aria-hidden>
      <line x1={x} x2={x} y1={4} y2={height} strokeWidth={2} className="stroke-primary" />
      <text
        x={x + 5}
        y={16}
        className="fill-primary text-xs font-semibold [paint-order:stroke] stroke-paper stroke-[5px]"
      >
        {t('work.timeline.today')}
      </text>
    </g>
  );
}

/** The name stands over the bar, beginning where the bar begins, or earlier where it would not fit. */
function BarLink({ of, bar, y, width }: { of: Activity; bar: Bar; y: number; width: number }) {
  const t = useT();
  const navigate = useNavigate();
  const to = paths.activity.to({ lineId: of.lineId });
  const progress = of.total > 0 ? `${of.done}/${of.total}` : t('work.noCount');
  const label = t('work.timeline.bar', {
    text: of.text,
    from: of.startsOn ? shortDay(of.startsOn) : '–',
    to: of.endsOn ? shortDay(of.endsOn) : '–',
    state: t(`work.state.${of.state}`),
    progress,
  });
  const words = `${of.text} · ${progress}`;
  return (
    <a
      href={`/app${to}`}
      aria-label={label}
      className="group"
      onKeyDown={walk as never}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate({ to });
      }}
    >
      <rect x={0} y={y + 1} width={width} height={ROW - 2} className="fill-transparent group-hover:fill-sunken" />
      <text
        x={Math.min(bar.x + 2, Math.max(2, width - words.length * LETTER))}
        y={y + 17}
        className="fill-ink stroke-paper stroke-[5px] text-sm [paint-order:stroke]"
      >
        {words}
      </text>
      <rect x={bar.x} y={y + 25} width={bar.width} height={12} rx={3} className={`${fill[of.state]} opacity-25`} />
      <rect x={bar.x} y={y + 25} width={bar.width * bar.share} height={12} rx={3} className={fill[of.state]} />
      <rect x={bar.x} y={y + 25} width={bar.width} height={12} rx={3} className={`fill-none ${stroke[of.state]}`} />
    </a>
  );
}

const stroke: Record<WorkState, string> = {
  late: 'stroke-danger',
  'at-risk': 'stroke-warning',
  'on-track': 'stroke-info',
  'not-yet': 'stroke-edge',
  done: 'stroke-success',
};
