import { formatNumber } from '#lib/format.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { cx } from '../../ui/cx.ts';
import { inWords, looks, type Segment } from './state-words.tsx';

/** How many are in which state, as one bar; read aloud in words. */
export function StackedBar({ label, segments, className }: { label: string; segments: Segment[]; className?: string }) {
  const t = useT();
  const shown = segments.filter(({ n }) => n > 0);
  return (
    <div
      role="img"
      aria-label={t('cascade.coverage.of', { name: label, words: inWords(shown, t) })}
      className={cx('flex h-2.5 min-w-24 gap-px overflow-hidden rounded-full bg-sunken', className)}
    >
      {shown.map(({ key, n, label: word }) => (
        <span key={key} title={`${word}: ${n}`} className={looks[key].fill} style={{ flexGrow: n }} />
      ))}
    </div>
  );
}

interface StateCountsProps {
  segments: Segment[];
  /** Read aloud: of what. */
  label: string;
  /** Pressing one narrows the list to it. */
  onPick?: (key: Segment['key']) => void;
  picked?: string;
}

/** What the colours of a bar mean: each with its icon, its word and its number. */
export function StateCounts({ segments, label, onPick, picked }: StateCountsProps) {
  return (
    <ul aria-label={label} className="grid gap-x-2 sm:grid-cols-2">
      {segments.map((segment) => (
        <li key={segment.key}>
          {onPick ? (
            <button
              type="button"
              aria-pressed={picked === segment.key}
              onClick={() => onPick(segment.key)}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-transparent px-2 hover:bg-sunken aria-pressed:border-primary aria-pressed:bg-primary-soft"
            >
              <StateCount segment={segment} />
            </button>
          ) : (
            <span className="inline-flex min-h-8 items-center gap-1.5 px-2">
              <StateCount segment={segment} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function StateCount({ segment: { key, label, n } }: { segment: Segment }) {
  const language = useLanguage();
  const { icon: Icon, tone } = looks[key];
  return (
    <>
      <Icon size={16} className={cx('shrink-0', textTones[tone])} aria-hidden />
      {label}
      <strong className="tabular-nums">{formatNumber(n, 0, language)}</strong>
    </>
  );
}

const textTones = {
  neutral: 'text-muted',
  info: 'text-info',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
  waiting: 'text-waiting',
};
