import { dayOf } from '#lib/format.ts';
import type { Role } from '#lib/rights.ts';
import { addGrant, listGrants } from '#modules/access/access.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { noUnit } from './no-unit.ts';
import { PersonPicker, type PickedPerson } from './person-picker.tsx';
import { Ends, Refused } from './post-forms.tsx';
import { type PickedUnit, UnitPicker } from './unit-picker.tsx';

interface GiveRoleProps {
  /** Given on the page of a unit; otherwise it is chosen. */
  unit?: PickedUnit;
  /** Given on the page of a person; otherwise chosen. */
  person?: PickedPerson;
  onClose: () => void;
}

/** A role for a person at a unit: only those the giver may give there, with days and a written basis where it is delegated. */
export function GiveRole({ unit, person, onClose }: GiveRoleProps) {
  const t = useT();
  const { unit: own } = useSession();
  const form = useForm({
    unitId: unit ?? (own as PickedUnit | null),
    personId: person ?? null,
    role: '' as Role | '',
    validFrom: dayOf(Date.now()) as string | null,
    lastDay: null as string | null,
    basis: '',
  });
  const { unitId, personId, role, validFrom, lastDay, basis } = form.values;
  const at = useRead(listGrants, { unitId: unitId?.id ?? '' }, { enabled: unitId !== null });
  const give = useWrite(addGrant, {
    changes: ['/units', '/people', '/me'],
    onDone: (grant) => {
      toast({ text: t('org.grants.given', { role: t(`ui.role.${grant.role}`), name: grant.personName }) });
      onClose();
    },
  });
  const submit = () => {
    if (!unitId) return form.fail(noUnit(t));
    // What was left out is left out of the call too: the server says beside the field that it is required.
    const who = { unitId: unitId.id, personId: personId?.id as string, role: (role || undefined) as Role };
    const days = { validFrom: validFrom ?? undefined, lastDay: lastDay ?? undefined };
    give.mutate({ ...who, ...days, basis: basis.trim() || undefined }, { onError: form.fail });
  };
  const problem = form.problem ?? at.error;
  return (
    <form
      noValidate
      aria-label={t('org.grants.give')}
      className="m-4 grid items-start gap-4 rounded-md bg-sunken p-4 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {problem && <Refused problem={problem} />}
      {!person && (
        <PersonPicker className="sm:col-span-2" label={t('org.grants.person')} required {...form.field('personId')} />
      )}
      {!unit && (
        <UnitPicker className="sm:col-span-2" label={t('org.grants.unit')} required {...form.field('unitId')} />
      )}
      <Select<Role>
        className="sm:col-span-2"
        label={t('org.grants.role')}
        required
        placeholder={t('org.grants.chooseRole')}
        hint={role ? t(`org.role.${role}`) : undefined}
        options={(at.data?.grantable ?? []).map((value) => ({ value, label: t(`ui.role.${value}`) }))}
        {...form.field('role')}
      />
      <DateField label={t('org.grants.validFrom')} {...form.field('validFrom')} />
      <DateField label={t('org.grants.lastDay')} hint={t('org.grants.lastDayHint')} {...form.field('lastDay')} />
      <TextInput
        className="sm:col-span-2"
        label={t('org.grants.basisField')}
        hint={t('org.grants.basisHint')}
        {...form.field('basis')}
      />
      <Ends busy={give.isPending} verb={t('org.grants.give')} onClose={onClose} />
    </form>
  );
}
