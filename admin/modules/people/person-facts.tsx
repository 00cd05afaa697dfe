import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { listGrantsOfPerson } from '#modules/access/access.contract.ts';
import type { PersonDetail } from '#modules/org/people.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { FactList } from '../org/fact-list.tsx';
import { EditPerson } from './person-edit.tsx';
import { ChangeEmail } from './person-email.tsx';

/** Name, address, telephone; corrected in place by who manages the person. */
export function PersonFacts({ person }: { person: PersonDetail }) {
  const t = useT();
  const [open, setOpen] = useState<'facts' | 'email'>();
  const mayEdit = person.can.includes('edit') && person.closedOn === null;
  const close = () => setOpen(undefined);
  return (
    <Card
      title={t('people.facts.title')}
      action={
        mayEdit &&
        open === undefined && (
          <Button size="sm" icon={Pencil} onClick={() => setOpen('facts')}>
            {t('ui.edit')}
          </Button>
        )
      }
    >
      {open === 'facts' ? <EditPerson person={person} onClose={close} /> : <Facts person={person} />}
      {open === 'email' && <ChangeEmail person={person} onClose={close} />}
      {mayEdit && open === undefined && (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setOpen('email')}>
            {t('people.email.change')}
          </Button>
          <InviteButton person={person} />
        </div>
      )}
    </Card>
  );
}

function useHasAccount(person: PersonDetail): boolean | undefined {
  const { data } = useRead(listGrantsOfPerson, { personId: person.id });
  return data && data.items.length > 0 ? data.items.some((grant) => grant.hasAccount) : undefined;
}

function InviteButton({ person }: { person: PersonDetail }) {
  const t = useT();
  const { canAnywhere } = useSession();
  const hasAccount = useHasAccount(person);
  if (hasAccount !== false || !canAnywhere('grants.manage')) return null;
  const unit = person.posts.find((post) => post.validTo === null)?.unitId;
  const known = { unit, name: person.name, email: person.email };
  return (
    <LinkButton size="sm" to={paths.peopleInvite.to({}, known)}>
      {t('people.action.invite')}
    </LinkButton>
  );
}

function Facts({ person }: { person: PersonDetail }) {
  const t = useT();
  const hasAccount = useHasAccount(person);
  const none = <span className="text-muted">{t('people.facts.none')}</span>;
  const email = person.email && <span className="wrap-anywhere">{person.email}</span>;
  const account = hasAccount === undefined ? [] : [accountFact(t, hasAccount)];
  return (
    <FactList
      facts={[
        [t('people.facts.name'), person.name],
        [t('people.facts.email'), email ?? none],
        [t('people.facts.phone'), person.phone ?? none],
        [t('people.facts.language'), t(`people.language.${person.language}`)],
        ...account,
      ]}
    />
  );
}

const accountFact = (t: ReturnType<typeof useT>, hasAccount: boolean) =>
  [t('people.facts.account'), t(hasAccount ? 'people.facts.hasAccount' : 'people.facts.noAccount')] as const;
