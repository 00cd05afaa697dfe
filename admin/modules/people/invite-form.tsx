import { useNavigate } from '@tanstack/react-router';
import type { Role } from '#lib/rights.ts';
import { listGrants } from '#modules/access/access.contract.ts';
import { invite } from '#modules/access/invitations.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { type PickedUnit, UnitPicker } from '../org/unit-picker.tsx';

/** A letter with a one-time link; the roles offered are those the inviter may give at the unit. */
export function InviteForm({ unit, name, email }: { unit: PickedUnit; name: string; email: string }) {
  const t = useT();
  const navigate = useNavigate();
  const form = useForm({ unitId: unit as PickedUnit | null, name, email, title: '', role: '' as Role | '' });
  const { values } = form;
  const at = useRead(listGrants, { unitId: values.unitId?.id ?? '' }, { enabled: values.unitId !== null });
  const send = useWrite(invite, {
    changes: ['/invitations', '/people', '/units'],
    onDone: (invitation) => {
      toast({ text: t('people.new.invited', { email: invitation.email ?? '' }) });
      void navigate({ to: paths.invitations.to() });
    },
  });
  const problem = form.problem ?? at.error;
  return (
    <form
      noValidate
      className="grid items-start gap-5 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        const { unitId, title, role, ...who } = values;
        const input = {
          ...who,
          unitId: unitId?.id as string,
          title: title.trim() || undefined,
          role: (role || undefined) as Role,
        };
        send.mutate(input, { onError: form.fail });
      }}
    >
      {problem && (
        <div className="sm:col-span-2">
          <Notice live tone="danger" title={problem.title} />
        </div>
      )}
      <UnitPicker className="sm:col-span-2" label={t('people.new.unit')} required {...form.field('unitId')} />
      <TextInput label={t('people.new.name')} required maxLength={120} {...form.field('name')} />
      <TextInput
        label={t('people.new.email')}
        hint={t('people.new.emailHint')}
        type="email"
        required
        {...form.field('email')}
      />
      <Select<Role>
        label={t('people.new.role')}
        required
        placeholder={t('people.new.chooseRole')}
        hint={values.role ? t(`org.role.${values.role}`) : undefined}
        options={(at.data?.grantable ?? []).map((value) => ({ value, label: t(`ui.role.${value}`) }))}
        {...form.field('role')}
      />
      <TextInput
        label={t('people.new.postTitle')}
        hint={t('people.new.postTitleHint')}
        maxLength={200}
        {...form.field('title')}
      />
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit" look="primary" busy={send.isPending}>
          {t('people.new.submitInvite')}
        </Button>
        <LinkButton to={paths.people.to()}>{t('ui.cancel')}</LinkButton>
      </div>
    </form>
  );
}
