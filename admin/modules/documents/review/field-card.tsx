import { memo } from 'react';
import type { ReviewField } from '#lib/review.ts';
import { useT } from '../../../texts/load.ts';
import { cx } from '../../../ui/cx.ts';
import { detailLines, summaryOf } from './detail-lines.ts';
import { FieldActions } from './field-actions.tsx';
import { FieldEditor } from './field-editor.tsx';
import { FieldState } from './field-state.tsx';
import { markedParts, nameOfField, repairsOf, shownValue, whyOpen } from './field-words.ts';
import { KindPicker } from './kind-picker.tsx';
import { type Mode, useReviewActs } from './review-context.ts';
import { SplitControl } from './split-control.tsx';

interface FieldCardProps {
  field: ReviewField;
  /** Undefined: not the chosen one. */
  mode: Mode | undefined;
  /** Under its actor or area. */
  child: boolean;
  /** What its actor or area says, where that one is not listed above it. */
  under: string | undefined;
}

/** One field: its words, its state, and for the chosen one everything that can be done with it. */
export const FieldCard = memo(function FieldCard({ field, mode, child, under }: FieldCardProps) {
  const { choose, editable } = useReviewActs();
  const t = useT();
  const chosen = mode !== undefined;
  const dropped = field.state === 'dropped';
  const summary = chosen ? '' : summaryOf(field, t);
  return (
    <li
      data-field={field.key}
      className={cx(
        'scroll-my-24 border-l-2',
        child ? 'pl-4' : '',
        chosen ? 'border-primary bg-primary-soft/40' : 'border-transparent hover:bg-sunken',
      )}
    >
      <button
        type="button"
        aria-current={chosen ? 'true' : undefined}
        tabIndex={chosen ? 0 : -1}
        onClick={() => choose(field.key)}
        className="flex w-full flex-col gap-1 rounded-sm px-4 py-2.5 text-left -outline-offset-2"
      >
        <span className="flex items-start justify-between gap-3">
          <span className="line-clamp-2 min-w-0 text-xs text-muted">
            {nameOfField(field, t)}
            {under && ` · ${under}`}
          </span>
          <FieldState state={field.state} />
        </span>
        {/* Where the words are typed or cut, they stand there. */}
        {mode !== 'edit' && mode !== 'split' && (
          <span
            className={cx(
              'wrap-break-word whitespace-pre-line',
              !chosen && 'line-clamp-2',
              dropped && 'text-muted line-through',
            )}
          >
            <Value field={field} />
          </span>
        )}
        {!chosen && summary && <span className="line-clamp-1 text-xs text-muted">{summary}</span>}
      </button>
      {chosen && (
        <div className="flex flex-col gap-3 px-4 pb-3">
          {mode === 'view' && <Details field={field} />}
          {mode === 'edit' && <FieldEditor key={field.key} field={field} />}
          {mode === 'split' && <SplitControl field={field} />}
          {mode === 'kind' && <KindPicker field={field} />}
          {mode === 'view' && editable && <FieldActions field={field} />}
        </div>
      )}
    </li>
  );
});

/** The words, with what may be misprinted marked in them. */
function Value({ field }: { field: ReviewField }) {
  const t = useT();
  const text = shownValue(field);
  if (!text) return <span className="text-muted">{t('documents.noValue')}</span>;
  return markedParts(
    text,
    field.repairs.map((repair) => repair.raw),
  ).map((part) =>
    part.marked ? (
      <mark key={part.at} className="bg-warning-soft text-ink underline decoration-warning decoration-wavy">
        {part.text}
      </mark>
    ) : (
      <span key={part.at}>{part.text}</span>
    ),
  );
}

function Details({ field }: { field: ReviewField }) {
  const t = useT();
  const why = whyOpen(field);
  const { here, nearby } = repairsOf(field);
  const lines = detailLines(field, t);
  return (
    <>
      {why && (here.length > 0 || nearby.length === 0) && <p className="text-xs text-waiting">{t(why)}</p>}
      {here.map((repair) => (
        <p key={repair.raw} className="rounded-md bg-warning-soft px-3 py-2">
          {t('documents.printed')} <del className="decoration-danger">{repair.raw}</del> → {t('documents.suggested')}{' '}
          <ins className="font-semibold no-underline">{repair.normal}</ins>
          <span className="block text-xs text-muted">{t(whyRepair(repair.why))}</span>
        </p>
      ))}
      {nearby.length > 0 && (
        <p className="text-xs text-waiting">
          {t(
            nearby.every(({ why: reason }) => reason === 'legacy-font') ? 'documents.nearbyLegacy' : 'documents.nearby',
            { words: nearby.map(({ raw, normal }) => `“${raw}” (${normal})`).join(', ') },
          )}
        </p>
      )}
      {lines.length > 0 && (
        <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-3 gap-y-1 text-xs">
          {lines.map((line) => (
            <div key={line.label} className="contents">
              <dt className="text-muted">{line.label}</dt>
              <dd className="min-w-0 wrap-break-word">{line.text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

const repairReasons = [
  'legacy-font',
  'font-map',
  'lost-accent',
  'spaced-symbol',
  'split-syllables',
  'end-mark',
  'look-alike',
  'decomposed-marks',
] as const;
function whyRepair(why: string) {
  const known = repairReasons.find((reason) => reason === why);
  return known ? (`documents.repair.${known}` as const) : 'documents.repair.other';
}
