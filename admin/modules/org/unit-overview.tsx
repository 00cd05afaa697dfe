import { longDay, shortDay } from '#lib/format.ts';
import type { UnitDetail } from '#modules/org/org.contract.ts';
import { paths } from '../../app/paths.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { FactList } from './fact-list.tsx';
import { UnitHistory } from './unit-history.tsx';
import { UnitParents } from './unit-parents.tsx';
import { UnitPosts } from './unit-posts.tsx';

/** Posts first, because they are work to do; then what the unit is and under whom it stands. */
export function UnitOverview({ unit }: { unit: UnitDetail }) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        <UnitPosts unit={unit} />
        <UnitParents unit={unit} />
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <UnitFacts unit={unit} />
        <UnitCodes unit={unit} />
        <UnitHistory unit={unit} />
        {unit.formerNames.length > 0 && <FormerNames unit={unit} />}
      </div>
    </div>
  );
}

function UnitFacts({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const language = useLanguage();
  const unknown = <span className="text-muted">{t('org.facts.unknown')}</span>;
  const successor = unit.successorId && (
    <Link to={paths.unit.to({ unitId: unit.successorId })}>{unit.successorName}</Link>
  );
  return (
    <Card title={t('org.facts.title')}>
      <FactList
        facts={[
          [t('org.facts.kind'), t(`ui.kind.${unit.kind}`)],
          [t('org.facts.shortName'), unit.shortName ?? unknown],
          [t('org.facts.symbol'), unit.symbol ?? unknown],
          [t('org.facts.place'), unit.place ?? unknown],
          [
            t('org.facts.upper'),
            unit.upperBody?.name ?? <span className="text-muted">{t('org.facts.upperNone')}</span>,
          ],
          [t('org.facts.slug'), `/${unit.slug}`],
          [t('org.facts.opened'), longDay(unit.openedOn, language)],
          ...(successor ? ([[t('org.facts.successor'), successor]] as const) : []),
        ]}
      />
    </Card>
  );
}

const knownSchemes = ['sector', 'area', 'education-office'] as const;

function UnitCodes({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const nameOf = (scheme: string) => {
    const known = knownSchemes.find((one) => one === scheme);
    return known ? t(`org.codes.scheme.${known}`) : scheme;
  };
  const periodOf = (from: string, to: string | null) =>
    to === null
      ? t('org.codes.period', { from: shortDay(from) })
      : t('org.codes.until', { from: shortDay(from), to: shortDay(to) });
  return (
    <Card title={t('org.codes.title')}>
      {unit.codes.length === 0 && <p className="text-muted">{t('org.codes.none')}</p>}
      <ul className="flex flex-col gap-2">
        {unit.codes.map((code) => (
          <li key={`${code.scheme} ${code.code} ${code.validFrom}`}>
            <span className="font-semibold tabular-nums">{code.code}</span> · {nameOf(code.scheme)}
            <span className="block text-xs text-muted">{periodOf(code.validFrom, code.validTo)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function FormerNames({ unit }: { unit: UnitDetail }) {
  const t = useT();
  return (
    <Card title={t('org.names.title')}>
      <ul className="flex flex-col gap-2">
        {unit.formerNames.map((former) => (
          <li key={former.validFrom}>
            {former.name}
            <span className="block text-xs text-muted">
              {t('org.names.period', {
                from: shortDay(former.validFrom),
                to: former.validTo ? shortDay(former.validTo) : '',
              })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
