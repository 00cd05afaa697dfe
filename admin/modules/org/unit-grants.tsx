import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { type GrantRow, listGrants } from '#modules/access/access.contract.ts';
import type { UnitDetail } from '#modules/org/org.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { GiveRole } from './give-role.tsx';
import { grantDays } from './grant-days.ts';
import { RevokeGrant } from './revoke-grant.tsx';

/** Who may do what at the unit: roles with their days; given and taken back here. */
export function UnitGrants({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const [giving, setGiving] = useState(false);
  const { data, error, refetch } = useRead(listGrants, { unitId: unit.id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const mayGive = unit.can.includes('manage-grants') && data !== undefined && data.grantable.length > 0 && !giving;
  return (
    <Card
      title={t('org.grants.title')}
      flush
      action={
        mayGive && (
          <Button size="sm" icon={Plus} onClick={() => setGiving(true)}>
            {t('org.grants.give')}
          </Button>
        )
      }
    >
      <p className="px-4 pt-3 text-xs text-muted">{t('org.grants.lead')}</p>
      {giving && <GiveRole unit={unit} onClose={() => setGiving(false)} />}
      {!data && <Skeleton className="p-4" />}
      {data?.items.length === 0 && <p className="p-4 text-muted">{t('org.grants.none')}</p>}
      <ul className="divide-y divide-line">
        {data?.items.map((grant) => (
          <GrantLine key={grant.id} grant={grant} />
        ))}
      </ul>
    </Card>
  );
}

function GrantLine({ grant }: { grant: GrantRow }) {
  const t = useT();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <Link to={paths.person.to({ personId: grant.personId })}>{grant.personName}</Link>
        <div>{t(`ui.role.${grant.role}`)}</div>
        <div className="text-xs text-muted">
          {grantDays(grant, t)}
          {grant.basis !== null && ` · ${t('org.grants.basis', { basis: grant.basis })}`}
        </div>
      </div>
      {!grant.hasAccount && <StateTag tone="neutral">{t('org.grants.noAccount')}</StateTag>}
      {grant.can.includes('revoke') && <RevokeGrant grant={grant} />}
    </li>
  );
}
