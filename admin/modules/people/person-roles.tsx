import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { type HeldGrant, listGrantsOfPerson } from '#modules/access/access.contract.ts';
import type { PersonDetail } from '#modules/org/people.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { GiveRole } from '../org/give-role.tsx';
import { grantDays, grantStanding } from '../org/grant-days.ts';
import { RevokeGrant } from '../org/revoke-grant.tsx';

/** What the person may do, where, and on which days; given and taken back here. */
export function PersonRoles({ person }: { person: PersonDetail }) {
  const t = useT();
  const { canAnywhere } = useSession();
  const [giving, setGiving] = useState(false);
  const { data, error, refetch } = useRead(listGrantsOfPerson, { personId: person.id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const mayGive = canAnywhere('grants.manage') && person.closedOn === null && !giving;
  return (
    <Card
      title={t('people.roles.title')}
      flush
      action={
        mayGive && (
          <Button size="sm" icon={Plus} onClick={() => setGiving(true)}>
            {t('org.grants.give')}
          </Button>
        )
      }
    >
      {giving && <GiveRole person={person} onClose={() => setGiving(false)} />}
      {!data && <Skeleton className="p-4" />}
      {data?.items.length === 0 && <p className="p-4 text-muted">{t('people.roles.none')}</p>}
      <ul className="divide-y divide-line">
        {data?.items.map((grant) => (
          <RoleLine key={grant.id} grant={grant} />
        ))}
      </ul>
    </Card>
  );
}

function RoleLine({ grant }: { grant: HeldGrant }) {
  const t = useT();
  const standing = grantStanding(grant, dayOf(Date.now()));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <div className="font-semibold">{t(`ui.role.${grant.role}`)}</div>
        <Link to={paths.unit.to({ unitId: grant.unitId })}>{grant.unitName}</Link>
        <div className="text-xs text-muted">
          {grantDays(grant, t)}
          {grant.basis !== null && ` · ${t('org.grants.basis', { basis: grant.basis })}`}
        </div>
      </div>
      {standing === 'past' && <StateTag tone="neutral">{t('people.roles.past')}</StateTag>}
      {standing === 'later' && <StateTag tone="info">{t('people.roles.later')}</StateTag>}
      {grant.can.includes('revoke') && <RevokeGrant grant={grant} />}
    </li>
  );
}
