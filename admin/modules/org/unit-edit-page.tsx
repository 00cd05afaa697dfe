import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { editUnit, getUnit, type UnitDetail } from '#modules/org/org.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import type { Problem } from '../../app/problem.ts';
import { NothingHere, ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { type Clash, threeWay } from './three-way.ts';
import { UnitFields, type UnitValues } from './unit-fields.tsx';
import { crumbsOf } from './unit-page.tsx';

/** Corrects a unit; where somebody was faster, both versions are shown and nothing is overwritten unseen. */
export default function UnitEditPage() {
  const t = useT();
  const { unitId } = useAddress(paths.unitEdit);
  const { data: unit, error, refetch } = useRead(getUnit, { unitId });
  const crumbs = unit && [...crumbsOf(t('org.title'), unit), { label: unit.name, to: paths.unit.to({ unitId }) }];
  return (
    <Page title={t('org.edit.title')} lead={t('org.edit.lead')} width="reading" crumbs={crumbs}>
      {error && !unit && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!unit && !error && <Skeleton lines={6} />}
      {unit && !unit.can.includes('edit') && <NothingHere forbidden />}
      {unit?.can.includes('edit') && <EditForm key={unit.id} unit={unit} />}
    </Page>
  );
}

type Values = UnitValues & { renamedOn: string | null };

const valuesOf = (unit: UnitDetail): Values => ({
  name: unit.name,
  kind: unit.kind,
  shortName: unit.shortName ?? '',
  symbol: unit.symbol ?? '',
  place: unit.place ?? '',
  slug: unit.slug,
  renamedOn: null,
});

interface Base {
  values: Values;
  version: number;
  clashes?: Clash<Values>[];
}

function EditForm({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const navigate = useNavigate();
  const [base, setBase] = useState<Base>({ values: valuesOf(unit), version: unit.version });
  const form = useForm<Values>(base.values);
  const save = useWrite(editUnit, {
    changes: ['/units', '/unit-tree'],
    onDone: () => {
      toast({ text: t('org.edit.saved') });
      void navigate({ to: paths.unit.to({ unitId: unit.id }) });
    },
  });
  const failed = (problem: Problem) => {
    if (problem.code !== 'conflict' || !problem.current) return form.fail(problem);
    const now = problem.current as UnitDetail;
    const { merged, clashes } = threeWay(base.values, form.values, valuesOf(now));
    setBase({ values: valuesOf(now), version: now.version, clashes });
    form.set(merged);
  };
  const submit = () => {
    const { renamedOn, slug, ...values } = form.values;
    const renamed = values.name !== base.values.name ? (renamedOn ?? undefined) : undefined;
    save.mutate(
      { unitId: unit.id, version: base.version, ...values, slug: slug || undefined, renamedOn: renamed },
      { onError: failed },
    );
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
        {base.clashes && (
          <ConflictNotice<Values>
            clashes={base.clashes}
            nameOf={(name) => t(name === 'renamedOn' ? 'org.edit.renamed' : `org.facts.${name}`)}
            wordOf={(name, value) =>
              name === 'kind' ? t(`ui.kind.${value as UnitValues['kind']}`) : String(value ?? '')
            }
            chosen={form.values}
            onChoose={(name, value) => form.set({ [name]: value } as Partial<Values>)}
          />
        )}
        {form.problem && (
          <div className="sm:col-span-2">
            <Notice live tone="danger" title={form.problem.title} />
          </div>
        )}
        <UnitFields form={form} />
        {form.values.name !== base.values.name && (
          <DateField
            className="sm:col-span-2"
            label={t('org.edit.renamed')}
            hint={t('org.edit.renamedHint')}
            {...form.field('renamedOn')}
          />
        )}
        <div className="flex flex-wrap gap-2 sm:col-span-2">
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('ui.save')}
          </Button>
          <LinkButton to={paths.unit.to({ unitId: unit.id })}>{t('ui.cancel')}</LinkButton>
        </div>
      </form>
    </Card>
  );
}
