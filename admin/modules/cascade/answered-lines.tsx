import { useState } from 'react';
import { moment, shortDay } from '#lib/format.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import type { Addressee } from './addressee-page.tsx';
import { AskTag } from './state-words.tsx';

type Line = Addressee['lines'][number];

/** What was asked of the unit, each line with its answer: who, until when, why not. */
export function AnsweredLines({ lines }: { lines: Line[] }) {
  const t = useT();
  return (
    <Card flush title={t('cascade.coverage.unitLines')}>
      {lines.length === 0 && <p className="p-4 text-muted">{t('cascade.coverage.unitLinesNone')}</p>}
      <ol className="divide-y divide-line">
        {lines.map((line, i) => (
          <AnsweredLine key={line.lineId} line={line} n={i + 1} />
        ))}
      </ol>
    </Card>
  );
}

function AnsweredLine({ line, n }: { line: Line; n: number }) {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const facts: [string, string | null][] = [
    [t('cascade.coverage.owner'), line.owner],
    [t('cascade.coverage.byOn'), line.byOn && shortDay(line.byOn)],
    [t('cascade.coverage.reason'), line.reason],
    [t('cascade.coverage.answeredAt'), line.answeredAt && moment(line.answeredAt, now, language)],
    [t('cascade.wish.note'), line.decisionNote],
  ];
  return (
    <li className="flex gap-2 px-4 py-3">
      <span className="w-6 shrink-0 text-right text-muted tabular-nums">{n}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="wrap-break-word">{line.text}</p>
        <p className="flex flex-wrap gap-1">
          <AskTag state={line.state} />
          {line.decision && (
            <StateTag tone={line.decision === 'accepted' ? 'success' : 'neutral'}>
              {t(line.decision === 'accepted' ? 'cascade.wish.wasAccepted' : 'cascade.wish.wasDeclined')}
            </StateTag>
          )}
        </p>
        <dl className="flex flex-wrap gap-x-4 text-xs">
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label} className="flex gap-1">
                <dt className="shrink-0 whitespace-nowrap text-muted">{label}:</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </div>
    </li>
  );
}
