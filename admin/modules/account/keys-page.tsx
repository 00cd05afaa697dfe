import { useState } from 'react';
import type { CallOf } from '#lib/contract.ts';
import { moment, shortDay } from '#lib/format.ts';
import { type ApiToken, listApiTokens, makeApiToken, revokeApiToken } from '#modules/access/api-tokens.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox, RadioGroup } from '../../ui/choices.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Table } from '../../ui/table.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

/** Access keys of one's own: with them other software reads and writes in one's name, as far as each key says. */
export default function KeysPage() {
  const t = useT();
  const language = useLanguage();
  const { data, error, refetch } = useRead(listApiTokens, {});
  const [made, setMade] = useState<{ token: string; name: string }>();
  const when = (instant: string) => moment(instant, Date.now(), language);
  return (
    <Page
      title={t('account.keys.title')}
      lead={t('account.keys.lead')}
      crumbs={[{ label: t('account.title'), to: paths.account.to() }]}
    >
      {made && (
        <Notice live tone="success" title={t('account.keys.made', { name: made.name })}>
          <p className="mb-3">{t('account.keys.madeHint')}</p>
          <CopyField
            hideLabel
            label={t('account.keys.key')}
            value={made.token}
            verb={t('account.keys.copy')}
            done={t('account.keys.copied')}
          />
        </Notice>
      )}
      {error ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <Card flush title={t('account.keys.mine')}>
          <Table<ApiToken>
            caption={t('account.keys.mine')}
            rows={data?.items}
            keyOf={(row) => row.id}
            empty={<EmptyState small title={t('account.keys.none')} />}
            columns={[
              { key: 'name', title: t('account.keys.name'), cell: (row) => row.name },
              { key: 'may', title: t('account.keys.may'), cell: (row) => <May token={row} />, wide: true },
              {
                key: 'used',
                title: t('account.keys.used'),
                cell: (row) => (row.lastUsedOn ? shortDay(row.lastUsedOn) : t('account.keys.never')),
              },
              { key: 'until', title: t('account.keys.until'), cell: (row) => when(row.expiresAt) },
              { key: 'act', title: '', align: 'end', cell: (row) => <Revoke token={row} /> },
            ]}
          />
        </Card>
      )}
      {data && <NewKey grantable={data.grantable} onMade={setMade} />}
    </Page>
  );
}

function May({ token }: { token: ApiToken }) {
  const t = useT();
  const where = token.units.map((unit) => unit.name).join(', ') || t('account.keys.everywhere');
  return (
    <>
      {token.rights.map((right) => t(`account.right.${right}` as 'account.right.plans.read')).join(', ')}
      <span className="block text-xs text-muted">{where}</span>
    </>
  );
}

function Revoke({ token }: { token: ApiToken }) {
  const t = useT();
  const revoke = useWrite(revokeApiToken, {
    changes: ['/me/tokens'],
    onDone: () => toast({ text: t('account.keys.revoked', { name: token.name }) }),
  });
  if (token.state !== 'active') return <StateTag tone="neutral">{t(`account.keys.state.${token.state}`)}</StateTag>;
  return (
    <Button size="sm" busy={revoke.isPending} onClick={() => revoke.mutate({ tokenId: token.id })}>
      {t('account.keys.revoke')}
    </Button>
  );
}

type Given = CallOf<typeof makeApiToken>;
type Grantable = Given['rights'][number];

function NewKey({
  grantable,
  onMade,
}: {
  grantable: readonly Grantable[];
  onMade: (made: { token: string; name: string }) => void;
}) {
  const t = useT();
  const { me } = useSession();
  const empty = { name: '', rights: [] as Grantable[], unitIds: [] as string[], days: '90' };
  const form = useForm(empty);
  const make = useWrite(makeApiToken, {
    changes: ['/me/tokens'],
    onDone: ({ token, row }) => {
      onMade({ token, name: row.name });
      form.reset(empty);
      window.scrollTo({ top: 0 });
    },
  });
  const { values } = form;
  const toggled = <T,>(list: readonly T[], one: T) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <Card title={t('account.keys.new')}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ ...values, days: Number(values.days) }, { onError: form.fail });
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <TextInput
          label={t('account.keys.name')}
          hint={t('account.keys.nameHint')}
          required
          maxLength={120}
          className="max-w-md"
          {...form.field('name')}
        />
        <FieldGroup label={t('account.keys.may')} required error={form.field('rights').error}>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {grantable.map((right) => (
              <Checkbox
                key={right}
                label={t(`account.right.${right}` as 'account.right.plans.read')}
                checked={values.rights.includes(right)}
                onChange={() => form.set({ rights: toggled(values.rights, right) })}
              />
            ))}
          </div>
        </FieldGroup>
        {me.units.length > 1 && (
          <FieldGroup label={t('account.keys.where')} hint={t('account.keys.whereHint')}>
            {me.units.map((unit) => (
              <Checkbox
                key={unit.id}
                label={unit.name}
                checked={values.unitIds.includes(unit.id)}
                onChange={() => form.set({ unitIds: toggled(values.unitIds, unit.id) })}
              />
            ))}
          </FieldGroup>
        )}
        <RadioGroup
          inline
          label={t('account.keys.days')}
          value={values.days}
          onChange={(days) => form.set({ days })}
          options={['30', '90', '365'].map((n) => ({ value: n, label: t('account.keys.nDays', { n: Number(n) }) }))}
        />
        <div>
          <Button type="submit" look="primary" busy={make.isPending}>
            {t('account.keys.make')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
