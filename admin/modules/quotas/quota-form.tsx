import { dayOf } from '#lib/format.ts';
import { moments, quotaPeriods, whatCounts } from '#lib/plan-parts.ts';
import { countedFor } from '#lib/products.ts';
import { schoolKinds, type UnitKind, unitKinds } from '#lib/unit-kinds.ts';
import { type Quota, setQuota } from '#modules/quotas/quotas.contract.ts';
import { useWrite } from '../../app/data.ts';
import { type Form, useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ComboboxMany } from '../../ui/combobox-many.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { type PickedUnit, UnitPicker } from '../org/unit-picker.tsx';

type Scope = 'own' | 'teams' | 'below' | 'unit';
interface Values {
  scope: Scope;
  kinds: UnitKind[];
  targetUnitId: PickedUnit | null;
  product: string;
  counts: Quota['counts'];
  minCount: string;
  per: Quota['per'];
  moment: Quota['moment'];
  fromMonth: string;
  toMonth: string;
}

const askable: readonly UnitKind[] = ['commune-office', ...schoolKinds, 'team', 'division'];

function initial(): Values {
  const month = dayOf(Date.now()).slice(0, 7);
  const year = Number(month.slice(0, 4)) + (month.slice(5) >= '06' ? 1 : 0);
  return {
    scope: 'below',
    kinds: [],
    targetUnitId: null,
    product: '',
    counts: ['unit-article', 'newspaper-article'],
    minCount: '1',
    per: 'month',
    moment: 'sent',
    fromMonth: month,
    toMonth: `${year}-05`,
  };
}

/** A quota that stands in no plan. */
export function QuotaForm({ unitId, onDone }: { unitId: string; onDone: () => void }) {
  const t = useT();
  const form = useForm<Values>(initial());
  const set = useWrite(setQuota, {
    changes: ['/quotas'],
    onDone: (quota) => {
      toast({ tone: 'success', text: t('quotas.added', { n: quota.units }) });
      onDone();
    },
  });
  const submit = () => {
    const { targetUnitId, minCount, ...rest } = form.values;
    set.mutate(
      { unitId, ...rest, targetUnitId: targetUnitId?.id ?? null, minCount: Number(minCount) },
      { onError: form.fail },
    );
  };
  return (
    <Card title={t('quotas.add')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!set.isPending) submit();
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <Whom form={form} unitId={unitId} />
        <What form={form} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={set.isPending}>
            {t('quotas.addSave')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Whom({ form, unitId }: { form: Form<Values>; unitId: string }) {
  const t = useT();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t('quotas.scope')}
        value={form.values.scope}
        onChange={(scope) => form.set({ scope: scope as Scope })}
        options={(['below', 'teams', 'own', 'unit'] as const).map((value) => ({
          value,
          label: t(`quotas.scope.${value}`),
        }))}
      />
      {form.values.scope === 'below' && (
        <ComboboxMany<UnitKind>
          label={t('quotas.kinds')}
          required
          items={unitKinds.filter((kind) => askable.includes(kind))}
          keyOf={(kind) => kind}
          labelOf={(kind) => t(`ui.kind.${kind}`)}
          {...form.field('kinds')}
        />
      )}
      {form.values.scope === 'unit' && (
        <UnitPicker label={t('quotas.target')} required within={unitId} {...form.field('targetUnitId')} />
      )}
    </div>
  );
}

function What({ form }: { form: Form<Values> }) {
  const t = useT();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          label={t('quotas.product')}
          hint={t('quotas.productHint')}
          required
          maxLength={200}
          value={form.values.product}
          error={form.field('product').error}
          onChange={(product) => form.set({ product, counts: proposed(product, form.values.counts) })}
        />
        <ComboboxMany<Quota['counts'][number]>
          label={t('quotas.counts')}
          required
          items={whatCounts}
          keyOf={(one) => one}
          labelOf={(one) => t(`ui.counts.${one}`)}
          {...form.field('counts')}
        />
      </div>
      <div className="flex flex-wrap items-start gap-4">
        <TextInput
          className="w-36"
          label={t('quotas.minCount')}
          inputMode="numeric"
          required
          {...form.field('minCount')}
        />
        <Select
          className="w-36"
          label={t('quotas.per')}
          value={form.values.per}
          onChange={(per) => form.set({ per: per as Quota['per'] })}
          options={quotaPeriods.map((value) => ({ value, label: t(`ui.per.${value}`) }))}
        />
        <Select
          className="w-56"
          label={t('quotas.moment')}
          value={form.values.moment}
          onChange={(moment) => form.set({ moment: moment as Quota['moment'] })}
          options={moments.map((value) => ({ value, label: t(`ui.moment.${value}`) }))}
        />
        <TextInput
          className="w-32"
          label={t('quotas.fromMonth')}
          hint={t('quotas.monthHint')}
          {...form.field('fromMonth')}
        />
        <TextInput
          className="w-32"
          label={t('quotas.toMonth')}
          hint={t('quotas.monthHint')}
          {...form.field('toMonth')}
        />
      </div>
    </>
  );
}

/** What counts follows the product's words as long as they say something. */
function proposed(product: string, now: Quota['counts']): Quota['counts'] {
  const counts = countedFor(product);
  return counts.includes('other') ? now : counts;
}
