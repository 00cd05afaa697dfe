import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { getUnit } from '#modules/org/org.contract.ts';
import { type ChangeKind, changeKinds, makeChange } from '#modules/org/reorganisation.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { KindFields } from './reorganise-fields.tsx';
import { type ChangeValues, changeOf } from './reorganise-input.ts';
import { PreviewCard, usePreview } from './reorganise-preview.tsx';
import type { PickedUnit } from './unit-picker.tsx';

/** One change by decision: what kind, which units, from which day; what goes along is shown while it is filled in. */
export default function ReorganiseNewPage() {
  const t = useT();
  const [filters, setFilters] = useFilters({ loai: 'merge', donVi: '' });
  const kind = changeKinds.find((one) => one === filters.loai) ?? 'merge';
  const { data: unit } = useRead(getUnit, { unitId: filters.donVi }, { enabled: filters.donVi !== '' });
  return (
    <Page
      title={t('reorganise.new.title')}
      lead={t('reorganise.new.lead')}
      crumbs={[{ label: t('reorganise.title'), to: paths.reorganise.to() }]}
    >
      {filters.donVi !== '' && !unit ? (
        <Skeleton lines={8} />
      ) : (
        <NewChange kind={kind} start={unit} onKind={(loai) => setFilters({ loai })} />
      )}
    </Page>
  );
}

const empty = (start: PickedUnit | undefined): ChangeValues => ({
  from: start ? [{ id: start.id, name: start.name }] : [],
  decision: '',
  effectiveOn: dayOf(Date.now()),
  target: 'new',
  madeId: newId(Date.now()),
  name: '',
  shortName: '',
  code: '',
  below: null,
  into: null,
  parts: [1, 2].map((n) => ({ id: newId(Date.now() + n), name: '', kind: '', children: [] })),
  keep: false,
});

interface NewChangeProps {
  kind: ChangeKind;
  start: PickedUnit | undefined;
  onKind: (kind: ChangeKind) => void;
}

function NewChange({ kind, start, onKind }: NewChangeProps) {
  const t = useT();
  const navigate = useNavigate();
  const id = useRef(newId(Date.now()));
  const [first] = useState(() => empty(start));
  const form = useForm<ChangeValues>(first);
  const change = changeOf(kind, form.values);
  const preview = usePreview(change);
  const make = useWrite(makeChange, {
    changes: ['/unit', '/people', '/plans', '/home'],
    onDone: (made) => {
      toast({ text: t(made.state === 'planned' ? 'reorganise.new.planned' : 'reorganise.new.done') });
      void navigate({ to: paths.reorganise.to() });
    },
  });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card>
        <form
          id="change"
          noValidate
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            if (change) make.mutate({ ...change, id: id.current }, { onError: form.fail });
          }}
        >
          {form.problem && <Notice live tone="danger" title={form.problem.title} />}
          <RadioGroup
            label={t('reorganise.kind')}
            options={changeKinds.map((value) => ({
              value,
              label: t(`reorganise.kind.${value}`),
              hint: t(`reorganise.kindHint.${value}`),
            }))}
            value={kind}
            onChange={onKind}
          />
          <KindFields kind={kind} form={form} />
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <TextInput
              className="sm:col-span-2"
              label={t('reorganise.decision')}
              hint={t('reorganise.decisionHint')}
              required
              maxLength={300}
              {...form.field('decision')}
            />
            <DateField
              label={t('reorganise.on')}
              hint={t('reorganise.onHint')}
              required
              {...form.field('effectiveOn')}
            />
          </div>
        </form>
      </Card>
      <PreviewCard change={{ ...preview, ready: change !== null }}>
        <Button type="submit" form="change" look="primary" busy={make.isPending} disabled={!preview.preview}>
          {t(preview.preview?.planned ? 'reorganise.new.plan' : `reorganise.new.submit.${kind}`)}
        </Button>
        <LinkButton to={paths.reorganise.to()}>{t('ui.cancel')}</LinkButton>
      </PreviewCard>
    </div>
  );
}
