import { shortDay } from '#lib/format.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import type { Editions } from './editions-page.tsx';
import { PlanStateTags, referenceOf } from './plan-words.tsx';

interface EditionListProps {
  plan: Plan;
  items: Editions['items'];
  open: Editions['open'];
  /** Shows what an edition changed; 0 is the one that is being drafted. */
  onCompare: (n: number) => void;
}

/** The editions of a plan, the one that is being drafted first. */
export function EditionList({ plan, items, open, onCompare }: EditionListProps) {
  const t = useT();
  const latest = items[0]?.n;
  return (
    <Card title={t('editions.list')} flush>
      <ol>
        {open && <OpenEdition open={open} onCompare={() => onCompare(0)} />}
        {items.map((edition) => (
          <EditionLine
            key={edition.n}
            plan={plan}
            edition={edition}
            current={edition.n === latest && plan.state === 'issued'}
            onCompare={() => onCompare(edition.n)}
          />
        ))}
      </ol>
    </Card>
  );
}

const row = 'border-b border-line px-4 py-3 last:border-b-0';

function OpenEdition({ open, onCompare }: { open: NonNullable<Editions['open']>; onCompare: () => void }) {
  const t = useT();
  return (
    <li className={row}>
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {t('editions.open')}
        <PlanStateTags state={open.state} waiting={null} />
      </p>
      {open.reason && <Reason text={open.reason} />}
      <p className="text-xs text-muted">{t('editions.openHint')}</p>
      <Acts onCompare={onCompare} to={paths.plan.to({ planId: open.planId })} label={t('editions.openDraft')} />
    </li>
  );
}

interface EditionLineProps {
  plan: Plan;
  edition: Editions['items'][number];
  current: boolean;
  onCompare: () => void;
}

function EditionLine({ plan, edition, current, onCompare }: EditionLineProps) {
  const t = useT();
  const { n, added, changed, removed } = edition;
  const first = n === 1;
  return (
    <li className={row}>
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {first ? t('editions.first') : t('editions.nth', { n: n - 1 })}
        {current && <StateTag tone="success">{t('editions.current')}</StateTag>}
      </p>
      <p className="text-xs text-muted">
        {t('editions.number', { number: referenceOf(edition), day: shortDay(edition.issuedOn) })}
      </p>
      {edition.reason && <Reason text={edition.reason} />}
      {!first && <p className="text-xs text-muted">{t('editions.changes', { added, changed, removed })}</p>}
      <Acts
        onCompare={first ? undefined : onCompare}
        to={paths.plan.to({ planId: edition.amendmentId ?? plan.id })}
        label={t(first ? 'editions.compare.first' : 'editions.compare.paper')}
      />
    </li>
  );
}

function Reason({ text }: { text: string }) {
  const t = useT();
  return (
    <p className="whitespace-pre-line wrap-break-word">
      <span className="sr-only">{t('editions.reason')}: </span>
      {text}
    </p>
  );
}

function Acts({ onCompare, to, label }: { onCompare: (() => void) | undefined; to: string; label: string }) {
  const t = useT();
  return (
    <div className="mt-1 -ml-3 flex flex-wrap">
      {onCompare && (
        <Button size="sm" look="quiet" onClick={onCompare}>
          {t('editions.compare')}
        </Button>
      )}
      <LinkButton size="sm" look="quiet" to={to}>
        {label}
      </LinkButton>
    </div>
  );
}
