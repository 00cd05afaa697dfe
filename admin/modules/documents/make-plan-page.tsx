import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import type { ReviewField } from '#lib/review.ts';
import { createPlanFromDocument, proposeFromDocument } from '#modules/plans/plans.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { NothingHere, ProblemNotice } from '../../app/problem-notice.tsx';
import { type MyUnit, useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import type { CarryFacts } from './carry.ts';
import { nameOf } from './document-signs.tsx';
import { ItemsToTake } from './items-to-take.tsx';
import { summaryOf } from './review/detail-lines.ts';
import { PeriodBoxes } from './review/period-input.tsx';
import { useDocument } from './use-document.ts';

type Proposal = OutputOf<typeof proposeFromDocument>;
const kinds = ['year', 'school-year', 'thematic'] as const;

/** "Lập kế hoạch của đơn vị từ văn bản này": whose plan, for when, and what is taken over. */
export default function MakePlanPage() {
  const t = useT();
  const { documentId } = useAddress(paths.incomingMakePlan);
  const { me, unit } = useSession();
  const { query, document, fields } = useDocument(documentId);
  const units = me.units.filter((mine) => mine.rights.includes('plans.draft'));
  const [unitId, setUnitId] = useState(() => (units.find((mine) => mine.id === unit?.id) ?? units[0])?.id);
  const proposal = useRead(
    proposeFromDocument,
    { documentId, unitId: unitId ?? '' },
    { enabled: unitId !== undefined },
  );
  if (unitId === undefined)
    return (
      <Page title={t('documents.makePlanTitle')}>
        <NothingHere forbidden />
      </Page>
    );
  const failed = query.error ? query : proposal;
  return (
    <Page
      title={t('documents.makePlanTitle')}
      lead={t('documents.makePlanLead')}
      crumbs={[
        { label: t('documents.title'), to: paths.incoming.to() },
        { label: document ? nameOf(document) : '…', to: paths.incomingDocument.to({ documentId }) },
      ]}
    >
      {document?.state === 'review' && document.open > 0 && (
        <Notice tone="warning" title={t('documents.waiting', { n: document.open })}>
          {t('documents.makePlanEarly')}
        </Notice>
      )}
      {failed.error && <ProblemNotice problem={failed.error} onRetry={() => void failed.refetch()} />}
      {proposal.data ? (
        <PlanForm
          key={unitId}
          documentId={documentId}
          proposal={proposal.data}
          fields={fields}
          units={units}
          unitId={unitId}
          onUnit={setUnitId}
        />
      ) : (
        !failed.error && <Skeleton lines={8} />
      )}
    </Page>
  );
}

interface PlanFormProps {
  documentId: string;
  proposal: Proposal;
  fields: readonly ReviewField[] | undefined;
  units: readonly MyUnit[];
  unitId: string;
  onUnit: (unitId: string) => void;
}

function PlanForm({ documentId, proposal, fields, units, unitId, onUnit }: PlanFormProps) {
  const t = useT();
  const navigate = useNavigate();
  const form = useForm({ kind: proposal.kind, title: proposal.title, period: proposal.period });
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(proposal.items.filter((item) => item.chosen).map((item) => item.field)),
  );
  const facts = useMemo<CarryFacts>(
    () => new Map(fields?.map((field) => [field.key, { more: summaryOf(field, t), parent: field.parent }])),
    [fields, t],
  );
  // One id for this form: pressed twice, or sent again after a lost reply, it is still one plan.
  const [id] = useState(() => newId(Date.now()));
  const make = useWrite(createPlanFromDocument, {
    changes: ['/documents', '/plans', '/home'],
    onDone: ({ plan }) => void navigate({ to: paths.plan.to({ planId: plan.id }) }),
  });
  const submit = () => {
    const fields = proposal.items.map((item) => item.field).filter((field) => taken.has(field));
    make.mutate({ id, documentId, unitId, ...form.values, fields }, { onError: form.fail });
  };
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!make.isPending) submit();
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <Card title={t('documents.planHead')}>
        <div className="grid gap-4 md:grid-cols-2">
          <Select
            label={t('documents.planUnit')}
            value={unitId}
            onChange={onUnit}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
          <Select
            label={t('documents.planKind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`documents.planKind.${kind}`) }))}
            {...form.field('kind')}
          />
          <TextArea label={t('documents.planTitle')} required rows={2} {...form.field('title')} />
          <PeriodBoxes
            label={t('documents.single.period')}
            value={form.values.period}
            onChange={(period) => form.set({ period })}
          />
        </div>
      </Card>
      <ItemsToTake items={proposal.items} facts={facts} taken={taken} onTaken={setTaken} />
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-ground px-4 py-3">
        <p className="flex-1 text-muted" role="status">
          {t('documents.taking', { n: taken.size, all: proposal.items.length })}
        </p>
        <Button type="submit" look="primary" busy={make.isPending}>
          {t('documents.makePlanVerb')}
        </Button>
      </div>
    </form>
  );
}
