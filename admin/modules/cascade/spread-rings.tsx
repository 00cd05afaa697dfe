import { formatNumber } from '#lib/format.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { cx } from '../../ui/cx.ts';
import { percent, spreadOf } from './counts.ts';

const rings = [
  { key: 'opened', radius: 54, stroke: 'text-primary' },
  { key: 'answered', radius: 40, stroke: 'text-info' },
  { key: 'done', radius: 26, stroke: 'text-success' },
] as const;

/** How far the plan has spread, as rings: opened, answered, answered whole; each labelled beside it. */
export function SpreadRings({ units }: { units: readonly number[] }) {
  const t = useT();
  const language = useLanguage();
  const spread = spreadOf(units);
  const n = (value: number) => formatNumber(value, 0, language);
  return (
    <div className="flex items-center gap-4">
      <svg viewBox="0 0 128 128" width={112} height={112} className="shrink-0" aria-hidden="true">
        {rings.map(({ key, radius, stroke }) => (
          <Ring key={key} radius={radius} stroke={stroke} share={spread.sent === 0 ? 0 : spread[key] / spread.sent} />
        ))}
        <path d="M64 52c4 5 6.4 8.2 6.4 11.6a6.4 6.4 0 0 1-12.8 0C57.6 60.200 60 57 64 52z" className="fill-primary" />
      </svg>
      <ul className="flex flex-col gap-1">
        {rings.map(({ key, stroke }) => (
          <li key={key}>
            <span className={cx('block text-xs font-semibold', stroke)}>{t(`cascade.coverage.ring.${key}`)}</span>
            <strong className="tabular-nums">{percent(spread[key], spread.sent)}%</strong>{' '}
            <span className="text-xs text-muted">
              {t('cascade.coverage.ringOf', { n: n(spread[key]), total: n(spread.sent) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Ring({ radius, stroke, share }: { radius: number; stroke: string; share: number }) {
  const round = 2 * Math.PI * radius;
  return (
    <g className={stroke} fill="none" strokeWidth="9">
      <circle cx="64" cy="64" r={radius} className="stroke-line" />
      {share > 0 && (
        <circle
          cx="64"
          cy="64"
          r={radius}
          stroke="currentColor"
          strokeLinecap={share < 1 ? 'round' : 'butt'}
          strokeDasharray={`${round * share} ${round}`}
          transform="rotate(-90 64 64)"
        />
      )}
    </g>
  );
}
