import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { createUnit, getUnit, type UnitDetail } from '#modules/org/org.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { NothingHere, ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { UnitFields } from './unit-fields.tsx';
import { crumbsOf } from './unit-page.tsx';
import { type PickedUnit, UnitPicker } from './unit-picker.tsx';

/** A new unit below the one of the address. */
export default function UnitNewPage() {
  const t = useT();
  const { unitId } = useAddress(paths.unitNew);
  const { data: parent, error, refetch } = useRead(getUnit, { unitId });
  const crumbs = parent && [...crumbsOf(t('org.title'), parent), { label: parent.name, to: paths.unit.to({ unitId }) }];
  return (
    <Page
      title={t('org.new.title')}
      lead={parent && t('org.new.lead', { parent: parent.name })}
      width="reading"
      crumbs={crumbs}
    >
      {error && !parent && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!parent && !error && <Skeleton lines={6} />}
      {parent && !parent.can.includes('add-child') && <NothingHere forbidden />}
      {parent?.can.includes('add-child') && <NewForm key={parent.id} parent={parent} />}
    </Page>
  );
}

/** What usually stands below a unit of this kind. */
const usualChild: Partial<Record<UnitKind, UnitKind>> = {
  ministry: 'division',
  'province-department': 'division',
  'commune-office': 'primary',
  'people-committee': 'people-committee',
};

function NewForm({ parent }: { parent: UnitDetail }) {
  const t = useT();
  const navigate = useNavigate();
  const id = useRef(newId(Date.now()));
  const form = useForm({
    name: '',
    kind: usualChild[parent.kind] ?? ('team' as UnitKind),
    shortName: '',
    symbol: '',
    place: parent.place ?? '',
    slug: '',
    code: '',
    openedOn: dayOf(Date.now()) as string | null,
    administrativeParentId: null as PickedUnit | null,
  });
  const create = useWrite(createUnit, {
    changes: ['/units', '/unit-tree', '/unit-counts'],
    onDone: (unit) => {
      toast({ text: t('org.new.done', { name: unit.name }) });
      void navigate({ to: paths.unit.to({ unitId: unit.id }) });
    },
  });
  const submit = () => {
    const { code, slug, openedOn, administrativeParentId, ...values } = form.values;
    const more = {
      slug: slug || undefined,
      openedOn: openedOn ?? undefined,
      administrativeParentId: administrativeParentId?.id,
      codes: code.trim() ? [{ scheme: 'sector', code: code.trim() }] : undefined,
    };
    create.mutate({ id: id.current, parentId: parent.id, ...values, ...more }, { onError: form.fail });
  };
  return (
    <Card>
      <form
        noValidate
        className="grid items-start gap-5 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {form.problem && (
          <div className="sm:col-span-2">
            <Notice live tone="danger" title={form.problem.title} />
          </div>
        )}
        <UnitFields form={form} />
        <TextInput label={t('org.new.code')} hint={t('org.new.codeHint')} maxLength={40} {...form.field('code')} />
        <DateField label={t('org.new.opened')} {...form.field('openedOn')} />
        <UnitPicker
          className="sm:col-span-2"
          label={t('org.new.committee')}
          hint={t('org.new.committeeHint')}
          kind="people-committee"
          {...form.field('administrativeParentId')}
        />
        <div className="flex flex-wrap gap-2 sm:col-span-2">
          <Button type="submit" look="primary" busy={create.isPending}>
            {t('org.new.submit')}
          </Button>
          <LinkButton to={paths.unit.to({ unitId: parent.id })}>{t('ui.cancel')}</LinkButton>
        </div>
      </form>
    </Card>
  );
}
