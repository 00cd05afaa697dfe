import { useNavigate } from '@tanstack/react-router';
import { getSetup, setUp } from '#modules/access/access.contract.ts';
import { useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { queries, useRead, useWrite } from './data.ts';
import { useSecret } from './filters.ts';
import { useForm } from './form.ts';
import { Outside } from './outside.tsx';
import { paths } from './paths.ts';
import { PasswordInput } from './sign-in-form.tsx';

type FirstKind = 'ministry' | 'province-department';

export default function SetUpPage() {
  const t = useT();
  const navigate = useNavigate();
  const token = useSecret();
  const { data: setup } = useRead(getSetup, {});
  const form = useForm({
    unitName: '',
    unitKind: 'province-department' as FirstKind,
    name: '',
    email: '',
    password: '',
  });
  const start = useWrite(setUp, {
    onDone: () => {
      queries.clear();
      void navigate({ to: paths.signIn.to(), replace: true });
    },
  });
  if (setup && !setup.open) {
    return (
      <Outside title={t('ui.setUp.closed')} lead={t('ui.setUp.closedHint')}>
        <LinkButton to={paths.signIn.to()}>{t('ui.signIn.submit')}</LinkButton>
      </Outside>
    );
  }
  return (
    <Outside title={t('ui.setUp.title')} lead={t('ui.setUp.lead')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({ token, ...form.values }, { onError: form.fail });
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <TextInput label={t('ui.setUp.unit')} {...form.field('unitName')} />
        <Select<FirstKind>
          label={t('ui.setUp.kind')}
          options={[
            { value: 'province-department', label: t('ui.kind.province-department') },
            { value: 'ministry', label: t('ui.kind.ministry') },
          ]}
          {...form.field('unitKind')}
        />
        <TextInput label={t('ui.setUp.name')} autoComplete="name" {...form.field('name')} />
        <TextInput label={t('ui.signIn.email')} type="email" autoComplete="username" {...form.field('email')} />
        <PasswordInput
          label={t('ui.password.new')}
          hint={t('ui.password.hint')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <Button type="submit" look="primary" busy={start.isPending}>
          {t('ui.setUp.submit')}
        </Button>
      </form>
    </Outside>
  );
}
