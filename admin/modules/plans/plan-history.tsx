import { moment } from '#lib/format.ts';
import type { PlanWhole } from '#modules/plans/plans.contract.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';

const known = [
  'consultation',
  'submission',
  'initials',
  'format-check',
  'signature',
  'issue',
  'return',
  'withdrawal',
  'signed-file',
  'closure',
  'recall',
  'amendment',
] as const;

/** Who did what and when, the latest first, with their words. */
export function History({ history }: { history: PlanWhole['history'] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Card title={t('plans.page.history')}>
      {history.length === 0 && <p className="text-muted">{t('plans.page.noHistory')}</p>}
      <ol className="flex flex-col gap-3">
        {history.toReversed().map((step) => {
          const name = known.find((one) => one === step.step);
          return (
            <li key={step.id}>
              <span className="font-semibold">{name ? t(`plans.step.${name}`) : step.step}</span>
              <span className="block text-xs text-muted">
                {step.personName} · {moment(step.at, Date.now(), language)}
              </span>
              {step.note && <p className="mt-1 whitespace-pre-line">{step.note}</p>}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
